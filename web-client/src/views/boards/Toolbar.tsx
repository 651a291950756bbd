import { b } from '../../i18n/board'
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'
import { lazy } from '../parts/lazy'
import type { BoardView, Tool } from './view'

const LeadTools = lazy(() => import('./LeadTools'), { quiet: true, whose: 'animators' })
const WorkTools = lazy(() => import('./WorkTools'))

export function Toolbar({ view }: { view: BoardView }) {
  const { actions } = view
  return (
    <fieldset class="board-toolbar" aria-label={b('board.tools')}>
      {actions.allowed && (
        <>
          <button
            type="button"
            class="card-button is-main"
            title={b('board.addHint')}
            onClick={() => view.add()}
          >
            <Icon name="plus" />
            <span class="card-button-word">{b('board.add')}</span>
          </button>
          <ToolButton view={view} tool="hand" icon="hand" label={b('board.hand')} />
          <ToolButton view={view} tool="select" icon="mouse-pointer-2" label={b('board.select')} />
          <span class="board-toolbar-gap" />
          <Step
            icon="undo-2"
            label={b('board.undo')}
            ready={actions.history.canUndo.value}
            run={() => actions.undo()}
          />
          <Step
            icon="redo-2"
            label={b('board.redo')}
            ready={actions.history.canRedo.value}
            run={() => actions.redo()}
          />
          <span class="board-toolbar-gap" />
        </>
      )}
      <Step icon="zoom-out" label={b('board.zoomOut')} run={() => view.looking.zoomBy(0.8)} />
      <Zoom view={view} />
      <Step icon="zoom-in" label={b('board.zoomIn')} run={() => view.looking.zoomBy(1.25)} />
      <Step icon="maximize" label={b('board.fit')} run={() => view.looking.fitAll()} />
      <WorkTools view={view} />
      {view.session.can.animate() && <LeadTools view={view} />}
    </fieldset>
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
  ready?: boolean
  run(): void
}

/** Stays in the tab order when there is nothing to do: a button that vanishes under the keyboard loses it. */
function Step({ icon, label, ready = true, run }: StepProps) {
  return (
    <button
      type="button"
      class="card-button is-icon"
      aria-label={label}
      aria-disabled={!ready}
      title={label}
      onClick={() => ready && run()}
    >
      <Icon name={icon} />
    </button>
  )
}
