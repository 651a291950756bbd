// Cards come into the order of presentation, and out of it.
import type { Card, Command } from '../../../../protocol/generated/protocol'
import type { CardActions } from '../cards/actions'
import { c } from '../cards/choosewords'
import { inReadingOrder } from '../cards/zones'
import { inOrder, renumber } from './turns'

/** At the end of the order of presentation, in reading order; out of it when all of them are in it already. */
export function present(actions: CardActions, cards: readonly Card[]): void {
  const { session, board, history } = actions
  const ordered = inOrder(session.where('card', 'board', board).peek())
  if (isPresented(cards)) {
    const out: Command[] = cards.map(({ id }) => ({ type: 'edit_card', card: id, place: 0 }))
    history.perform([...renumber(ordered.filter(({ id }) => !cards.some((one) => one.id === id))), ...out])
    return
  }
  const added = inReadingOrder(cards.filter(({ place }) => place === 0))
  const all = [...ordered, ...added]
  history.perform(renumber(all))
  session.notify(c('presented', { n: added.length, all: all.length }))
}

export function isPresented(cards: readonly Card[]): boolean {
  return cards.every(({ place }) => place > 0)
}
