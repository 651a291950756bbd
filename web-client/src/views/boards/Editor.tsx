// The open card over the board: to write it, or to read it where one may not. It is not scaled with the board,
// so that it can be read at any zoom.

import { type Signal, useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Card, Color } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import CardFields from '../cards/CardFields'
import { CardForm } from '../cards/CardForm'
import { c } from '../cards/choosewords'
import { blank, type Draft, draftOf } from '../cards/draft'
import { factsOf, factWords } from '../cards/facts'
import { cardPlace, newPlace } from '../cards/places'
import { Signature } from '../cards/Signature'
import { Swatches } from '../cards/Swatches'
import { placeServing } from '../cards/serving'
import { w } from '../cards/terms'
import { given, noTraits, type Traits } from '../cards/traits'
import { apartFrom } from '../cards/unsigned'
import { cardName, cardOrigin, cardReserve } from '../cards/words'
import type { Point } from '../parts/geometry'
import { adoptStyle } from '../parts/style'
import { zonesFor } from './chosen'
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

interface Chosen {
  color: Color
  traits: Traits
  anonymous: boolean
}

/** What is chosen for a new card, as it was when its writing was broken off. */
function useChosen(view: BoardView, editing: Editing): Signal<Chosen> {
  const left = editing.card ? undefined : view.session.unsent.peek(newPlace(view.actions.board))
  return useSignal<Chosen>({
    color: editing.color,
    traits: noTraits,
    anonymous: false,
    ...(left?.choices as Partial<Chosen>),
  })
}

function Writer({ view, editing, card }: { view: BoardView; editing: Editing; card: Card | undefined }) {
  const begun = useRef<Draft>(card ? draftOf(card) : blank)
  const host = useRef<HTMLDivElement>(null)
  const chosen = useChosen(view, editing)
  const choose = (part: Partial<Chosen>) => {
    chosen.value = { ...chosen.value, ...part }
  }
  useLayoutEffect(() => followSize(view, host.current), [])
  const { color, traits, anonymous } = chosen.value
  const paint = (next: Color) => {
    choose({ color: next })
    view.keepColor(next)
    if (card) view.actions.edit([card.id], { color: next })
  }
  const lay = (written: Draft) => {
    const { at } = editing
    const { color, traits, anonymous } = chosen.peek()
    const spot = placeOf(view, editing, chosen.peek())
    const laid = { ...given(traits), ...(anonymous ? { anonymous } : {}) }
    return view.actions.add(written, card?.color ?? color, spot, at, laid)
  }
  return (
    <div ref={host} class="card-open" data-color={card?.color ?? color}>
      <CardForm
        actions={view.actions}
        card={editing.card}
        begun={begun.current}
        label={card ? b('card.editing', { name: cardName(card) }) : b('card.new')}
        choices={chosen.value}
        lay={lay}
        onClose={(saved, away) => close(view, editing, saved, !away)}
        onCancel={() => close(view, editing, editing.card, true)}
      >
        <Swatches chosen={card?.color ?? color} onChoose={paint} />
        <CardFields
          session={view.session}
          place={editing.card ? cardPlace(editing.card) : newPlace(view.actions.board)}
          traits={card ?? traits}
          onChange={(fields, type) => {
            if (type) paint(type.color)
            if (card) view.actions.edit([card.id], fields)
            else choose({ traits: { ...traits, ...fields } })
          }}
        />
        {card ? (
          <>
            <Signature actions={view.actions} card={card} />
            <Origin view={view} card={card} />
          </>
        ) : (
          <Unsigned view={view} on={anonymous} set={(on) => choose({ anonymous: on })} />
        )}
      </CardForm>
    </div>
  )
}

/** Unless another card was opened meanwhile. */
function close(view: BoardView, editing: Editing, card: number, refocus: boolean): void {
  if (view.editing.peek() === editing) view.closeEditor(card, refocus)
}

/** The form grows with its choices: what lies over the board is placed anew. */
function followSize(view: BoardView, host: HTMLElement | null): (() => void) | undefined {
  if (!host) return undefined
  const sizes = new ResizeObserver(() => view.scene.draw())
  sizes.observe(host)
  return () => sizes.disconnect()
}

function Unsigned({ view, on, set }: { view: BoardView; on: boolean; set(on: boolean): void }) {
  if (!view.session.me.value.person) return null
  return (
    <label class="card-unsigned">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => set(currentTarget.checked)} />
      {w('anonymous')}
    </label>
  )
}

/** Where it was begun; in the zone of its objective, which is said; away from there when it is not signed. */
function placeOf(
  view: BoardView,
  { at: begun, meant = false }: Editing,
  { traits, anonymous }: Chosen,
): Point {
  const { zones } = view.model
  const cards = [...view.model.items.values()]
  const serving = placeServing(begun, traits.objectives, meant, { zones: zonesFor(view.actions), cards })
  if (serving) {
    view.session.notify(c('laidIn', { zone: serving.zone.title }))
    view.looking.bringIntoView(serving.at)
  }
  const at = serving?.at ?? begun
  return anonymous ? apartFrom(at, zones, cards) : at
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
