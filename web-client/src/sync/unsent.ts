// Words that stand in a field and were not sent. They are kept on this device while they are written, so that a
// reload, a crash or a phone that drops the tab takes nothing, until they are sent or thrown away. A field that
// goes away with words in it, whoever's act that was, leaves them over: they are shown to be put back, copied or
// thrown away, and stand in the field again when it is there again.
//
// A person's are in localStorage, and shown to nobody else. A guest's, who may be anybody on a shared device, end
// with the tab. What the tabs of one person write stays apart; that of a tab that is gone is taken over.
import { computed, signal } from '@preact/signals'
import { idToText, randomId } from './bytes'
import type { Shelf } from './keys'

/** Which form it is, and what people call it. */
export interface Form {
  /** The same after a reload: there its words come back. */
  readonly place: string
  readonly name: string
  /** The board it belongs to. */
  readonly board?: number | undefined
}

export interface UnsentWords extends Form {
  /** By field of the form. */
  readonly fields: Readonly<Record<string, string>>
  /** What else was chosen there. */
  readonly choices?: unknown
  readonly time: number
  readonly person: number
  readonly tab: number
}

export interface UnsentParts {
  workshop: number
  clock: { now(): number; after(ms: number, run: () => void): () => void }
  /** Where this person's are kept; 0 for a guest. */
  shelfOf: (person: number) => Shelf
  /** The tab's own. */
  tab: Shelf
}

const tabName = 'archipel.tab'
const restMs = 250
const longestMs = 30 * 24 * 3_600_000
const most = 60
/** Of a person in a workshop, in UTF-16 units; a browser keeps ten times that for all. */
const room = 400_000

export class Unsent {
  private readonly all = signal<readonly UnsentWords[]>([])
  /** Places of the forms that are there, one as often as it is. */
  private readonly open = signal<readonly string[]>([])
  private readonly hidden = signal<readonly UnsentWords[]>([])
  private lastLeft: readonly UnsentWords[] = []
  /** Whether some would be lost with this tab. */
  unkept = false
  private person = 0
  private turnedOut = false
  /** Whose words these are; before, nothing is shown. */
  private readonly isKnown = signal(false)
  private tab: number
  private readonly gone = new Set<number>()
  private callOff: (() => void) | undefined

  /** What stands in no field now, oldest first, but for what was hidden. */
  readonly left = computed(() => {
    const all = this.isKnown.value ? this.all.value : []
    const left = all.filter((one) => !this.isShown(one) && isSaid(one))
    if (String(left.map(nameOf)) !== String(this.lastLeft.map(nameOf))) this.lastLeft = left
    return this.lastLeft
  })
  /** What somebody wants back in its field: whoever shows that place opens it, and takes this back. */
  readonly wanted = signal<UnsentWords | undefined>(undefined)

  constructor(private readonly parts: UnsentParts) {
    this.tab = Number(parts.tab.getItem(tabName)) || randomId()
    parts.tab.setItem(tabName, String(this.tab))
    this.read()
  }

  /** Of this tab, for those beside it. */
  get id(): number {
    return this.tab
  }

  /** Somebody whose access ended still has their words before them, and takes them along when they join anew. */
  setPerson(person: number): void {
    this.isKnown.value = true
    const turnedOut = person === 0 && this.person !== 0
    if (person === this.person || turnedOut) {
      this.turnedOut = turnedOut
      return
    }
    const along = this.turnedOut ? this.all.peek() : []
    // What a guest wrote was at the door, which is behind them.
    if (this.turnedOut || this.person === 0) this.all.value = []
    this.save()
    this.turnedOut = false
    this.person = person
    this.gone.clear()
    this.hidden.value = []
    this.read()
    this.all.value = [...this.all.peek(), ...along.map((one) => ({ ...one, person }))]
    if (along.length > 0) this.save()
  }

  /** Takes over what tabs left that are gone; `living` are those that are open. */
  adopt(living: ReadonlySet<number>): void {
    // This tab was doubled, with what it has of its own.
    if (living.has(this.tab)) this.tab = randomId()
    const left = this.stored().filter((one) => one.person === this.person && !living.has(one.tab))
    const others = left.filter(
      (one) => one.tab !== this.tab && !this.all.peek().some((own) => isSame(own, one)),
    )
    if (others.length === 0) return
    for (const { tab } of others) this.gone.add(tab)
    this.all.value = [...others.map((one) => this.taken(one)), ...this.all.peek()]
    this.save()
  }

  /** A form is there, with its words in it. Answers what says that it is no more. */
  show({ place }: Form): () => void {
    this.open.value = [...this.open.peek(), place]
    return () => {
      const at = this.open.peek().indexOf(place)
      this.open.value = this.open.peek().filter((_, other) => other !== at)
      const now = this.peek(place)
      if (now && !isSaid(now)) this.drop(now)
      this.save()
    }
  }

  /** What stands in a form; reactive. */
  in(place: string): UnsentWords | undefined {
    return this.all.value.find((one) => this.isOwn(one, place))
  }

  /** The words of a field as they are now, which held `begun` when nothing was written. */
  write(form: Form, field: string, words: string, begun = ''): void {
    const { [field]: _, ...others } = this.peek(form.place)?.fields ?? {}
    this.put(form, words === begun ? others : { ...others, [field]: words }, this.peek(form.place)?.choices)
  }

  /** What was chosen besides the words: it counts only with them. */
  choose(form: Form, choices: unknown): void {
    const now = this.peek(form.place)
    if (now) this.put(form, now.fields, choices)
  }

  /** The words of a form were sent, or are not wanted. */
  done(place: string): void {
    const now = this.peek(place)
    if (now) this.drop(now)
  }

  drop(gone: UnsentWords): void {
    this.all.value = this.all.peek().filter((one) => !isSame(one, gone))
    this.save()
  }

  /** They go into another form, which has none. Answers false when it has. */
  move(words: UnsentWords, to: Form): boolean {
    const there = this.peek(to.place)
    if (there) return isSame(there, words)
    this.all.value = this.all
      .peek()
      .map((one) => (isSame(one, words) ? { ...one, ...to, tab: this.tab } : one))
    this.save()
    return true
  }

  /** They are not shown any more, until the page is loaded anew. */
  hide(words: readonly UnsentWords[]): void {
    this.hidden.value = [...this.hidden.peek(), ...words]
  }

  /** At once: the page may be gone in a moment. */
  save(): void {
    this.callOff?.()
    this.callOff = undefined
    const others = this.stored().filter(
      (one) => one.person !== this.person || (one.tab !== this.tab && !this.gone.has(one.tab)),
    )
    const own = this.all.peek().filter(isSaid)
    const kept = this.within(own)
    this.unkept = kept.length < own.length
    const { shelf, name } = this
    if (others.length + kept.length === 0) shelf.removeItem(name)
    else shelf.setItem(name, JSON.stringify([...others, ...kept]))
  }

  /** What stands in a form now. */
  peek(place: string): UnsentWords | undefined {
    return this.all.peek().find((one) => this.isOwn(one, place))
  }

  private put({ place, name, board }: Form, fields: UnsentWords['fields'], choices: unknown): void {
    const { person, tab } = this
    const now = { place, name, board, fields, choices, time: this.parts.clock.now(), person, tab }
    const others = this.all.peek().filter((one) => !this.isOwn(one, place))
    this.all.value = Object.keys(fields).length > 0 ? [...others, now] : others
    this.callOff ??= this.parts.clock.after(restMs, () => this.save())
  }

  private taken(one: UnsentWords): UnsentWords {
    return this.peek(one.place) ? one : { ...one, tab: this.tab }
  }

  private isOwn(one: UnsentWords, place: string): boolean {
    return one.place === place && one.tab === this.tab
  }

  private isShown(one: UnsentWords): boolean {
    const isInForm = one.tab === this.tab && this.open.value.includes(one.place)
    return isInForm || this.hidden.value.some((other) => isSame(one, other))
  }

  private within(words: readonly UnsentWords[]): UnsentWords[] {
    let left = room
    const newest = [...words].sort((one, other) => other.time - one.time).slice(0, most)
    const kept = newest.filter((one) => {
      const size = Object.values(one.fields).join('').length
      if (size > left) return false
      left -= size
      return true
    })
    return kept.reverse()
  }

  private read(): void {
    const own = this.stored().filter(({ person, tab }) => person === this.person && tab === this.tab)
    this.all.value = own
  }

  private stored(): UnsentWords[] {
    const since = this.parts.clock.now() - longestMs
    try {
      const stored: unknown = JSON.parse(this.shelf.getItem(this.name) ?? '[]')
      return Array.isArray(stored) ? stored.filter((one) => isWhole(one) && one.time > since) : []
    } catch {
      return []
    }
  }

  private get shelf(): Shelf {
    return this.parts.shelfOf(this.person)
  }

  private get name(): string {
    return unsentName(this.parts.workshop)
  }
}

/** Where a browser keeps what was not sent to a workshop. Forgetting the workshop is to remove it. */
export function unsentName(workshop: number): string {
  return `archipel.unsent.${idToText(workshop)}`
}

/** The words of each field that has some. */
export function wordsIn({ fields }: UnsentWords): string[] {
  return Object.values(fields).filter((words) => words.trim())
}

function isSaid(one: UnsentWords): boolean {
  return wordsIn(one).length > 0
}

function isSame(one: UnsentWords, other: UnsentWords): boolean {
  return nameOf(one) === nameOf(other)
}

function nameOf({ place, tab, time }: UnsentWords): string {
  return `${place} ${tab} ${time}`
}

function isWhole(one: unknown): one is UnsentWords {
  const { place, fields, time } = (one ?? {}) as Partial<UnsentWords>
  const whole = typeof place === 'string' && typeof time === 'number' && typeof fields === 'object'
  return whole && fields !== null && Object.values(fields).every((words) => typeof words === 'string')
}
