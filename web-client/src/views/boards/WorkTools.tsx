// Finding and pasting, in the board's toolbar.

import { Icon } from '../parts/Icon'
import { w } from '../work/words'
import type { BoardView } from './view'

export default function WorkTools({ view }: { view: BoardView }) {
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
        <button
          type="button"
          class="card-button is-icon"
          aria-label={w('paste')}
          title={w('paste')}
          onClick={() => {
            view.working.value = { tool: 'paste' }
          }}
        >
          <Icon name="clipboard-paste" />
        </button>
      )}
    </>
  )
}
