// One's points for one card, where the card is: while a prioritisation of its board is open.

import type { Card } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { Icon } from '../parts/Icon'
import { titleOf } from '../parts/text'
import { Stepper } from './Budget'
import { currentPriority, leftOf } from './current'
import { g } from './givingwords'

export default function CardPoints({ session, card }: { session: WorkshopSession; card: Card }) {
  const current = currentPriority(session, card.board)
  if (!current || current.closed || card.unplaced || session.me.value.person === 0) return null
  const left = leftOf(session, current)
  return (
    <span class="card-points">
      <Icon name="star" />
      <Stepper session={session} priority={current} card={card.id} title={titleOf(card)} left={left} />
      <span class="card-points-left">{g('left', { n: left, of: current.points })}</span>
    </span>
  )
}
