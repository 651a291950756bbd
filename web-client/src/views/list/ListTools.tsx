// Pasting lines into the list, and the tools that the animators' place asks for.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { CardActions } from '../cards/actions'
import { wantedTool } from '../parts/conduct'
import { bounds } from '../parts/geometry'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import type { Desk, Tool } from '../work/desk'
import { w } from '../work/words'

const WorkPanel = lazy(() => import('../work/WorkPanel'))

export default function ListTools({ actions }: { actions: CardActions }) {
  const tool = useSignal<Tool | undefined>(undefined)
  const wanted = wantedTool.value
  useEffect(() => {
    if (!wanted) return
    wantedTool.value = undefined
    tool.value = wanted
  }, [wanted])
  return (
    <>
      <button
        type="button"
        class="card-button"
        onClick={() => {
          tool.value = 'paste'
        }}
      >
        <Icon name="clipboard-paste" />
        <span class="card-button-word">{w('paste')}</span>
      </button>
      {tool.value && (
        <WorkPanel
          key={tool.value}
          tool={tool.value}
          desk={deskOf(actions)}
          onClose={() => {
            tool.value = undefined
          }}
        />
      )}
    </>
  )
}

/** In a list nothing is chosen, and all of the board is seen. */
function deskOf(actions: CardActions): Desk {
  const { session, board } = actions
  const lying = [
    ...session.where('card', 'board', board).value,
    ...session.where('zone', 'board', board).value,
  ]
  const seen = bounds(lying)
  return {
    actions,
    chosen: () => [],
    seen: () => seen ?? { x: 0, y: 0, width: 0, height: 0 },
    show: () => {},
  }
}
