import type { Board } from '../../../../protocol/generated/protocol'
import { useRing } from '../facilitation/ring'
import { clockText, timerOf } from '../facilitation/timer'
import { w } from './words'

/** Time left, giant; its end is seen, and that it stands still. */
export function Clock({ board, now }: { board: Board; now: number }) {
  const timer = timerOf(board, now)
  useRing(board, timer)
  const { state, left } = timer
  if (state === 'none') return null
  return (
    <p class="wall-clock" data-state={state} role="timer">
      {state === 'over' ? w('timeOver') : clockText(left)}
      {state === 'paused' && <small> {w('paused')}</small>}
    </p>
  )
}
