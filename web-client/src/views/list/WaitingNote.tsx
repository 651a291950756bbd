// Under one's own card that waits: that it does, or that it came back, with the word that came with it, and how it is
// handed in again.
import type { Card } from '../../../../protocol/generated/protocol'
import { cardName } from '../cards/words'
import { s } from '../facilitation/signwords'
import type { Listing } from './listing'

export default function WaitingNote({ listing, card }: { listing: Listing; card: Card }) {
  const { session } = listing.actions
  const word = session.where('remark', 'card', card.id).value[0]?.text
  if (!card.returned) return <p class="list-facts list-waits">{s('waitsHere')}</p>
  return (
    <div class="list-returned">
      <p>
        {s('returned')}
        {word && <q>{word}</q>}
      </p>
      {session.can.edit(card.board) && (
        <button
          type="button"
          class="card-button"
          onClick={() => session.send({ type: 'edit_card', card: card.id, returned: false })}
        >
          {s('handIn')}
          <span class="card-unseen"> {cardName(card)}</span>
        </button>
      )}
    </div>
  )
}
