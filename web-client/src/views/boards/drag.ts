// Cards in hand: moved or resized by pointer or keys, told to others as hints on the way, written once at the
// end. What arrives from others meanwhile does not disturb what is held.
import type { WorkshopSession } from '../../sync/workshop'
import { type CardActions, onBoard } from '../cards/actions'
import type { Step } from '../cards/history'
import type { Point } from '../parts/geometry'
import type { Item } from './item'

/** Least time between two hints: ten a second at most. */
const hintMs = 100
const smallest = { width: 80, height: 40 }
const largest = 2000
/** Everything snaps to this when it is let go, so that hand-made rows look made on purpose. */
const grid = 10

export class HintClock {
  private last = Number.NEGATIVE_INFINITY

  /** Whether enough time has gone by for another hint. */
  due(now: number): boolean {
    if (now - this.last < hintMs) return false
    this.last = now
    return true
  }
}

export class Drag {
  private readonly begun: ReadonlyMap<Item, Point>
  private offset: Point = { x: 0, y: 0 }
  private readonly clock = new HintClock()
  private told = false

  /** `lead` is the card in hand; the others move with it. */
  constructor(
    private readonly session: WorkshopSession,
    private readonly actions: CardActions,
    readonly items: readonly Item[],
    private readonly lead: Item,
  ) {
    this.begun = new Map(items.map((item) => [item, { x: item.x, y: item.y }]))
    for (const item of items) item.held = true
  }

  /** Moves everything held to this far from where it was taken up. */
  moveTo(offset: Point, now: number): void {
    this.offset = offset
    for (const [item, start] of this.begun) {
      item.x = start.x + offset.x
      item.y = start.y + offset.y
    }
    this.tell(now)
  }

  moveBy(dx: number, dy: number, now: number): void {
    this.moveTo({ x: this.offset.x + dx, y: this.offset.y + dy }, now)
  }

  /** Answers how it was moved. */
  drop(): Step {
    this.release()
    const snap = { x: snapped(this.offset.x), y: snapped(this.offset.y) }
    const places = [...this.begun].map(([item, start]) => ({
      id: item.id,
      x: start.x + snap.x,
      y: start.y + snap.y,
    }))
    const step = this.actions.move(places)
    for (const item of this.items) item.settle()
    return step
  }

  cancel(): void {
    this.release()
    for (const item of this.items) item.settle()
  }

  private release(): void {
    for (const item of this.items) item.held = false
    const { lead } = this
    if (!this.told) return
    const corner = { x: onBoard(lead.x + lead.width), y: onBoard(lead.y + lead.height) }
    this.session.hint({ board: lead.card.board, card: 0, ...corner })
  }

  /** Where a card that only some may see is dragged is nobody else's business, and whose hand is on an unsigned
   * one is nobody's. */
  private tell(now: number): void {
    const { lead } = this
    if (lead.card.audience !== 'everyone' || this.items.some(({ card }) => card.anonymous)) return
    if (!this.clock.due(now)) return
    this.told = true
    const { board, id } = lead.card
    this.session.hint({ board, card: id, x: onBoard(lead.x), y: onBoard(lead.y) })
  }
}

export function snapped(value: number): number {
  return Math.round(value / grid) * grid
}

export class Resize {
  constructor(
    private readonly actions: CardActions,
    readonly item: Item,
  ) {
    item.held = true
  }

  /** The lower right corner goes this far from where it was. */
  moveTo(offset: Point): void {
    const { item } = this
    item.width = within(item.card.width + offset.x, smallest.width)
    item.height = within(item.card.height + offset.y, smallest.height)
  }

  drop(): void {
    const { item } = this
    item.held = false
    this.actions.edit([item.id], { width: item.width, height: item.height })
    item.settle()
  }

  cancel(): void {
    this.item.held = false
    this.item.settle()
  }
}

function within(value: number, least: number): number {
  return Math.max(least, Math.min(largest, snapped(value)))
}
