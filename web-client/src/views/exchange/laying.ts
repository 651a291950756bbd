// What was read from a table becomes commands: territories first, then the cards, each in its place. Pure.
import type { AddCardCommand, Command, Zone } from '../../../../protocol/generated/protocol'
import { onBoard } from '../cards/actions'
import { Fillings, zoneServing } from '../cards/filling'
import { cardSize } from '../cards/zones'
import { bounds, type Point, type Rect } from '../parts/geometry'
import { gridAt, squareColumns } from '../work/arrange'
import type { NewCard, NewTerritory, Reading } from './reading'

const margin = 40
const heading = 90
const gap = 20
const aside = 80

export interface Ground {
  readonly board: number
  /** The zone that takes all the cards; undefined: each its objective's zone, or beside what lies there. */
  readonly zone: Zone | undefined
  /** Those that one may lay cards in, of which those that have no room may grow. */
  readonly zones: readonly Zone[]
  readonly mayGrow: boolean
  readonly cards: readonly Rect[]
  /** What else lies on the board. */
  readonly taken: readonly Rect[]
  newId(): number
}

/** Ids ascend: what is laid in one moment lies in its order. */
export function laid(reading: Pick<Reading, 'cards' | 'territories'>, ground: Ground): Command[] {
  const territories = reading.territories.map((one) => ({ id: ground.newId(), one }))
  const ids = reading.cards.map(() => ground.newId()).sort((a, b) => a - b)
  const { corners, grown } = places(reading.cards, ground)
  return [
    ...grown,
    ...territories.map(({ id, one }) => territoryCommand(id, one)),
    ...reading.cards.map((card, at) => {
      const named = card.territory
      const territory = !named ? 0 : 'known' in named ? named.known : (territories[named.added]?.id ?? 0)
      return cardCommand(ids[at] as number, ground.board, card, corners[at] as Point, territory)
    }),
  ]
}

function territoryCommand(id: number, { name, kind, code, longitude, latitude }: NewTerritory): Command {
  const said = { ...(kind ? { kind } : {}), ...(code ? { code } : {}) }
  return { type: 'add_territory', territory: id, name, ...said, longitude, latitude }
}

function cardCommand(id: number, board: number, card: NewCard, at: Point, territory: number): AddCardCommand {
  const { title, text, color, card_type, objectives, tags, point } = card
  return {
    type: 'add_card',
    card: id,
    board,
    title,
    text,
    color,
    x: onBoard(at.x),
    y: onBoard(at.y),
    ...sizeOf(card),
    audience: 'everyone',
    holder: 0,
    ...(card_type ? { card_type } : {}),
    ...(objectives.length ? { objectives: [...objectives] } : {}),
    ...(territory ? { territory } : {}),
    ...(tags ? { tags } : {}),
    ...(point ? { pinned: true, ...point } : {}),
  }
}

function sizeOf({ width = cardSize.width, height = cardSize.height }: NewCard) {
  return { width, height }
}

interface Placed {
  readonly corners: readonly Point[]
  /** Zones that had to grow, before anything is laid in them. */
  readonly grown: readonly Command[]
}

/** In the zone that was chosen; else where the table says; else in the zone of an objective that the card serves; the
 * others in a grid. */
function places(cards: readonly NewCard[], ground: Ground): Placed {
  const { zone: chosen, zones, cards: lying, mayGrow } = ground
  const fillings = new Fillings(zones, lying, mayGrow)
  const at = new Map<Sized, Point>()
  const rects = cards.map((card): Sized => ({ ...sizeOf(card), x: 0, y: 0, card }))
  for (const rect of rects) {
    const { x, y, objectives } = rect.card
    const zone = chosen ?? zoneServing(zones, objectives)
    const said = !chosen && x !== undefined && y !== undefined ? { x, y } : undefined
    const corner = said ?? (zone && fillings.place(zone, rect))
    if (corner) at.set(rect, corner)
  }
  const loose = rects.filter((rect) => !at.has(rect))
  // All of them closer together, rather than some under others.
  if (chosen && loose.length) return { corners: [...inZone(rects, chosen).values()], grown: [] }
  const grid = besides(loose, [...ground.taken, ...lying, ...zones, ...said(at)])
  const corners = rects.map((rect) => at.get(rect) ?? (grid.get(rect) as Point))
  return { corners, grown: fillings.grown }
}

interface Sized extends Rect {
  readonly card: NewCard
}

function said(at: ReadonlyMap<Sized, Point>): Rect[] {
  return [...at].map(([{ width, height }, corner]) => ({ ...corner, width, height }))
}

function besides<T extends Rect>(rects: readonly T[], taken: readonly Rect[]): Map<T, Point> {
  const all = bounds(taken)
  const corner = all ? { x: all.x + all.width + aside, y: all.y } : { x: 0, y: 0 }
  return gridAt(rects, corner, squareColumns(rects))
}

/** As wide as the zone; rows stand closer, down to covering one another, when they would leave it. */
function inZone<T extends Rect>(rects: readonly T[], zone: Rect): Map<T, Point> {
  const width = Math.max(cardSize.width, ...rects.map((rect) => rect.width))
  const height = Math.max(cardSize.height, ...rects.map((rect) => rect.height))
  const columns = Math.max(1, Math.floor((zone.width - 2 * margin + gap) / (width + gap)))
  const rows = Math.ceil(rects.length / columns)
  const room = Math.max(0, zone.height - heading - margin - height)
  const step = Math.min(height + gap, rows > 1 ? room / (rows - 1) : 0)
  return new Map(
    rects.map((rect, at) => [
      rect,
      {
        x: zone.x + margin + (at % columns) * (width + gap),
        y: zone.y + heading + Math.floor(at / columns) * step,
      },
    ]),
  )
}
