// A card of the list that is being written, in its place.

import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import CardFields from '../cards/CardFields'
import { CardForm } from '../cards/CardForm'
import { type Draft, tidy, unsaved } from '../cards/draft'
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
      onSave={(written, away) => save(listing, card, begun, written) && close(away)}
      onCancel={() => close(false)}
    >
      <CardFields
        session={listing.actions.session}
        traits={card}
        onChange={(fields, type) =>
          listing.actions.edit([card.id], type ? { ...fields, color: type.color } : fields)
        }
      />
    </CardForm>
  )
}

/** Answers whether the writing is over. Words are never lost: on a board that closed meanwhile the form stays, and
 * a card that was taken away is laid again. */
function save({ actions }: Listing, card: Card, begun: Draft, written: Draft): boolean {
  const fields = unsaved(begun, written, actions.card(card.id) !== undefined)
  if (Object.keys(fields).length === 0) return true
  if (!actions.allowed) {
    actions.session.notify(b('card.notSaved'))
    return false
  }
  if (actions.card(card.id)) actions.edit([card.id], fields)
  else {
    actions.add(tidy(written), card.color, card, card)
    actions.session.notify(b('card.laidAgain'))
  }
  return true
}
