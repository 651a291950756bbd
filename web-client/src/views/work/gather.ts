// Cards laid in new zones, one for each value of a field, under what lies on the board already. Pure.
import type { AddZoneCommand, Command } from '../../../../protocol/generated/protocol'
import { bounds, type Rect } from '../parts/geometry'
import { clipped, limitOf } from '../parts/text'
import { gridAt, squareColumns } from './arrange'
import type { Field, Grouped } from './fields'

/** Cards moved by one action. */
export const mostGathered = 400

const margin = 40
/** Room for a zone's title, and for each line of it besides the first; a letter is about so wide. */
const heading = 90
const line = 54
const letter = 22
const between = 60
/** Zones stand in rows about so wide. */
const rowWidth = 4000

export interface Gathering {
  readonly board: number
  readonly field: Field
  readonly groups: readonly Grouped[]
  /** What lies on the board. */
  readonly taken: readonly Rect[]
  newId(): number
}

/**
 * The commands that do it. Cards are moved before their zones are made: a zone's rule is for what is laid in it
 * from now on, and would take from these cards what they have besides.
 */
export function gathered({ board, field, groups, taken, newId }: Gathering): Command[] {
  const all = bounds(taken)
  const left = all?.x ?? 0
  const moves: Command[] = []
  const zones: Command[] = []
  let at = { x: left, y: all ? all.y + all.height + between : 0 }
  let row = 0
  for (const group of groups) {
    const columns = squareColumns(group.cards)
    const inside = gridAt(group.cards, { x: 0, y: 0 }, columns)
    const held = bounds([...inside].map(([card, corner]) => ({ ...card, ...corner }))) as Rect
    const width = held.width + 2 * margin
    const head = headingOf(group.value.name, width)
    const size = { width, height: held.height + head + margin }
    if (at.x > left && at.x + size.width > left + rowWidth) {
      at = { x: left, y: at.y + row + between }
      row = 0
    }
    for (const [card, corner] of inside)
      moves.push({
        type: 'edit_card',
        card: card.id,
        x: at.x + margin + corner.x,
        y: at.y + head + corner.y,
      })
    zones.push(zoneFor(newId(), board, field, group, { ...at, ...size }))
    at = { x: at.x + size.width + between, y: at.y }
    row = Math.max(row, size.height)
  }
  return [...moves, ...zones]
}

function headingOf(title: string, width: number): number {
  return heading + line * Math.min(2, Math.floor((title.length * letter) / (width - margin)))
}

function zoneFor(id: number, board: number, field: Field, { value }: Grouped, at: Rect): AddZoneCommand {
  const title = clipped(value.name, limitOf('add_zone', 'title'))
  const key = Number(value.key)
  return {
    type: 'add_zone',
    zone: id,
    board,
    title,
    color: value.color ?? 'sand',
    ...at,
    ...(field === 'objective' && key ? { objective: key } : {}),
    ...(field === 'type' && key ? { card_type: key } : {}),
    ...(field === 'color' ? { paints: true } : {}),
  }
}
