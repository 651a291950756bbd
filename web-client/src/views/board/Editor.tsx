// The open card over the board: to write it, or to read it where one may not. It is not scaled with the board,
// so that it can be read at any zoom.
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Card, Color } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { CardForm } from '../card/CardForm'
import { Swatches } from '../card/choices'
import { blank, changed, type Draft, draftOf, isBlank, tidy } from '../card/draft'
import { cardName, cardOrigin, cardReserve } from '../card/words'
import type { BoardView, Editing } from './view'

export default function Editor({ view, editing }: { view: BoardView; editing: Editing }) {
  const card = editing.card ? view.session.record('card', editing.card).value : undefined
  const writable = view.actions.allowed
  const began = useSignal(writable)
  if (began.value) return <Writer view={view} editing={editing} card={card} />
  return card ? <Reader view={view} card={card} /> : null
}

function Writer({ view, editing, card }: { view: BoardView; editing: Editing; card: Card | undefined }) {
  const begun = useRef<Draft>(card ? draftOf(card) : blank)
  const color = useSignal<Color>(editing.color)
  const paint = (next: Color) => {
    color.value = next
    view.keepColor(next)
    if (card) view.actions.edit([card.id], { color: next })
  }
  return (
    <div class="card-open" data-color={card?.color ?? color.value}>
      <CardForm
        begun={begun.current}
        label={card ? t('card.editing', { name: cardName(card) }) : t('card.new')}
        onSave={(written, away) =>
          save(view, editing, { begun: begun.current, written, color: color.value }, away)
        }
        onCancel={() => view.closeEditor(editing.card, true)}
      >
        <Swatches chosen={card?.color ?? color.value} onChoose={paint} />
        {card && <Origin view={view} card={card} />}
      </CardForm>
    </div>
  )
}

interface Writing {
  begun: Draft
  written: Draft
  color: Color
}

/** Words are never lost: what cannot be saved stays open, what was taken away meanwhile is laid again. */
function save(view: BoardView, editing: Editing, { begun, written, color }: Writing, away: boolean): void {
  if (view.editing.peek() !== editing) return
  const fields = changed(begun, written)
  const same = Object.keys(fields).length === 0
  if (!same && !view.actions.allowed) view.session.notify(t('card.notSaved'))
  else if (same || isBlank(written)) view.closeEditor(editing.card, !away)
  else if (view.actions.card(editing.card)) {
    view.actions.edit([editing.card], fields)
    view.closeEditor(editing.card, !away)
  } else {
    if (editing.card) view.session.notify(t('card.laidAgain'))
    view.closeEditor(view.actions.add(tidy(written), color, editing.at, editing.at), !away)
  }
}

function Reader({ view, card }: { view: BoardView; card: Card }) {
  const close = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => close.current?.focus({ preventScroll: true }), [])
  const done = () => view.closeEditor(card.id, true)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes, wherever the keyboard is in it.
    <div
      class="card-open"
      data-color={card.color}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done()
      }}
    >
      <h2>{cardName(card)}</h2>
      <p class="card-open-text">{card.text}</p>
      <Origin view={view} card={card} />
      <button ref={close} type="button" class="card-button" onClick={done}>
        {t('card.close')}
      </button>
    </div>
  )
}

function Origin({ view, card }: { view: BoardView; card: Card }) {
  const reserve = cardReserve(view.session, card)
  return (
    <p class="card-origin">
      {cardOrigin(view.session, card)}
      {reserve && <> · {reserve}</>}
    </p>
  )
}
