// Cards that wait for an animator to give them a place, apart from those that lie on the board.
import { useId } from 'preact/hooks'
import { t } from '../../i18n/i18n'
import { waitingOn } from '../facilitation/place'
import { w } from '../facilitation/words'
import { CardLine } from './CardLine'
import type { Listing } from './listing'

export default function WaitingPart({ listing }: { listing: Listing }) {
  const heading = useId()
  const { session, board } = listing.actions
  const cards = waitingOn(session, board)
  if (cards.length === 0) return null
  const zones = session.all('zone').value.filter((zone) => zone.board === board)
  return (
    <section class="list-zone" data-color="sand" aria-labelledby={heading}>
      <h3 id={heading}>
        {t('list.waiting')} <span class="list-zone-count">{cards.length}</span>
      </h3>
      <p class="list-empty">{w('waitingHint')}</p>
      <ul class="list-cards">
        {cards.map((card) => (
          <CardLine key={card.id} listing={listing} card={card} zone={undefined} zones={zones} />
        ))}
      </ul>
    </section>
  )
}
