// The open card over the board: to write it, or to read it where one may not. It is not scaled with the board,
// so that it can be read at any zoom.

import { type Signal, useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Card, Color } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { Laid } from '../cards/actions'
import CardFields from '../cards/CardFields'
import { CardForm } from '../cards/CardForm'
import { blank, type Draft, draftOf, isBlank, tidy, unsaved } from '../cards/draft'
import { factsOf, factWords } from '../cards/facts'
import { Swatches } from '../cards/Swatches'
import { w } from '../cards/terms'
import { given, noTraits, type Traits } from '../cards/traits'
import { apartFrom } from '../cards/unsigned'
import { cardName, cardOrigin, cardReserve } from '../cards/words'
import { adoptStyle } from '../parts/style'
import style from './editor.css' with { type: 'text' }
import type { Editing } from './stage'
import type { BoardView } from './view'

adoptStyle(style)

export default function Editor({ view, editing }: { view: BoardView; editing: Editing }) {
  const card = editing.card ? view.session.record('card', editing.card).value : undefined
  const writable = card ? view.actions.mayChange(card) : view.actions.allowed
  const began = useSignal(writable)
  if (began.value) return <Writer view={view} editing={editing} card={card} />
  return card ? <Reader view={view} card={card} /> : null
}

function Writer({ view, editing, card }: { view: BoardView; editing: Editing; card: Card | undefined }) {
  const begun = useRef<Draft>(card ? draftOf(card) : blank)
  const host = useRef<HTMLDivElement>(null)
  const color = useSignal<Color>(editing.color)
  const traits = useSignal<Traits>(noTraits)
  const anonymous = useSignal(false)
  useLayoutEffect(() => followSize(view, host.current), [])
  const paint = (next: Color) => {
    color.value = next
    view.keepColor(next)
    if (card) view.actions.edit([card.id], { color: next })
  }
  return (
    <div ref={host} class="card-open" data-color={card?.color ?? color.value}>
      <CardForm
        actions={view.actions}
        card={card?.id ?? 0}
        begun={begun.current}
        label={card ? b('card.editing', { name: cardName(card) }) : b('card.new')}
        onSave={(written, away) =>
          save(
            view,
            editing,
            { begun: begun.current, written, color: color.value, ...laid(traits.value, anonymous.value) },
            away,
          )
        }
        onCancel={() => view.closeEditor(editing.card, true)}
      >
        <Swatches chosen={card?.color ?? color.value} onChoose={paint} />
        <CardFields
          session={view.session}
          traits={card ?? traits.value}
          onChange={(fields, type) => {
            if (type) paint(type.color)
            if (card) view.actions.edit([card.id], fields)
            else traits.value = { ...traits.value, ...fields }
          }}
        />
        {card ? <Origin view={view} card={card} /> : <Unsigned view={view} anonymous={anonymous} />}
      </CardForm>
    </div>
  )
}

/** The form grows with its choices: what lies over the board is placed anew. */
function followSize(view: BoardView, host: HTMLElement | null): (() => void) | undefined {
  if (!host) return undefined
  const sizes = new ResizeObserver(() => view.scene.draw())
  sizes.observe(host)
  return () => sizes.disconnect()
}

function Unsigned({ view, anonymous }: { view: BoardView; anonymous: Signal<boolean> }) {
  if (!view.session.me.value.person) return null
  return (
    <label class="card-unsigned">
      <input
        type="checkbox"
        checked={anonymous.value}
        onChange={({ currentTarget }) => {
          anonymous.value = currentTarget.checked
        }}
      />
      {w('anonymous')}
    </label>
  )
}

function laid(traits: Traits, anonymous: boolean): { laid: Laid } {
  return { laid: { ...given(traits), ...(anonymous ? { anonymous } : {}) } }
}

interface Writing {
  begun: Draft
  written: Draft
  color: Color
  laid: Laid
}

/** Words are never lost: what cannot be saved stays open, what was taken away meanwhile is laid again. */
function save(view: BoardView, editing: Editing, writing: Writing, away: boolean): void {
  if (view.editing.peek() !== editing) return
  const { begun, written, color, laid } = writing
  const fields = unsaved(begun, written, view.actions.card(editing.card) !== undefined)
  const same = Object.keys(fields).length === 0
  if (!same && !view.actions.allowed) view.session.notify(b('card.notSaved'))
  else if (same || isBlank(written)) view.closeEditor(editing.card, !away)
  else if (view.actions.card(editing.card)) {
    view.actions.edit([editing.card], fields)
    view.closeEditor(editing.card, !away)
  } else {
    if (editing.card) view.session.notify(b('card.laidAgain'))
    const at = laid.anonymous
      ? apartFrom(editing.at, view.model.zones, [...view.model.items.values()])
      : editing.at
    view.closeEditor(view.actions.add(tidy(written), color, at, editing.at, laid), !away)
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
      <Told view={view} card={card} />
      <Origin view={view} card={card} />
      <button ref={close} type="button" class="card-button" onClick={done}>
        {b('card.close')}
      </button>
    </div>
  )
}

function Told({ view, card }: { view: BoardView; card: Card }) {
  const words = factWords(factsOf(view.session, card))
  if (words.length === 0) return null
  return <p class="card-origin">{words.join(' · ')}</p>
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
