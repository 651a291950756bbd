// Several cards as one: who may do that, and whether there is room for what they say. Pure.
import type { Card } from '../../../../protocol/generated/protocol'
import { clipped, limitOf } from '../parts/text'
import type { CardActions } from './actions'
import { merged } from './merging'

/** One after the other into the one that is kept. */
export function mergedAll(kept: Card, gone: readonly Card[]): Card {
  let result = kept
  for (const one of gone) result = { ...result, ...merged(result, one) }
  return result
}

/** Whether what they say together is within what a card can hold. */
export function fits({ text, tags }: Pick<Card, 'text' | 'tags'>): boolean {
  return (
    text === clipped(text, limitOf('add_card', 'text')) && tags === clipped(tags, limitOf('add_card', 'tags'))
  )
}

/** Whether this person may make one card of them: what few see is gone for good once it is merged. */
export function mayMerge({ session }: CardActions, cards: readonly Card[]): boolean {
  const { role } = session.me.value
  const may = role === 'animator' || role === 'facilitator'
  return may && cards.every(({ audience, unplaced }) => audience === 'everyone' && !unplaced)
}
