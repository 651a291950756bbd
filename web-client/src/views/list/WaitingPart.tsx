// Cards of others that wait for an animator to give them a place, apart from those that lie on the board.

import { useId } from 'preact/hooks'
import { b } from '../../i18n/board'
import { waitingOn } from '../facilitation/place'
import { s } from '../facilitation/signwords'
import { CardLine } from './CardLine'
import type { Listing } from './listing'
import { isMine } from './mine'

export default function WaitingPart({ listing }: { listing: Listing }) {
  const heading = useId()
  const { session, board } = listing.actions
  const cards = waitingOn(session, board).filter((card) => !isMine(session, card))
  if (cards.length === 0) return null
  const zones = session.where('zone', 'board', board).value
  return (
    <section class="list-zone" data-color="sand" aria-labelledby={heading}>
      <h3 id={heading}>
        {b('list.waiting')} <span class="list-zone-count">{cards.length}</span>
      </h3>
      <p class="list-empty">{s('waitingHint')}</p>
      <ul class="list-cards">
        {cards.map((card) => (
          <CardLine key={card.id} listing={listing} card={card} zone={undefined} zones={zones} />
        ))}
      </ul>
    </section>
  )
}
