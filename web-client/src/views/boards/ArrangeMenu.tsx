// Putting chosen cards in order: on a line, evenly spaced, in a grid.

import { b } from '../../i18n/board'
import type { Alignment, Point } from '../parts/geometry'
import { Menu, MenuChoice } from '../parts/Menu'
import { type Axis, inGrid, spacedEvenly } from '../work/arrange'
import { w } from '../work/words'
import type { Item } from './item'
import type { BoardView } from './view'

const alignments: readonly Alignment[] = ['left', 'middle', 'right', 'top', 'centre', 'bottom']

export default function ArrangeMenu({ view }: { view: BoardView }) {
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
