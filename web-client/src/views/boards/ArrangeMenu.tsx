// Putting chosen cards in order: on a line, evenly spaced, in a grid; locking them; looking at them.

import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { Alignment, Point } from '../parts/geometry'
import { Icon } from '../parts/Icon'
import { Menu, MenuChoice } from '../parts/Menu'
import { type Axis, inGrid, spacedEvenly } from '../work/arrange'
import { w } from '../work/words'
import type { Item } from './item'
import type { BoardView } from './view'

const alignments: readonly Alignment[] = ['left', 'middle', 'right', 'top', 'centre', 'bottom']

export default function ArrangeMenu({ view, cards }: { view: BoardView; cards: readonly Card[] }) {
  return (
    <>
      {cards.length > 1 && <Order view={view} />}
      <button type="button" class="card-button" onClick={() => view.lookAtChosen()}>
        <Icon name="focus" />
        <span class="card-button-word">{w('look')}</span>
      </button>
      {view.session.can.animate() && <Lock view={view} cards={cards} />}
    </>
  )
}

function Order({ view }: { view: BoardView }) {
  const place = (places: ReadonlyMap<Item, Point>) =>
    view.actions.move(
      [...places].map(([{ id }, corner]) => ({ id, ...corner })),
      'arrange',
    )
  const space = (axis: Axis) => () => place(spacedEvenly(view.chosenItems(), axis))
  return (
    <Menu icon="layout-grid" label={w('arrange')}>
      {alignments.map((alignment) => (
        <MenuChoice key={alignment} label={b(`align.${alignment}`)} onChoose={() => view.align(alignment)} />
      ))}
      <MenuChoice label={w('acrossEvenly')} onChoose={space('across')} />
      <MenuChoice label={w('downEvenly')} onChoose={space('down')} />
      <MenuChoice label={w('tidy')} onChoose={() => place(inGrid(view.chosenItems()))} />
    </Menu>
  )
}

function Lock({ view, cards }: { view: BoardView; cards: readonly Card[] }) {
  const locked = cards.every((card) => card.locked)
  const set = () =>
    view.actions.edit(
      cards.map(({ id }) => id),
      { locked: !locked },
    )
  return (
    <button type="button" class="card-button" onClick={set}>
      <Icon name={locked ? 'lock-open' : 'lock'} />
      <span class="card-button-word">{locked ? w('unlock') : w('lock')}</span>
    </button>
  )
}
