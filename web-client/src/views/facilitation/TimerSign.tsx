// The time that is left, for everybody: counts down on the server's clock, stands while it is paused, and stays on show
// when it is over. Beside it, in an animator's page, what they do with it.

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Board } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { s } from './signwords'
import { clockText, type Timer, timerOf } from './timer'

const TimerTools = lazy(() => import('./TimerTools'), { quiet: true, whose: 'animators' })

interface Props {
  session: WorkshopSession
  board: Board
}

export function TimerSign({ session, board }: Props) {
  const timer = useTimer(session, board)
  if (timer.state === 'none') return null
  const time = clockText(timer.left)
  return (
    <>
      <p
        class="sign timer"
        data-state={timer.state}
        role="timer"
        aria-label={s(labels[timer.state], { time })}
      >
        <Icon name={timer.state === 'paused' ? 'pause' : 'timer'} />
        <span aria-hidden="true">{timer.state === 'over' ? s('timerOver') : time}</span>
      </p>
      {session.can.animate() && <TimerTools session={session} board={board} timer={timer} />}
    </>
  )
}

const labels = { running: 'timerLeft', paused: 'timerPaused', over: 'timerOver' } as const

/** As it stands now, twice a second. */
export function useTimer(session: WorkshopSession, board: Board): Timer {
  const now = useSignal(session.serverNow())
  useEffect(() => {
    if (board.timer_end === 0) return
    const tick = () => {
      now.value = session.serverNow()
    }
    tick()
    const beat = setInterval(tick, 500)
    return () => clearInterval(beat)
  }, [board.timer_end])
  return timerOf(board, now.value)
}
