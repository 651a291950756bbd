// A zone in hand: it is moved, with the cards that lie in it, or stretched.
import type { Zone } from '../../../../protocol/generated/protocol'
import { zoneOf } from '../cards/zones'
import type { Point, Rect } from '../parts/geometry'
import { changeZone } from '../work/zones'
import { snapped } from './drag'
import type { Handle } from './handles'
import type { Item } from './item'
import type { Track } from './tracks'
import type { BoardView } from './view'

const smallest = 120

export class ZoneTrack implements Track {
  private readonly items: readonly Item[]
  private at: Rect

  constructor(
    private readonly view: BoardView,
    private readonly zone: Zone,
    private readonly handle: Handle,
    private readonly start: Point,
  ) {
    const { model } = view
    this.at = zone
    const inside = model.cards.filter((item) => zoneOf(item.card, model.zones) === zone)
    this.items = handle === 'move' ? inside : []
    for (const item of this.items) item.held = true
  }

  move(at: Point): void {
    const { k } = this.view.scene.camera
    const dx = snapped((at.x - this.start.x) / k)
    const dy = snapped((at.y - this.start.y) / k)
    this.at = this.handle === 'move' ? moved(this.zone, dx, dy) : stretched(this.zone, dx, dy)
    for (const item of this.items) {
      item.x = item.card.x + dx
      item.y = item.card.y + dy
    }
    this.show({ ...this.zone, ...this.at })
  }

  end(): void {
    const { x, y, width, height } = this.at
    const along = this.items.map((item) => ({ id: item.id, x: item.x, y: item.y }))
    this.release()
    changeZone(this.view.actions, this.zone, { x, y, width, height }, along)
    for (const item of this.items) item.settle()
    this.show(undefined)
  }

  cancel(): void {
    this.release()
    for (const item of this.items) item.settle()
    this.show(undefined)
  }

  private release(): void {
    for (const item of this.items) item.held = false
  }

  private show(zone: Zone | undefined): void {
    this.view.model.zoneInHand = zone
    this.view.scene.touch(this.items.map(({ id }) => id))
  }
}

function moved({ x, y, width, height }: Rect, dx: number, dy: number): Rect {
  return { x: x + dx, y: y + dy, width, height }
}

function stretched({ x, y, width, height }: Rect, dx: number, dy: number): Rect {
  return { x, y, width: Math.max(smallest, width + dx), height: Math.max(smallest, height + dy) }
}
