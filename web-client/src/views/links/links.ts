import type { Link } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { WorkshopSession } from '../../sync/workshop'
import type { CardActions } from '../cards/actions'
import { w } from '../cards/terms'

/** The card's links whose other end is there to be seen; reactive. */
export function linksOf({ session }: CardActions, card: number): Link[] {
  return session
    .where('link', 'from', card)
    .value.concat(session.where('link', 'to', card).value)
    .filter(({ from, to }) => session.record('card', from === card ? to : from).value !== undefined)
}

/** Where the link leads, as seen from one of its cards: `name` is the other's; reactive. */
export function linkSentence(session: WorkshopSession, link: Link, outward: boolean, name: string): string {
  const type = session.record('link_type', link.link_type).value?.label
  if (!type) return outward ? b('card.linkTo', { name }) : b('card.linkFrom', { name })
  return outward ? w('linkAs', { type, name }) : w('linkedAs', { type, name })
}
