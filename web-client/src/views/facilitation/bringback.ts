// Bringing back what was taken off since a moment: everybody's, one person's, or that of animators without a name.
import type { Card, Command } from '../../../../protocol/generated/protocol'
import { whoDropped } from './burst'

/** What to send. person: 0 is whoever took cards off without a name, nobody (burst.ts) of unsigned
 * ones whoever; left out, everybody. On the wire a 0 asks for
 * everybody's, so cards without a name are asked for one by one. */
export function bringBack(bin: readonly Card[], since: number, person?: number): Command[] {
  if (person === undefined) return [{ type: 'restore_cards', since }]
  if (person > 0) return [{ type: 'restore_cards', person, since }]
  return bin
    .filter((card) => whoDropped(card) === person && card.dropped_at >= since)
    .map(({ id }) => ({ type: 'restore_card', card: id }))
}
