// Going through the options of a closed select by keys tries them; it chooses none. A pointer, a finger or the list
// that a browser opens chooses at once, since there one chooses on purpose.

/** What a key is about. */
export type Meant = 'confirm' | 'takeBack' | undefined

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** How long letters that are typed belong to one word, by which browsers look an option up, ms. */
const oneWord = 1_000

export class Trying {
  private byKeys = false
  private lastLetter = Number.NEGATIVE_INFINITY

  /** `arrowsOpen`: whether arrows open the list here, as on a Mac. */
  constructor(private readonly arrowsOpen: boolean) {}

  /** What comes next was not done by keys. */
  pointed(): void {
    this.byKeys = false
  }

  /** A wheel turns over the select: options go by as by arrows. */
  turned(): void {
    this.byKeys = true
  }

  pressed(event: Key, now: number): Meant {
    const { key } = event
    if (key === 'Enter') {
      this.byKeys = false
      return 'confirm'
    }
    if (key === 'Escape') return 'takeBack'
    this.byKeys = this.goesThrough(event, now)
    return undefined
  }

  /** Whether the option that is shown now is tried only. */
  get tries(): boolean {
    return this.byKeys
  }

  /** A key that changes the option without opening the list. */
  private goesThrough({ key, altKey, ctrlKey, metaKey }: Key, now: number): boolean {
    const inWord = now - this.lastLetter < oneWord
    if (key.length === 1 && key !== ' ') this.lastLetter = now
    if (key === ' ') return inWord
    if (key.startsWith('Arrow')) return !altKey && !this.arrowsOpen
    if (['Home', 'End', 'PageUp', 'PageDown'].includes(key)) return true
    if (key.length === 1) return !altKey && !ctrlKey && !metaKey
    return this.byKeys
  }
}
