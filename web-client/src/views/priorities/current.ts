// The prioritisation that is going on, and what one may still give in it.
import type { Priority } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { pointsLeft } from './points'

/** The newest prioritisation of the board, open or shown. */
export function currentPriority(session: WorkshopSession, board: number): Priority | undefined {
  return session
    .where('priority', 'board', board)
    .value.filter((one) => !one.closed || one.shown)
    .sort((a, b) => b.made_at - a.made_at)[0]
}

export function leftOf(session: WorkshopSession, priority: Priority): number {
  return pointsLeft(
    priority,
    session
      .where('allotment', 'priority', priority.id)
      .value.filter(({ card }) => isEverybodys(session, card)),
    session.me.value.person,
    (id) => session.record('person', id).value,
  )
}

/** Points on a card that is gone are free again. */
function isEverybodys(session: WorkshopSession, card: number): boolean {
  return session.record('card', card).value?.audience === 'everyone'
}
