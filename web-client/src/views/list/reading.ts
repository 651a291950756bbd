// What the list shows of a card's words. Pure.
import type { Card } from '../../../../protocol/generated/protocol'
import { cardName } from '../cards/words'

/** Signs to a line, as a column of the list has about; and how many lines a text may have before it is cut. */
const line = 70
const most = 6

/** The title whole, and the text; a card without a title is called by how its text begins, and has all of it below
 * when that is more. */
export function wordsOf(card: Pick<Card, 'title' | 'text'>): { name: string; rest: string } {
  const title = card.title.trim()
  const text = card.text.trim()
  if (title) return { name: title, rest: text }
  const name = cardName(card)
  return { name, rest: text === name ? '' : text }
}

/** Whether a text is so long that others would be far away below it. */
export function isLong(text: string): boolean {
  const lines = text.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / line)), 0)
  return lines > most + 2
}
