// What of the workshop's records an import or export of one board is about; reactive where read in a view.
import type { Board, Card, Link } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { WorkshopSession } from '../../sync/workshop'
import { zoneOf } from '../cards/zones'
import { titleOf } from '../parts/text'
import { totalsOf } from '../parts/totals'
import type { Records } from './boardfile'
import { most } from './most'
import type { Known } from './reading'
import type { Held } from './restoring'
import type { Facts } from './table'

/** Boards stand in the order of their ids: a new one comes after those that are there. */
export function newBoardId(session: WorkshopSession): number {
  const last = Math.max(
    0,
    ...session
      .all('board')
      .peek()
      .map(({ id }) => id),
  )
  const next = last + 1 + (session.newId() % 2 ** 20)
  return Number.isSafeInteger(next) ? next : session.newId()
}

/** The cards in the order they are laid. */
export function cardsOn(session: WorkshopSession, board: number): Card[] {
  const cards = session.where('card', 'board', board).value
  return [...cards].sort((a, b) => a.made_at - b.made_at || a.id - b.id)
}

export function recordsOf(session: WorkshopSession, board: Board): Records {
  return {
    board,
    zones: session.where('zone', 'board', board.id).value,
    cards: cardsOn(session, board.id),
    links: session.where('link', 'board', board.id).value,
    types: session.all('card_type').value,
    linkTypes: session.all('link_type').value,
    objectives: session.all('objective').value,
    territories: session.all('territory').value,
  }
}

export function knownOf(session: WorkshopSession): Known {
  return {
    types: session.all('card_type').value,
    objectives: session.all('objective').value,
    territories: session.all('territory').value,
    categories: session.all('category').value,
  }
}

export function heldBy(session: WorkshopSession): Held {
  const kinds = Object.keys(most) as (keyof typeof most)[]
  return Object.fromEntries(kinds.map((kind) => [kind, session.all(kind).value.length])) as Held
}

export function factsFrom(session: WorkshopSession, board: number): Facts {
  const objective = (id: number) => session.record('objective', id).value
  const authorOf = (card: Card) => (card.anonymous ? undefined : session.record('person', card.author).value)
  const zones = session.where('zone', 'board', board).value
  return {
    typeOf: ({ card_type }) => session.record('card_type', card_type).value?.label ?? '',
    objectivesOf: ({ objectives }) =>
      objectives.map((id) => objective(id)?.brief || objective(id)?.title || '').filter(Boolean),
    territoryOf: ({ territory }) => session.record('territory', territory).value,
    authorOf: (card) => authorOf(card)?.name ?? '',
    categoryOf: (card) => session.record('category', authorOf(card)?.category ?? 0).value?.label ?? '',
    zoneOf: (card) => (card.unplaced ? '' : (zoneOf(card, zones)?.title ?? '')),
    linksOf: (card) => linksOf(session, card.id),
    colorOf: ({ color }) => b(`color.${color}`),
    pointsOf: ({ id }) => totalsOf(session).value.get(id) ?? 0,
    groupOf: ({ group }) => session.record('group', group).value?.title ?? '',
  }
}

/** Names of who signed the card; nobody signed one that is unsigned. */
export function signersOf(session: WorkshopSession, card: Card): string[] {
  if (card.anonymous) return []
  return [card.author, ...card.coauthors].flatMap((id) => session.record('person', id).value?.name ?? [])
}

/** "→ École du dehors (mène à : plus tard)", to cards that one may see. */
function linksOf(session: WorkshopSession, card: number): string[] {
  const words = (arrow: string, { link_type: type, label }: Link, other: number) => {
    const end = session.record('card', other).value
    const said = [session.record('link_type', type).value?.label, label].filter(Boolean).join(' : ')
    return end ? [`${arrow} ${titleOf(end)}${said ? ` (${said})` : ''}`] : []
  }
  return [
    ...session.where('link', 'from', card).value.flatMap((link) => words('→', link, link.to)),
    ...session.where('link', 'to', card).value.flatMap((link) => words('←', link, link.from)),
  ]
}
