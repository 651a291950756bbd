// A card and a link as they are drawn.
import type { Card, Link } from '../../../../protocol/generated/protocol'
import type { Rect } from '../parts/geometry'

/** A card as it is shown: a rectangle that may be ahead of its record while it is dragged. */
export class Item implements Rect {
  x: number
  y: number
  width: number
  height: number
  /** Held by this person's own drag or resize: the record does not move it meanwhile. */
  held = false

  constructor(public card: Card) {
    this.x = card.x
    this.y = card.y
    this.width = card.width
    this.height = card.height
  }

  get id(): number {
    return this.card.id
  }

  /** Back to where the record says it lies. */
  settle(): void {
    this.x = this.card.x
    this.y = this.card.y
    this.width = this.card.width
    this.height = this.card.height
  }
}

export interface Joined {
  readonly link: Link
  readonly from: Item
  readonly to: Item
}
