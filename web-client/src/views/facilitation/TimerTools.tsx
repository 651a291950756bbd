// What an animator does with a timer that is there: hold it, let it go on, five minutes more, put it away.
import type { Board } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'
import { useRing } from './ring'
import type { Timer } from './timer'
import { paused, prolonged, resumed, stopped } from './timing'
import { w } from './words'

const fiveMinutes = 5 * 60_000

interface Props {
  session: WorkshopSession
  board: Board
  timer: Timer
  /** Somebody else on the page rings. */
  silent?: boolean
}

export default function TimerTools({ session, board, timer, silent = false }: Props) {
  const now = () => session.serverNow()
  const { state } = timer
  useRing({ timer_rings: board.timer_rings && !silent }, timer)
  const set = (fields: Partial<Board>) => session.send({ type: 'edit_board', board: board.id, ...fields })
  return (
    <fieldset class="timer-tools" aria-label={w('timer')}>
      {state === 'paused' ? (
        <Tool icon="play" label={w('timerResume')} run={() => set(resumed(board, now()))} />
      ) : (
        <Tool
          icon="pause"
          label={w('timerPause')}
          ready={state === 'running'}
          run={() => set(paused(board, now()))}
        />
      )}
      <Tool
        icon="plus"
        label={w('timerMore')}
        text="5"
        run={() => set(prolonged(board, now(), fiveMinutes))}
      />
      <Tool icon="x" label={w('timerStop')} run={() => set(stopped)} />
    </fieldset>
  )
}

interface ToolProps {
  icon: IconName
  label: string
  text?: string
  ready?: boolean
  run(): void
}

/** Stays where it is when there is nothing to do: a button that vanishes under the keyboard loses it. */
function Tool({ icon, label, text, ready = true, run }: ToolProps) {
  return (
    <button
      type="button"
      class="sign sign-button timer-tool"
      aria-label={label}
      title={label}
      aria-disabled={!ready}
      onClick={() => ready && run()}
    >
      <Icon name={icon} />
      {text}
    </button>
  )
}
