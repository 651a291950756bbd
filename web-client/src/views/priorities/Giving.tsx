// Giving one's points: the budget always in sight, + and − beside every card.

import { useSignal } from '@preact/signals'
import type { Priority } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { act } from '../cards/memory'
import { Dialog } from '../parts/Dialog'
import { Icon } from '../parts/Icon'
import { Said } from '../parts/Said'
import { adoptStyle } from '../parts/style'
import { titleOf } from '../parts/text'
import { g } from './givingwords'
import { givenBy, pointsLeft } from './points'
import style from './priorities.css' with { type: 'text' }
import { Results } from './Results'

adoptStyle(style)

export function Giving({ session, board }: { session: WorkshopSession; board: number }) {
  const open = useSignal(false)
  const current = currentPriority(session, board)
  if (!current || session.me.value.person === 0) return null
  const left = leftOf(session, current)
  return (
    <>
      <button
        type="button"
        class="sign sign-button"
        onClick={() => {
          open.value = true
        }}
      >
        <Icon name="star" />
        {current.closed ? g('result') : g('give')}
        {!current.closed && <span>{g('left', { n: left, of: current.points })}</span>}
      </button>
      {open.value && (
        <Dialog
          title={current.title}
          drawer
          onClose={() => {
            open.value = false
          }}
        >
          {current.closed ? <p>{g('closed')}</p> : <Budget session={session} priority={current} />}
          {current.shown && <Results session={session} priority={current} />}
        </Dialog>
      )}
    </>
  )
}

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

export function Budget({ session, priority }: { session: WorkshopSession; priority: Priority }) {
  const left = leftOf(session, priority)
  const cards = session
    .where('card', 'board', priority.board)
    .value.filter((card) => !card.unplaced)
    .sort((a, b) => titleOf(a).localeCompare(titleOf(b)))
  return (
    <>
      <Said class="budget">{g('left', { n: left, of: priority.points })}</Said>
      <ul class="lines">
        {cards.map((card) => (
          <li key={card.id} data-card={card.id} data-color={card.color}>
            <span>{titleOf(card)}</span>
            <Stepper session={session} priority={priority} card={card.id} title={titleOf(card)} left={left} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface StepperProps {
  session: WorkshopSession
  priority: Priority
  card: number
  title: string
  left: number
}

export function Stepper({ session, priority, card, title, left }: StepperProps) {
  const given = () =>
    givenBy(priority.id, session.where('allotment', 'card', card).value, card, session.me.value.person)
  const mine = given()?.points ?? 0
  /** Counted from what stands at the click: two of them may come before the page is drawn again. */
  const give = (more: 1 | -1) => {
    const now = given()
    const points = (now?.points ?? 0) + more
    const mayGive = more < 0 ? points >= 0 : leftOf(session, priority) > 0
    const allotment = now?.id ?? session.newId()
    if (mayGive)
      act(session, priority.board, { type: 'allot', allotment, priority: priority.id, card, points })
  }
  return (
    <span class="stepper">
      <button
        type="button"
        class="button icon-only"
        aria-label={g('less', { title })}
        aria-disabled={mine === 0}
        onClick={() => give(-1)}
      >
        <Icon name="minus" />
      </button>
      <span class="stepper-count">
        <span aria-hidden="true">{mine}</span>
        <span class="unseen">{g('total', { n: mine })}</span>
      </span>
      <button
        type="button"
        class="button icon-only"
        aria-label={g('more', { title })}
        aria-disabled={left === 0}
        onClick={() => give(1)}
      >
        <Icon name="plus" />
      </button>
    </span>
  )
}
