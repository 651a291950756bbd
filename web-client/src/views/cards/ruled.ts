// What a zone's rule sets on a card that comes into it (PROTOCOL.md, C30): the server does it, and taking the move
// back brings back what was there before. Pure.
import type { Card, Zone } from '../../../../protocol/generated/protocol'
import { zoneOf } from './zones'

export type Ruled = Pick<Card, 'objectives' | 'card_type' | 'color'>

/** The fields a rule may set, as they will be once the card has moved; undefined when it stays in its zone. */
export function ruled(card: Card, move: Partial<Card>, zones: readonly Zone[]): Ruled | undefined {
  const from = zoneHolding(card, zones)
  const to = zoneHolding({ ...card, ...move }, zones)
  if (from === to) return undefined
  const { objectives, card_type, color } = card
  const serves = !to?.objective || objectives.includes(to.objective)
  return {
    objectives: serves ? objectives : [to.objective],
    card_type: to?.card_type || card_type,
    color: to?.paints ? to.color : color,
  }
}

function zoneHolding(card: Card, zones: readonly Zone[]): Zone | undefined {
  if (card.unplaced) return undefined
  return zoneOf(
    card,
    zones.filter(({ board }) => board === card.board),
  )
}
