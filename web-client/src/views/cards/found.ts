// Cards to choose from, by what is searched. Reactive.
import type { Card } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { finder, matches } from '../parts/search'
import { cardName } from './words'

/** Those called so first, each by name. */
export function foundBy(
  session: Pick<WorkshopSession, 'all'>,
  cards: readonly Card[],
  wanted: string,
): Card[] {
  const found = cards.filter(finder(session, wanted)).sort((a, b) => cardName(a).localeCompare(cardName(b)))
  const called = new Set(found.filter(({ title }) => matches({ title, text: '' }, wanted)))
  return [...called, ...found.filter((card) => !called.has(card))]
}
