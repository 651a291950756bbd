// What of the workshop's records an import or export of one board is about; reactive where read in a view.
import type { Board, Card } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
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

export function factsFrom(session: WorkshopSession): Facts {
  const objective = (id: number) => session.record('objective', id).value
  return {
    typeOf: ({ card_type }) => session.record('card_type', card_type).value?.label ?? '',
    objectivesOf: ({ objectives }) =>
      objectives.map((id) => objective(id)?.brief || objective(id)?.title || '').filter(Boolean),
    territoryOf: ({ territory }) => session.record('territory', territory).value,
    authorOf: ({ author }) => session.record('person', author).value?.name ?? '',
    pointsOf: ({ id }) => totalsOf(session).value.get(id) ?? 0,
    groupOf: ({ group }) => session.record('group', group).value?.title ?? '',
  }
}
