// Pasting lines, zones and grouping, from the list.
import { useSignal } from '@preact/signals'
import type { CardActions } from '../cards/actions'
import { bounds } from '../parts/geometry'
import { lazy } from '../parts/lazy'
import { Menu, MenuChoice } from '../parts/Menu'
import type { Desk, Tool } from '../work/desk'
import { w } from '../work/words'

const WorkPanel = lazy(() => import('../work/WorkPanel'))

export default function ListTools({ actions }: { actions: CardActions }) {
  const tool = useSignal<Tool | undefined>(undefined)
  const open = (next: Tool) => () => {
    tool.value = next
  }
  const animates = actions.session.can.animate()
  return (
    <>
      <Menu icon="group" label={w('tools')}>
        <MenuChoice label={w('paste')} onChoose={open('paste')} />
        {animates && <MenuChoice label={w('zones')} onChoose={open('zones')} />}
        {animates && <MenuChoice label={w('gather')} onChoose={open('gather')} />}
      </Menu>
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
