// In what order the list shows cards. Pure.
import type { Card } from '../../../../protocol/generated/protocol'
import { inReadingOrder } from '../cards/zones'

export const orders = ['place', 'newest', 'title', 'author'] as const
export type Order = (typeof orders)[number]

/** A new array; `authorOf` names a card's author, empty for none. */
export function sorted(cards: readonly Card[], order: Order, authorOf: (card: Card) => string): Card[] {
  switch (order) {
    case 'place':
      return inReadingOrder(cards)
    case 'newest':
      return [...cards].sort((a, b) => b.made_at - a.made_at || b.id - a.id)
    case 'title':
      return byWords(cards, (card) => card.title || card.text)
    case 'author':
      return byWords(cards, authorOf)
  }
}

function byWords(cards: readonly Card[], wordsOf: (card: Card) => string): Card[] {
  const words = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
  return cards
    .map((card) => ({ card, key: wordsOf(card) }))
    .sort(
      (a, b) =>
        Number(!a.key) - Number(!b.key) || words.compare(a.key, b.key) || a.card.made_at - b.card.made_at,
    )
    .map(({ card }) => card)
}
