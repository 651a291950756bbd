// The timer of a board: it runs, is paused, or is over, for everybody alike and through a reload. Indicative: it only
// shows, and rings where somebody wants it to. Pure.
import type { Board } from '../../../../protocol/generated/protocol'

export type Told = Pick<Board, 'timer_end' | 'timer_left'>

export interface Timer {
  readonly state: 'none' | 'running' | 'paused' | 'over'
  /** ms */
  readonly left: number
}

const minute = 60_000
/** How long its end stays on show when nobody puts it away, ms. */
export const lingers = 15 * minute

export function timerOf({ timer_end, timer_left }: Told, now: number): Timer {
  if (timer_left > 0) return { state: 'paused', left: timer_left }
  if (timer_end === 0 || now >= timer_end + lingers) return { state: 'none', left: 0 }
  return now < timer_end ? { state: 'running', left: timer_end - now } : { state: 'over', left: 0 }
}

/** 4:05, or 1:04:05 from an hour on; seconds that have begun count whole. */
export function clockText(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}
