// What is done to cards that are chosen, besides their looks: sent to a zone.
import type { Card, Zone } from '../../../../protocol/generated/protocol'
import { type CardActions, onBoard } from '../cards/actions'
import { inReadingOrder, placeIn, placeOutside, zoneOf } from '../cards/zones'
import type { Rect } from '../parts/geometry'

/** Zones one may lay cards in, in reading order; reactive. */
export function zonesFor({ session, board }: CardActions): Zone[] {
  const zones = inReadingOrder(session.where('zone', 'board', board).value)
  return zones.filter((zone) => !zone.locked || session.can.animate())
}

/** Each into free room, in reading order; those that lie there stay. */
export function sendTo(actions: CardActions, cards: readonly Card[], zone: Zone | undefined): void {
  const { session, board } = actions
  const zones = session.where('zone', 'board', board).peek()
  const moving = inReadingOrder(cards.filter((card) => zoneOf(card, zones)?.id !== zone?.id))
  const ids = new Set(moving.map(({ id }) => id))
  const taken: Rect[] = session
    .where('card', 'board', board)
    .peek()
    .filter(({ id, unplaced }) => !unplaced && !ids.has(id))
  const spots = moving.map((card) => {
    const { width, height } = card
    const at = zone ? placeIn(zone, taken, card) : placeOutside(zones, taken)
    const spot = { x: onBoard(at.x), y: onBoard(at.y) }
    taken.push({ ...spot, width, height })
    return { id: card.id, ...spot }
  })
  actions.move(spots)
}
