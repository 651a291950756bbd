// What of the cards in sight somebody added, as taking it off in one action counts it. Pure.
import type { Card } from '../../../../protocol/generated/protocol'

/** In the place of a person: what is unsigned, whosever it is. */
export const nobodys = 0

const isIn = ({ audience, dropped_at }: Card) => audience === 'everyone' && dropped_at === 0

/** Those who signed cards, who wrote most first. */
export function whoAdded(cards: readonly Card[]): number[] {
  const counts = new Map<number, number>()
  for (const card of cards)
    if (isIn(card) && card.author) counts.set(card.author, (counts.get(card.author) ?? 0) + 1)
  return [...counts].sort(([, left], [, right]) => right - left).map(([person]) => person)
}

export function addedBy(cards: readonly Card[], person: number, since: number): number {
  const theirs = (card: Card) => (person === nobodys ? card.anonymous : card.author === person)
  return cards.filter((card) => isIn(card) && theirs(card) && card.made_at >= since).length
}
