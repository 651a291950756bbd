// What one does with the chosen cards besides their looks: where they go, what they are joined with, who looks at them.

import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import { type CardSize, cardSizes, shared } from '../cards/choices'
import { c } from '../cards/choosewords'
import { mayMerge } from '../cards/together'
import { zoneOf } from '../cards/zones'
import { Act } from '../parts/Act'
import { Menu, MenuChoice } from '../parts/Menu'
import { w } from '../work/words'
import { sendTo, zonesFor } from './chosen'
import type { BoardView } from './view'

export interface Part {
  view: BoardView
  cards: readonly Card[]
}

/** To a zone, as dragging does. */
export function ZoneMenu({ view, cards }: Part) {
  const { actions } = view
  const zones = zonesFor(actions)
  if (zones.length === 0) return null
  const now = cards.map((card) => zoneOf(card, zones)?.id ?? 0)
  const isIn = (zone: number) => now.every((one) => one === zone)
  return (
    <Menu icon="square-dashed" label={c('toZone')}>
      {zones.map((zone) => (
        <MenuChoice
          key={zone.id}
          label={zone.title}
          chosen={isIn(zone.id)}
          onChoose={() => sendTo(actions, cards, zone)}
        />
      ))}
      <MenuChoice
        label={b('list.outside')}
        chosen={isIn(0)}
        onChoose={() => sendTo(actions, cards, undefined)}
      />
    </Menu>
  )
}

/** One card asks for the other; two are linked in the order in which they were chosen. */
export function LinkAct({ view, cards: [first, second, third] }: Part) {
  if (!first || third) return null
  const link = () => {
    if (!second) view.linking.value = first.id
    else linkTwo(view, first.id, second.id)
  }
  return <Act icon="spline" label={second ? c('link') : b('board.links')} run={link} />
}

export function linkTwo(view: BoardView, from: number, to: number): void {
  const link = view.actions.link(from, to)
  if (link) view.selection.chooseLink(link)
}

export function MergeAct({ view, cards }: Part) {
  if (cards.length < 2 || !mayMerge(view.actions, cards)) return null
  const merge = () => {
    view.merging.value = cards.map(({ id }) => id)
  }
  return <Act icon="merge" label={c('merge')} run={merge} />
}

export function MoreMenu({ view, cards }: Part) {
  const { actions, session } = view
  const ids = cards.map(({ id }) => id)
  const width = shared(cards, 'width')
  const locked = cards.every((card) => card.locked)
  const animates = session.can.animate()
  return (
    <Menu icon="ellipsis" label={c('more')}>
      {animates && (
        <>
          <MenuChoice
            label={locked ? w('unlock') : w('lock')}
            onChoose={() => actions.edit(ids, { locked: !locked })}
          />
          <MenuChoice
            label={c('putAway')}
            onChoose={() =>
              actions.history.perform(ids.map((card) => ({ type: 'edit_card', card, unplaced: true })))
            }
          />
        </>
      )}
      <MenuChoice label={w('look')} onChoose={() => view.lookAtChosen()} />
      <MenuChoice label={b('board.duplicate')} onChoose={() => view.duplicate()} />
      {(Object.keys(cardSizes) as CardSize[]).map((size) => (
        <MenuChoice
          key={size}
          label={`${b('board.size')} : ${b(`size.${size}`)}`}
          chosen={cardSizes[size].width === width}
          onChoose={() => actions.edit(ids, cardSizes[size])}
        />
      ))}
    </Menu>
  )
}
