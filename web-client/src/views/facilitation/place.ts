// Giving cards that wait their place on the board.

import type { Card, Command, Zone } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { act } from '../cards/memory'
import { inReadingOrder, placeIn, placeOutside, zoneOf } from '../cards/zones'

/** What a dragged card is carried as, between the inbox and the board. */
export const carried = 'application/x-archipel-card'

export function zonesOf(session: WorkshopSession, board: number): Zone[] {
  return inReadingOrder(session.where('zone', 'board', board).value)
}

/** Cards of the board that wait, the oldest first. */
export function waitingOn(session: WorkshopSession, board: number): Card[] {
  return session
    .where('card', 'board', board)
    .value.filter((card) => card.unplaced)
    .sort((a, b) => a.made_at - b.made_at || a.id - b.id)
}

/** Says: into the zone where its author wrote it, or into none if that is where it was. */
export const meant = -1

/** Into the zone of this id, into none for 0, or as they were meant. Each finds room beside what lies there and beside
 * those placed before it. */
export function placeCards(session: WorkshopSession, chosen: readonly Card[], where: number): void {
  const [first] = chosen
  if (!first) return
  const lying = session
    .where('card', 'board', first.board)
    .peek()
    .filter(({ unplaced }) => !unplaced)
    .map(({ x, y, width, height }) => ({ x, y, width, height }))
  const zones = zonesOf(session, first.board)
  const commands: Command[] = []
  for (const card of chosen) {
    const { id, width, height } = card
    const zone = where === meant ? zoneOf(card, zones) : zones.find((one) => one.id === where)
    const at = zone ? placeIn(zone, lying, { width, height }) : placeOutside(zones, lying)
    const [x, y] = [Math.round(at.x), Math.round(at.y)]
    lying.push({ x, y, width, height })
    commands.push({ type: 'edit_card', card: id, unplaced: false, x, y })
  }
  act(session, first.board, commands)
}
