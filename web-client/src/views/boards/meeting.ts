// What may come of cards that meet: made one, or linked.
import type { Card } from '../../../../protocol/generated/protocol'
import type { CardActions } from '../cards/actions'
import { fits, mayMerge, mergedAll } from '../cards/together'

/** What may come of the two. */
export function offers(actions: CardActions, card: Card, on: Card): { merge: boolean; link: boolean } {
  const merge = mayMerge(actions, [on, card]) && fits(mergedAll(on, [card]))
  return { merge, link: actions.allowed && actions.mayLink(card.id, on.id) }
}
