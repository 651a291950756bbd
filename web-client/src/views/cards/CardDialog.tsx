// One card, opened from a view that has no place for the editor itself: the same form as on the board, in a dialog.

import { useRef } from 'preact/hooks'
import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import { Dialog } from '../parts/Dialog'
import { adoptStyle } from '../parts/style'
import type { CardActions } from './actions'
import CardFields from './CardFields'
import { CardForm } from './CardForm'
import cardStyle from './card.css' with { type: 'text' }
import { type Draft, draftOf } from './draft'
import { factsOf, factWords } from './facts'
import openedStyle from './opened.css' with { type: 'text' }
import { cardPlace } from './places'
import { Signature } from './Signature'
import { Swatches } from './Swatches'
import { cardName, cardOrigin, cardReserve } from './words'

adoptStyle(cardStyle)
adoptStyle(openedStyle)

interface Props {
  actions: CardActions
  card: number
  onClose(): void
}

export default function CardDialog({ actions, card: id, onClose }: Props) {
  const record = actions.session.record('card', id).value
  const last = useRef<Card | undefined>(undefined)
  if (record) last.current = record
  const card = last.current
  // A card that is locked meanwhile does not take the form from under the hands.
  const writes = useRef(card !== undefined && actions.mayChange(card)).current
  if (!card) return null
  return (
    <Dialog title={cardName(card)} drawer onClose={onClose}>
      {writes || actions.mayChange(card) ? (
        <Written actions={actions} card={card} onClose={onClose} />
      ) : (
        <Read actions={actions} card={card} />
      )}
      <p class="hint">
        {[cardOrigin(actions.session, card), cardReserve(actions.session, card)].filter(Boolean).join(' · ')}
      </p>
    </Dialog>
  )
}

interface Opened {
  actions: CardActions
  card: Card
}

function Written({ actions, card, onClose }: Opened & { onClose(): void }) {
  const begun = useRef<Draft>(draftOf(card))
  return (
    <CardForm
      actions={actions}
      card={card.id}
      begun={begun.current}
      label={b('card.editing', { name: cardName(card) })}
      lay={(written) => actions.add(written, card.color, card, card)}
      onClose={(_, away) => !away && onClose()}
      onCancel={onClose}
    >
      <Swatches chosen={card.color} onChoose={(color) => actions.edit([card.id], { color })} />
      <CardFields
        session={actions.session}
        place={cardPlace(card.id)}
        traits={card}
        onChange={(fields, type) => actions.edit([card.id], type ? { ...fields, color: type.color } : fields)}
      />
      <Signature actions={actions} card={card} />
    </CardForm>
  )
}

function Read({ actions, card }: Opened) {
  return (
    <>
      <p class="card-read-text">{card.text}</p>
      <ul>
        {factWords(factsOf(actions.session, card)).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </>
  )
}
