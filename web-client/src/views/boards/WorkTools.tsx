// Finding, pasting, zones and grouping, in the board's toolbar.

import { Icon } from '../parts/Icon'
import { Menu, MenuChoice } from '../parts/Menu'
import type { Tool } from '../work/desk'
import { w } from '../work/words'
import type { BoardView } from './view'

export default function WorkTools({ view }: { view: BoardView }) {
  const open = (tool: Tool) => () => {
    view.working.value = { tool }
  }
  const animates = view.session.can.animate()
  return (
    <>
      <button
        type="button"
        class="card-button is-icon"
        aria-label={w('find')}
        title={w('find')}
        aria-expanded={view.finding.value}
        data-key="/"
        onClick={() => {
          view.finding.value = !view.finding.value
        }}
      >
        <Icon name="search" />
      </button>
      {view.actions.allowed && (
        <Menu icon="group" label={w('tools')}>
          <MenuChoice label={w('paste')} onChoose={open('paste')} />
          {animates && <MenuChoice label={w('zones')} onChoose={open('zones')} />}
          {animates && <MenuChoice label={w('gather')} onChoose={open('gather')} />}
        </Menu>
      )}
    </>
  )
}
