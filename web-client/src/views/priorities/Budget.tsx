// Giving one's points: the budget always in sight, + and − beside every card.
import type { Priority } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { act } from '../cards/memory'
import { Icon } from '../parts/Icon'
import { Said } from '../parts/Said'
import { adoptStyle } from '../parts/style'
import { titleOf } from '../parts/text'
import { leftOf } from './current'
import { g } from './givingwords'
import { givenBy } from './points'
import style from './priorities.css' with { type: 'text' }

adoptStyle(style)

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
