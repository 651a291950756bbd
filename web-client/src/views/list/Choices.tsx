// What can be done to a card of the list, in a line that opens under it.

import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import { audienceName, audiences, colorName } from '../cards/choices'
import { c } from '../cards/choosewords'
import { mayMerge } from '../cards/together'
import { cardName } from '../cards/words'
import { placeIn, placeOutside } from '../cards/zones'
import { placeCards } from '../facilitation/place'
import { Act } from '../parts/Act'
import { colors } from '../parts/colors'
import { lazy } from '../parts/lazy'
import { Select } from '../parts/Select'
import { useFocusAsked } from './focus'
import type { LineProps, Listing } from './listing'

const Merge = lazy(() => import('../facilitation/Merge'), { whose: 'animators' })
const ShowActs = lazy(() => import('../facilitation/ShowActs'), { quiet: true, whose: 'animators' })

export default function Choices({ listing, card, zone, zones }: LineProps) {
  const { actions, linking } = listing
  const name = cardName(card)
  return (
    <fieldset class="list-choices">
      <legend class="card-unseen">{b('list.actionsOn', { name })}</legend>
      {(!card.unplaced || actions.session.can.animate()) && (
        <ZoneChoice listing={listing} card={card} zone={zone} zones={zones} />
      )}
      <ColorChoice listing={listing} card={card} />
      {actions.maySetAudience(card) && <AudienceChoice listing={listing} card={card} />}
      <Act
        icon="spline"
        label={b('board.links')}
        about={name}
        run={() => {
          linking.value = card.id
        }}
      />
      <MergeAct listing={listing} card={card} />
      {actions.session.can.animate() && <ShowActs actions={actions} cards={[card]} about={name} />}
      <Act icon="copy" label={b('board.duplicate')} about={name} run={() => actions.duplicate([card.id])} />
      <Act icon="trash-2" label={b('board.drop')} about={name} run={() => actions.drop([card.id])} />
    </fieldset>
  )
}

/** Which others is asked: in a list nothing is chosen. */
function MergeAct({ listing: { actions }, card }: Pick<LineProps, 'listing' | 'card'>) {
  const open = useSignal(false)
  const board = actions.session.record('board', actions.board).value
  if (!board || !mayMerge(actions, [card])) return null
  return (
    <>
      <Act
        icon="merge"
        label={c('merge')}
        about={cardName(card)}
        run={() => {
          open.value = true
        }}
      />
      {open.value && (
        <Merge
          session={actions.session}
          board={board}
          chosen={[card.id]}
          onClose={() => {
            open.value = false
          }}
        />
      )}
    </>
  )
}

/** The choice of a card that has no place yet; no zone has this id. */
const waiting = -1

function ZoneChoice({ listing, card, zone, zones }: LineProps) {
  const { actions } = listing
  const select = useRef<HTMLSelectElement>(null)
  useFocusAsked(listing, card.id, 'zone', select)
  const go = (id: number) => {
    const cards = actions.session
      .where('card', 'board', card.board)
      .peek()
      .filter(({ id: other }) => other !== card.id)
    const target = zones.find((one) => one.id === id)
    const at = target ? placeIn(target, cards, card) : placeOutside(zones, cards)
    listing.focus.value = { card: card.id, on: 'zone' }
    if (card.unplaced) placeCards(actions.session, [card], target?.id ?? 0)
    else actions.move([{ id: card.id, ...at }])
  }
  const options = [
    ...(card.unplaced ? [{ value: waiting, label: b('list.waiting') }] : []),
    ...zones.map(({ id, title }) => ({ value: id, label: title })),
    { value: 0, label: b('list.outside') },
  ]
  return (
    <Select
      label={b('card.zone')}
      value={card.unplaced ? waiting : (zone?.id ?? 0)}
      options={options}
      at={select}
      onChoose={go}
    />
  )
}

function ColorChoice({ listing: { actions }, card }: { listing: Listing; card: Card }) {
  return (
    <Select
      label={b('card.color')}
      value={card.color}
      options={colors.map((color) => ({ value: color, label: colorName(color) }))}
      onChoose={(color) => actions.edit([card.id], { color })}
    />
  )
}

function AudienceChoice({ listing: { actions }, card }: { listing: Listing; card: Card }) {
  const offered = audiences(actions.session.can.animate())
  const all = offered.includes(card.audience) ? offered : [card.audience, ...offered]
  return (
    <Select
      label={b('card.audience')}
      value={card.audience}
      options={all.map((audience) => ({ value: audience, label: audienceName(audience) }))}
      onChoose={(audience) => actions.show([card.id], audience)}
    />
  )
}
