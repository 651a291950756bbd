// Finding cards by what stands on them and who wrote them, however it is typed.
import type { Card } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { fold } from './fold'

type Written = Pick<Card, 'title' | 'text'> & Partial<Pick<Card, 'tags'>>

const held = new WeakMap<object, string>()

/** Folding thousands of cards at each letter typed would be felt. */
function wordsOn(card: Written): string {
  const words = held.get(card) ?? fold(`${card.title}\n${card.text}\n${card.tags ?? ''}`)
  held.set(card, words)
  return words
}

const wordsOf = (wanted: string) => fold(wanted).split(/\s+/).filter(Boolean)

/** Whether every word that is searched stands in the title, the text or the tags, or in what is known besides. */
export function matches(card: Written, wanted: string, besides = ''): boolean {
  const known = fold(besides)
  return wordsOf(wanted).every((word) => wordsOn(card).includes(word) || known.includes(word))
}

/** Whether a card is found by these words, its authors' names and its territory's among them; reactive. */
export function finder(session: Pick<WorkshopSession, 'all'>, wanted: string): (card: Card) => boolean {
  const words = wordsOf(wanted)
  if (words.length === 0) return () => true
  const names = new Map(
    [...session.all('person').value, ...session.all('territory').value].map(({ id, name }) => [
      id,
      fold(name),
    ]),
  )
  return (card) => {
    const besides = [card.author, card.territory, ...card.coauthors].map((id) => names.get(id))
    const known = [wordsOn(card), ...besides].join('\n')
    return words.every((word) => known.includes(word))
  }
}
