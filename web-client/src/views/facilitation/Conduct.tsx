// The animator's hand on a board: a bar of a few buttons, each opening what it is about.

import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import type { Board } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { act } from '../cards/memory'
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'
import { lazy } from '../parts/lazy'
import { Menu, MenuChoice } from '../parts/Menu'
import type { PanelProps } from '../parts/panel'
import { adoptStyle } from '../parts/style'
import prioritiesStyle from '../priorities/priorities.css' with { type: 'text' }
import { w as p } from '../priorities/words'
import { Deletions } from './Deletions'
import style from './facilitation.css' with { type: 'text' }
import { started } from './timing'
import { w } from './words'

adoptStyle(prioritiesStyle)
adoptStyle(style)

const panels = {
  inbox: lazy(() => import('./Inbox')),
  priorities: lazy(() => import('../priorities/Priorities')),
  order: lazy(() => import('./Order')),
  merge: lazy(() => import('./Merge')),
  locks: lazy(() => import('./Locks')),
  bin: lazy(() => import('./Bin')),
} satisfies Record<string, ComponentType<PanelProps>>
type Panel = keyof typeof panels

const minute = 60_000

interface Props {
  session: WorkshopSession
  board: Board
}

export default function Conduct({ session, board }: Props) {
  const panel = useSignal<Panel | undefined>(undefined)
  const open = (next: Panel) => () => {
    panel.value = next
  }
  const Panel = panel.value && panels[panel.value]
  return (
    <>
      <fieldset class="conduct" data-bar aria-label={w('tools')}>
        <Rules session={session} board={board} />
        <TimerMenu session={session} board={board} />
        <InboxButton session={session} board={board} onOpen={open('inbox')} />
        <Opener icon="star" label={p('title')} onOpen={open('priorities')} />
        <Opener icon="presentation" label={w('order')} onOpen={open('order')} />
        <Opener icon="merge" label={w('merge')} onOpen={open('merge')} />
        <Opener icon="lock" label={w('locks')} onOpen={open('locks')} />
        <Opener icon="archive-restore" label={w('bin')} onOpen={open('bin')} />
        {Panel && (
          <Panel
            session={session}
            board={board}
            onClose={() => {
              panel.value = undefined
            }}
          />
        )}
      </fieldset>
      <Deletions session={session} board={board.id} />
    </>
  )
}

interface OpenerProps {
  icon: IconName
  label: string
  count?: number
  onOpen(): void
}

function Opener({ icon, label, count, onOpen }: OpenerProps) {
  return (
    <button type="button" class="card-button" onClick={onOpen}>
      <Icon name={icon} />
      <span class="card-button-word">{label}</span>
      {count !== undefined && count > 0 && <span class="conduct-badge">{count}</span>}
    </button>
  )
}

/** How people may write: privately, through the inbox, or freely. */
function Rules({ session, board }: Props) {
  return (
    <Menu icon="eye-off" label={w('rules')}>
      <MenuChoice
        label={w(board.veiled ? 'reveal' : 'veil')}
        chosen={board.veiled}
        onChoose={() =>
          act(session, board.id, { type: board.veiled ? 'reveal_board' : 'veil_board', board: board.id })
        }
      />
      <MenuChoice
        label={w(board.controlled ? 'uncontrol' : 'control')}
        chosen={board.controlled}
        onChoose={() =>
          act(session, board.id, { type: 'edit_board', board: board.id, controlled: !board.controlled })
        }
      />
    </Menu>
  )
}

function TimerMenu({ session, board }: Props) {
  const set = (fields: Partial<Board>) => session.send({ type: 'edit_board', board: board.id, ...fields })
  return (
    <Menu icon="timer" label={w('timer')}>
      {[1, 2, 5, 10, 20].map((n) => (
        <MenuChoice
          key={n}
          label={w('timerMinutes', { n })}
          onChoose={() => set(started(session.serverNow(), n * minute))}
        />
      ))}
    </Menu>
  )
}

function InboxButton({ session, board, onOpen }: Props & { onOpen(): void }) {
  const waiting = session.where('card', 'board', board.id).value.filter((card) => card.unplaced)
  if (!board.controlled && waiting.length === 0) return null
  return <Opener icon="inbox" label={w('inbox')} count={waiting.length} onOpen={onOpen} />
}
