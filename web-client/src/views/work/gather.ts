// Cards laid in zones, one for each value of a field: in the one that is there, else in a new one under what lies on the
// board. Pure.
import type {
  AddZoneCommand,
  Card,
  Command,
  EditCardCommand,
  Zone,
} from '../../../../protocol/generated/protocol'
import { Fillings } from '../cards/filling'
import { placeIn, zoneOf } from '../cards/zones'
import { bounds, type Rect } from '../parts/geometry'
import { clipped, limitOf } from '../parts/text'
import { gridAt, squareColumns } from './arrange'
import type { Field, Grouped, Value } from './fields'

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
  /** The zones of the board, and the cards that lie on it. */
  readonly zones: readonly Zone[]
  readonly lying: readonly Card[]
  newId(): number
}

/**
 * The commands that do it. Cards are moved before their zones are made: a zone's rule is for what is laid in it
 * from now on, and would take from these cards what they have besides.
 */
export function gathered(gathering: Gathering): Command[] {
  const { field, groups, zones } = gathering
  const fresh = groups.filter(({ value }) => !zoneFor(zones, field, value))
  const into = intoZones(gathering)
  const grown = into.flatMap((one) => (one.type === 'edit_zone' ? [one as Rect] : []))
  return [...into, ...newZones({ ...gathering, groups: fresh }, grown)]
}

/** The zone that is there for a value already: by what it gives to cards, else by its title. */
export function zoneFor(zones: readonly Zone[], field: Field, { key, name }: Value): Zone | undefined {
  const gives = (zone: Zone) =>
    (field === 'objective' && zone.objective === key) ||
    (field === 'type' && zone.card_type === key) ||
    (field === 'color' && zone.paints && zone.color === key)
  return (key && zones.find(gives)) || zones.find(({ title }) => title === titled(name))
}

/** What lies in its zone already stays; the others go into free room of it, which grows where there is none. */
function intoZones({ field, groups, zones, lying }: Gathering): Command[] {
  const moving = new Set(
    groups.flatMap(({ value, cards }) => strays(cards, zoneFor(zones, field, value), zones)),
  )
  const staying = lying.filter((card) => !moving.has(card))
  const fillings = new Fillings(zones, staying, true)
  const moves: Command[] = []
  for (const { value, cards } of groups) {
    const zone = zoneFor(zones, field, value)
    if (!zone) continue
    for (const card of strays(cards, zone, zones)) {
      const at = fillings.place(zone, card) ?? placeIn(zone, staying, card)
      moves.push({ type: 'edit_card', card: card.id, ...at, ...kept(card, zone) })
    }
  }
  return [...fillings.grown, ...moves]
}

function strays(cards: readonly Card[], zone: Zone | undefined, zones: readonly Zone[]): readonly Card[] {
  return zone ? cards.filter((card) => zoneOf(card, zones) !== zone) : []
}

/** What a zone's rule would set is said as it is: cards are put in order, not changed. */
function kept(card: Card, { objective, card_type, paints }: Zone): Partial<EditCardCommand> {
  return {
    ...(objective ? { objectives: card.objectives } : {}),
    ...(card_type ? { card_type: card.card_type } : {}),
    ...(paints ? { color: card.color } : {}),
  }
}

function newZones(
  { board, field, groups, zones: there, lying, newId }: Gathering,
  grown: readonly Rect[],
): Command[] {
  const all = bounds([...lying, ...there, ...grown])
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
    zones.push(zoneOfValue(newId(), board, field, group, { ...at, ...size }))
    at = { x: at.x + size.width + between, y: at.y }
    row = Math.max(row, size.height)
  }
  return [...moves, ...zones]
}

function titled(name: string): string {
  return clipped(name, limitOf('add_zone', 'title'))
}

function headingOf(title: string, width: number): number {
  return heading + line * Math.min(2, Math.floor((title.length * letter) / (width - margin)))
}

function zoneOfValue(id: number, board: number, field: Field, { value }: Grouped, at: Rect): AddZoneCommand {
  const title = titled(value.name)
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
