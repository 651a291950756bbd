// The timer in the animators' place: lengths at hand, any other as it is typed, and whether its end is heard.
import { useSignal } from '@preact/signals'
import type { Board } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { PassingField } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { Switch } from './Phase'
import { useTimer } from './TimerSign'
import TimerTools from './TimerTools'
import { clockText } from './timer'
import { readDuration, started } from './timing'
import { w } from './words'

interface Props {
  session: WorkshopSession
  board: Board
}

const minute = 60_000
const lengths = [2, 5, 10, 15]

export function TimerPart({ session, board }: Props) {
  const timer = useTimer(session, board)
  const set = (fields: Partial<Board>) => session.send({ type: 'edit_board', board: board.id, ...fields })
  return (
    <div class="timer-part">
      <h4>
        <Icon name="timer" />
        {w('timer')}
        {timer.state !== 'none' && <span class="timer-now">{clockText(timer.left)}</span>}
        {timer.state !== 'none' && <TimerTools session={session} board={board} timer={timer} silent />}
      </h4>
      <div class="acts">
        {lengths.map((n) => (
          <button
            key={n}
            type="button"
            class="button"
            onClick={() => set(started(session.serverNow(), n * minute))}
          >
            {w('timerMinutes', { n })}
          </button>
        ))}
      </div>
      <OtherLength onStart={(length) => set(started(session.serverNow(), length))} />
      <Switch
        label={w('timerRings')}
        on={board.timer_rings}
        onTurn={() => set({ timer_rings: !board.timer_rings })}
      />
    </div>
  )
}

function OtherLength({ onStart }: { onStart(length: number): void }) {
  const typed = useSignal('')
  const wrong = useSignal(false)
  const start = (event: Event) => {
    event.preventDefault()
    const length = readDuration(typed.value)
    wrong.value = length === undefined
    if (length === undefined) return
    onStart(length)
    typed.value = ''
  }
  return (
    <form class="inline-form" onSubmit={start} noValidate>
      <PassingField
        label={w('timerOther')}
        value={typed.value}
        max={12}
        autocomplete="off"
        error={wrong.value ? w('timerWrong') : undefined}
        onInput={(value) => {
          typed.value = value
          wrong.value = false
        }}
      />
      <button type="submit" class="button">
        {w('timerStart')}
      </button>
    </form>
  )
}
