// A page that belongs to another version than its server loads itself anew, so that nobody is stuck with it: once
// for each schema that this tab has had, because a page that comes back the same would go round for ever. It waits
// until what waits is kept and nobody is in the middle of a sentence.
import { SCHEMA } from '../../../protocol/generated/protocol'
import type { Clock } from './connection'
import type { Shelf } from './keys'

export interface RenewalParts {
  /** The tab's own, which outlives a reload; without one nothing happens by itself. */
  shelf: Shelf | undefined
  clock: Clock
  reload: () => void
  /** Whether words stand on the page that were not sent. */
  writing: () => boolean
  /** What to say, and to offer, while the page waits. */
  words: () => { text: string; label: string }
}

type Say = (text: string, action: { label: string; run(): void }) => void

const place = 'archipel.renewed'
const lookEvery = 1_000

export class Renewal {
  private begun = false

  constructor(
    private readonly parts: RenewalParts,
    private readonly schema = SCHEMA,
  ) {}

  /** False when this page was loaded anew already and came back the same. Else it will be as soon as what waits is
   * `safe`; `say` hears of it when that may take a while. */
  begin(safe: () => boolean, say: Say): boolean {
    const { shelf, clock, reload, writing, words } = this.parts
    const tried = shelf?.getItem(place)?.split(' ') ?? []
    if (!shelf || tried.includes(String(this.schema))) return this.begun
    const anew = () => {
      shelf.setItem(place, [...tried, this.schema].join(' '))
      reload()
    }
    const look = (): void => {
      if (safe() && !writing()) anew()
      else clock.after(lookEvery, look)
    }
    if (this.begun) return true
    this.begun = true
    const { text, label } = words()
    if (!safe() || writing()) say(text, { label, run: anew })
    look()
    return true
  }
}
