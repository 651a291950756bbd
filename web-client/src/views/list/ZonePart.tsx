// One part of the list, a zone or the cards that share a value: its heading, its cards, a line to add one there.

import { useSignal, useSignalEffect } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { Zone } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import { tidy } from '../cards/draft'
import { addPlace } from '../cards/places'
import { placeIn, placeOutside, zoneOf } from '../cards/zones'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { Pointed } from '../parts/Pointed'
import { CardLine } from './CardLine'
import type { Listing, Part } from './listing'
import { printed } from './paper'

const AddLine = lazy(() => import('./AddLine'))

/** Cards shown of a zone before more are asked for. */
const page = 60

interface Props {
  listing: Listing
  part: Part
  zones: readonly Zone[]
}

export function ZonePart({ listing, part, zones }: Props) {
  const { zone, cards, title, color } = part
  const shown = useSignal(page)
  const heading = useId()
  const rest = cards.length - shown.value
  return (
    <section class="list-zone" data-color={color} aria-labelledby={heading}>
      <h3 id={heading}>
        <Pointed text={title} /> <span class="list-zone-count">{cards.length}</span>
      </h3>
      {cards.length === 0 && <p class="list-empty">{b('list.empty')}</p>}
      <ul class="list-cards">
        {cards.slice(0, printed.value ? undefined : shown.value).map((card) => (
          <CardLine
            key={card.id}
            listing={listing}
            card={card}
            zone={zone ?? zoneOf(card, zones)}
            zones={zones}
          />
        ))}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          class="card-button list-more"
          onClick={() => {
            shown.value += page
          }}
        >
          {b('list.more', { n: Math.min(page, rest) })}
        </button>
      )}
      {listing.actions.allowed && part.takes && <NewCard listing={listing} zone={zone} zones={zones} />}
    </section>
  )
}

interface NewProps {
  listing: Listing
  zone: Zone | undefined
  zones: readonly Zone[]
}

function NewCard({ listing, zone, zones }: NewProps) {
  const { actions } = listing
  const label = zone ? b('list.addIn', { zone: zone.title }) : b('list.add')
  const place = addPlace(actions.board, zone?.id ?? 0)
  const { unsent } = actions.session
  const open = useSignal(unsent.peek(place) !== undefined)
  const asked = useSignal(false)
  useSignalEffect(() => {
    if (unsent.wanted.value?.place !== place) return
    open.value = asked.value = true
    unsent.wanted.value = undefined
  })
  if (!open.value) return <AddButton label={label} onOpen={() => (open.value = asked.value = true)} />
  return (
    <AddLine
      form={{ place, name: label, board: actions.board }}
      asked={asked.value}
      onAdd={(title) => addCard(listing, zone, zones, title)}
      onClose={() => (open.value = false)}
    />
  )
}

function AddButton({ label, onOpen }: { label: string; onOpen(): void }) {
  return (
    <button type="button" class="card-button list-add-button" data-key="n" onClick={onOpen}>
      <Icon name="plus" />
      <span>{label}</span>
    </button>
  )
}

function addCard({ actions }: Listing, zone: Zone | undefined, zones: readonly Zone[], title: string): void {
  const cards = actions.session.where('card', 'board', actions.board).peek()
  const at = zone ? placeIn(zone, cards) : placeOutside(zones, cards)
  actions.add(tidy({ title, text: '' }), zone?.color ?? 'sand', at)
}
