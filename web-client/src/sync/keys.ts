// The keys this browser holds for a workshop, in localStorage; where that is refused, in memory for as long as
// the page lives. A tab may be somebody else than the rest of the browser (a screen opened beside one's own
// tab): what it is stays in sessionStorage, and so does a key of which nobody knows yet what it opens.
import { idToText, keyFromText, keyToText } from './bytes'

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

interface Held {
  /** One's own key, made at join. */
  person?: string
  /** The access link one came by. */
  link?: string
  /** The first animator's key, when this browser has opened or can derive it. */
  animator?: string
  /** What a screen shows for others to come in by. */
  participant?: string
  /** What the workshop is called, and oneself there: for the start page. */
  title?: string | undefined
  name?: string
  /** The epoch of its history, when it was last told. */
  epoch?: number
  /** Keys of links made here that do not grow on the tree, by invitation. */
  made?: Record<string, string>
}

type Single = 'person' | 'link' | 'animator' | 'participant'

export class Keys {
  private readonly name: string

  constructor(
    private readonly browser: Shelf,
    private readonly tab: Shelf,
    workshop: number,
  ) {
    this.name = `archipel.${workshop === 0 ? 'organiser' : idToText(workshop)}`
  }

  get(which: Single): Uint8Array | undefined {
    return keyFromText(this.held()[which] ?? '')
  }

  set(which: Single, key: Uint8Array): void {
    this.write({ ...this.held(), [which]: keyToText(key) })
  }

  forget(which: Single): void {
    const { [which]: _, ...rest } = this.held()
    this.write(rest)
  }

  made(invitation: number): Uint8Array | undefined {
    return keyFromText(this.held().made?.[invitation] ?? '')
  }

  keepMade(invitation: number, key: Uint8Array): void {
    const held = this.held()
    this.write({ ...held, made: { ...held.made, [invitation]: keyToText(key) } })
  }

  /** The epoch that this browser was last told; 0 before. */
  get epoch(): number {
    return this.held().epoch ?? 0
  }

  set epoch(epoch: number) {
    this.write({ ...this.held(), epoch })
  }

  /** What the start page lists. */
  remember(title: string | undefined, name: string): void {
    this.write({ ...this.held(), title, name })
  }

  /** The key to knock with when the address brings none: this tab's, else one's own, else the link's. */
  current(): Uint8Array | undefined {
    return keyFromText(this.tab.getItem(this.name) ?? '') ?? this.get('person') ?? this.get('link')
  }

  /** This tab alone goes by this key, also after a reload. */
  useInTab(key: Uint8Array): void {
    this.tab.setItem(this.name, keyToText(key))
  }

  forgetTab(): void {
    this.tab.removeItem(this.name)
  }

  private held(): Held {
    try {
      const held: unknown = JSON.parse(this.browser.getItem(this.name) ?? '{}')
      return typeof held === 'object' && held !== null ? (held as Held) : {}
    } catch {
      return {}
    }
  }

  private write(held: Held): void {
    this.browser.setItem(this.name, JSON.stringify(held))
  }
}

/** A shelf that never throws: what the browser refuses to keep is kept in memory. */
export function safeShelf(storage: () => Shelf): Shelf {
  const memory = new Map<string, string>()
  const attempt = <T>(run: (shelf: Shelf) => T): T | undefined => {
    try {
      return run(storage())
    } catch {
      return undefined
    }
  }
  return {
    getItem: (name) => memory.get(name) ?? attempt((shelf) => shelf.getItem(name)) ?? null,
    setItem: (name, value) => {
      const kept = attempt((shelf) => {
        shelf.setItem(name, value)
        return true
      })
      if (kept) memory.delete(name)
      else memory.set(name, value)
    },
    removeItem: (name) => {
      memory.delete(name)
      attempt((shelf) => shelf.removeItem(name))
    },
  }
}
