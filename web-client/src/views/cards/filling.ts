// A zone that is filled with cards, none on another: row by row, and where it has no room left it grows, if it may, to
// where nothing lies. Pure.
import type { Command, Zone } from '../../../../protocol/generated/protocol'
import { grown, overlaps, type Point, type Rect } from '../parts/geometry'
import { heading, zoneOf } from './zones'

type Size = { readonly width: number; readonly height: number }

const margin = 40
const gap = 20
const longest = 20_000

/** The zone of one of these objectives, the first objective's first. */
export function zoneServing<T extends Pick<Zone, 'objective'>>(
  zones: readonly T[],
  objectives: readonly number[],
): T | undefined {
  for (const objective of objectives) {
    const found = zones.find((zone) => zone.objective === objective)
    if (found) return found
  }
  return undefined
}

/** The zones of a board, which grow past one another. */
export class Fillings {
  private readonly all: Map<number, Filling>

  constructor(
    readonly zones: readonly Zone[],
    /** The cards that lie there. */
    readonly lying: readonly Rect[],
    readonly mayGrow: boolean,
  ) {
    this.all = new Map(zones.map((zone) => [zone.id, new Filling(zone, this)]))
  }

  /** Where one more card of this size lies in the zone; undefined when there is no room left. */
  place(zone: Zone, size: Size): Point | undefined {
    return this.all.get(zone.id)?.place(size)
  }

  /** What to send before anything is laid in those that had to grow. */
  get grown(): Command[] {
    const grown = [...this.all.values()].filter(({ hasGrown }) => hasGrown)
    return grown.map(({ zone, rect }) => ({ type: 'edit_zone', zone: zone.id, ...rect }))
  }

  /** Whether a zone may grow there. */
  isClear(strip: Rect, { zone }: Filling): boolean {
    const near = grown(strip, gap)
    return [...this.all.values()].every((other) => other.zone.id === zone.id || !overlaps(other.rect, near))
  }
}

class Filling {
  /** As it is, grown so far. */
  rect: Rect
  private readonly taken: Rect[]
  private readonly apart: readonly Rect[]
  /** The row in which the last one found room: before it there is none. */
  private row = Number.NEGATIVE_INFINITY

  constructor(
    readonly zone: Zone,
    private readonly board: Fillings,
  ) {
    const { x, y, width, height } = zone
    this.rect = { x, y, width, height }
    this.taken = board.lying.filter((rect) => overlaps(rect, zone))
    this.apart = board.lying.filter((rect) => !overlaps(rect, zone))
  }

  get hasGrown(): boolean {
    const { rect, zone } = this
    return rect.width !== zone.width || rect.height !== zone.height
  }

  place(size: Size): Point | undefined {
    const at = this.free(size) ?? (this.board.mayGrow && this.grow(size) ? this.free(size) : undefined)
    if (at) this.taken.push({ ...at, width: size.width, height: size.height })
    return at
  }

  private free({ width, height }: Size): Point | undefined {
    const { rect, taken } = this
    const right = rect.x + rect.width - margin - width
    const bottom = rect.y + rect.height - margin - height
    for (let y = Math.max(this.row, rect.y + heading); y <= bottom; y += height + gap) {
      for (let x = rect.x + margin; x <= right; x += width + gap) {
        const spot = { x, y, width, height }
        if (taken.some((one) => overlaps(one, spot)) || this.isAnothers(spot)) continue
        this.row = y
        return { x, y }
      }
    }
    return undefined
  }

  /** In a smaller zone that lies in this one, a card would be that one's. */
  private isAnothers(spot: Rect): boolean {
    const there = zoneOf(spot, this.board.zones)
    return there !== undefined && there.id !== this.zone.id
  }

  /** By one row or column, to the first side where nothing is in the way. */
  private grow({ width, height }: Size): boolean {
    const { x, y, width: wide, height: high } = this.rect
    const [column, row] = [width + gap, height + gap]
    const sides = [
      {
        strip: { x, y: y + high, width: wide, height: row },
        rect: { x, y, width: wide, height: high + row },
      },
      {
        strip: { x: x + wide, y, width: column, height: high },
        rect: { x, y, width: wide + column, height: high },
      },
      {
        strip: { x, y: y - row, width: wide, height: row },
        rect: { x, y: y - row, width: wide, height: high + row },
      },
      {
        strip: { x: x - column, y, width: column, height: high },
        rect: { x: x - column, y, width: wide + column, height: high },
      },
    ]
    const side = sides.find(
      ({ strip, rect }) => Math.max(rect.width, rect.height) <= longest && this.isClear(strip),
    )
    if (!side) return false
    this.rect = side.rect
    this.row = Number.NEGATIVE_INFINITY
    return true
  }

  private isClear(strip: Rect): boolean {
    return this.board.isClear(strip, this) && !this.apart.some((rect) => overlaps(rect, strip))
  }
}
