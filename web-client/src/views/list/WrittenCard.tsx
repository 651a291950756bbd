// A card of the list that is being written, in its place.

import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import CardFields from '../cards/CardFields'
import { CardForm } from '../cards/CardForm'
import type { Draft } from '../cards/draft'
import { cardPlace } from '../cards/places'
import { Signature } from '../cards/Signature'
import { cardName } from '../cards/words'
import type { Listing } from './listing'

export default function WrittenCard({
  listing,
  card,
  begun,
}: {
  listing: Listing
  card: Card
  begun: Draft
}) {
  const close = (away: boolean) => {
    listing.writing.value = undefined
    if (!away) listing.focus.value = { card: card.id, on: 'edit' }
  }
  return (
    <CardForm
      actions={listing.actions}
      card={card.id}
      begun={begun}
      label={b('card.editing', { name: cardName(card) })}
      lay={(written) => listing.actions.add(written, card.color, card, card)}
      onClose={(_, away) => close(away)}
      onCancel={() => close(false)}
    >
      <CardFields
        session={listing.actions.session}
        place={cardPlace(card.id)}
        traits={card}
        onChange={(fields, type) =>
          listing.actions.edit([card.id], type ? { ...fields, color: type.color } : fields)
        }
      />
      <Signature actions={listing.actions} card={card} />
    </CardForm>
  )
}
