import type { Link } from '../../../../protocol/generated/protocol'
import type { CardActions } from './actions'

/** The card's links whose other end is there to be seen; reactive. */
export function linksOf({ session }: CardActions, card: number): Link[] {
  return session
    .all('link')
    .value.filter(({ from, to }) => from === card || to === card)
    .filter(({ from, to }) => session.record('card', from === card ? to : from).value !== undefined)
}
