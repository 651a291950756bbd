// Bringing back what was taken off since a moment: everybody's, one person's, or that of animators without a name.
import type { Card, Command } from '../../../../protocol/generated/protocol'

/** What to send. person: 0 is whoever took cards off without a name; left out, everybody. On the wire a 0 asks for
 * everybody's, so cards without a name are asked for one by one. */
export function bringBack(bin: readonly Card[], since: number, person?: number): Command[] {
  if (person === undefined) return [{ type: 'restore_cards', since }]
  if (person > 0) return [{ type: 'restore_cards', person, since }]
  return bin
    .filter(({ dropped_by, dropped_at }) => dropped_by === 0 && dropped_at >= since)
    .map(({ id }) => ({ type: 'restore_card', card: id }))
}
