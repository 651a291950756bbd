// What animators do to zones, as actions that can be taken back.
import type { Color, EditZoneCommand, Zone } from '../../../../protocol/generated/protocol'
import { type CardActions, onBoard, type Spot } from '../cards/actions'
import type { Rect } from '../parts/geometry'
import { same } from '../parts/same'
import { clipped, limitOf, oneLine } from '../parts/text'

export type ZoneFields = Omit<EditZoneCommand, 'type' | 'zone'>

export const newZone = { width: 900, height: 600 } as const
const least = 40
const most = 20_000

/** Answers the zone. */
export function addZone(actions: CardActions, title: string, at: Rect, color: Color = 'sand'): number {
  const zone = actions.session.newId()
  const { board } = actions
  actions.history.perform([{ type: 'add_zone', zone, board, title, color, ...withinBoard(at) }])
  return zone
}

/** Changes what differs. The cards that move along go first: a zone's rule is for what comes in, not for what comes
 * along. */
export function changeZone(
  actions: CardActions,
  zone: Zone,
  fields: ZoneFields,
  along: readonly Spot[] = [],
): void {
  const changed = Object.entries(tidyZone(zone, fields)).filter(
    ([field, value]) => !same(zone[field as keyof Zone], value),
  )
  if (changed.length === 0) return
  actions.history.perform([
    ...along.map(({ id, x, y }) => ({ type: 'edit_card' as const, card: id, x: onBoard(x), y: onBoard(y) })),
    { type: 'edit_zone', zone: zone.id, ...Object.fromEntries(changed) },
  ])
}

/** The cards in it stay. Answers what takes it back. */
export function dropZone(actions: CardActions, zone: number): () => void {
  const step = actions.history.perform([{ type: 'drop_zone', zone }])
  return () => void actions.history.undo(step)
}

function tidyZone(zone: Zone, fields: ZoneFields): ZoneFields {
  const title = fields.title === undefined ? {} : { title: titled(fields.title) || zone.title }
  const { x, y, width, height } = { ...zone, ...fields }
  return { ...fields, ...title, ...withinBoard({ x, y, width, height }) }
}

function titled(words: string): string {
  return clipped(oneLine(words), limitOf('edit_zone', 'title'))
}

function withinBoard({ x, y, width, height }: Rect): Rect {
  const long = (length: number) => Math.round(Math.max(least, Math.min(most, length)))
  return { x: onBoard(x), y: onBoard(y), width: long(width), height: long(height) }
}
