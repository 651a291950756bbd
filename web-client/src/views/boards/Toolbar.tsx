import { type Signal, useSignal } from '@preact/signals'
import { b } from '../../i18n/board'
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'
import { lazy } from '../parts/lazy'
import type { BoardView, Tool } from './view'

const LeadTools = lazy(() => import('./LeadTools'), { quiet: true, whose: 'animators' })
const Undoing = lazy(() => import('../cards/Undoing'), { quiet: true })
const WorkTools = lazy(() => import('./WorkTools'))

/** What one does with the board, down its side, and how one looks at it, in a corner. Where there is no room, all but
 * adding folds. */
export function Toolbar({ view }: { view: BoardView }) {
  const unfolded = useSignal(false)
  return (
    <div class="board-tools" role="toolbar" aria-label={b('board.tools')} data-unfolded={unfolded.value}>
      <div class="board-toolbar">
        {view.actions.allowed && <Add view={view} />}
        <Fold unfolded={unfolded} />
        {view.actions.allowed && <Edits view={view} />}
        <WorkTools view={view} />
        {view.session.can.animate() && <LeadTools view={view} />}
      </div>
      <fieldset class="board-toolbar board-zooms" aria-label={b('board.looking')}>
        <Step icon="zoom-out" at="-" label={b('board.zoomOut')} run={() => view.looking.zoomBy(0.8)} />
        <Zoom view={view} />
        <Step icon="zoom-in" at="+" label={b('board.zoomIn')} run={() => view.looking.zoomBy(1.25)} />
        <Step icon="maximize" at="0" label={b('board.fit')} run={() => view.looking.fitAll()} />
      </fieldset>
    </div>
  )
}

function Add({ view }: { view: BoardView }) {
  return (
    <button
      type="button"
      class="card-button is-main board-add"
      title={b('board.addHint')}
      data-key="n"
      onClick={() => view.add(view.zones?.free())}
    >
      <Icon name="plus" />
      <span>{b('board.add')}</span>
    </button>
  )
}

function Fold({ unfolded }: { unfolded: Signal<boolean> }) {
  return (
    <button
      type="button"
      class="card-button is-icon board-fold"
      aria-expanded={unfolded.value}
      aria-label={b('board.allTools')}
      title={b('board.allTools')}
      onClick={() => {
        unfolded.value = !unfolded.value
      }}
    >
      <Icon name="ellipsis" />
    </button>
  )
}

function Edits({ view }: { view: BoardView }) {
  return (
    <>
      <ToolButton view={view} tool="hand" icon="hand" label={b('board.hand')} />
      <ToolButton view={view} tool="select" icon="mouse-pointer-2" label={b('board.select')} />
      <span class="board-toolbar-gap" />
      <Undoing actions={view.actions} narrow />
      <span class="board-toolbar-gap" />
    </>
  )
}

/** Apart, so that only it is drawn anew while one zooms. */
function Zoom({ view }: { view: BoardView }) {
  const percent = Math.round(view.scene.watched.value.k * 100)
  return <span class="board-zoom">{b('board.zoom', { percent })}</span>
}

function ToolButton({
  view,
  tool,
  icon,
  label,
}: {
  view: BoardView
  tool: Tool
  icon: IconName
  label: string
}) {
  return (
    <button
      type="button"
      class="card-button is-icon"
      aria-pressed={view.tool.value === tool}
      aria-label={label}
      title={label}
      onClick={() => {
        view.tool.value = tool
      }}
    >
      <Icon name={icon} />
    </button>
  )
}

interface StepProps {
  icon: IconName
  label: string
  /** The key it is for. */
  at: string
  run(): void
}

function Step({ icon, label, at, run }: StepProps) {
  return (
    <button
      type="button"
      class="card-button is-icon"
      aria-label={label}
      title={label}
      data-key={at}
      onClick={run}
    >
      <Icon name={icon} />
    </button>
  )
}
