// Which cards are chosen, and which one holds the keyboard. The one that holds it is the board's only tab
// stop, so it is there even when it is not in view.
import { type ReadonlySignal, signal } from '@preact/signals'

export class Selection {
  private readonly chosen = signal<ReadonlySet<number>>(new Set())
  private readonly link = signal(0)
  private stopAt = 0

  /** `changed` gets the cards whose looks differ now. */
  constructor(private readonly changed: (cards: Iterable<number>) => void) {}

  get cards(): ReadonlySignal<ReadonlySet<number>> {
    return this.chosen
  }

  /** The chosen link, 0 for none; never together with cards. */
  get chosenLink(): ReadonlySignal<number> {
    return this.link
  }

  get stop(): number {
    return this.stopAt
  }

  has(id: number): boolean {
    return this.chosen.peek().has(id)
  }

  /** These cards and no others. */
  choose(ids: Iterable<number>): void {
    this.link.value = 0
    this.replace(new Set(ids))
  }

  toggle(id: number): void {
    const next = new Set(this.chosen.peek())
    if (!next.delete(id)) next.add(id)
    this.link.value = 0
    this.replace(next)
  }

  chooseLink(id: number): void {
    this.replace(new Set())
    this.link.value = id
    this.changed([])
  }

  clear(): void {
    this.chooseLink(0)
  }

  /** The keyboard goes to this card; 0 when there is none. */
  stopHere(id: number): void {
    if (id === this.stopAt) return
    const before = this.stopAt
    this.stopAt = id
    this.changed([before, id])
  }

  /** What is gone is no longer chosen. */
  keep(exists: (id: number) => boolean): void {
    const kept = [...this.chosen.peek()].filter(exists)
    if (kept.length < this.chosen.peek().size) this.replace(new Set(kept))
  }

  private replace(next: ReadonlySet<number>): void {
    const before = this.chosen.peek()
    if (same(before, next)) return
    this.chosen.value = next
    this.changed(new Set([...before, ...next]))
  }
}

function same(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id))
}
