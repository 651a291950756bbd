// What an animator does with a board's timer: the duration as they type it, and fields of edit_board. Pure.
import { type Told, timerOf } from './timer'

/** The longest that the schema takes: 99:59:59. */
export const longest = (100 * 60 * 60 - 1) * 1000

/** What somebody typed, in ms: minutes, m:ss, h:mm:ss, also as 1h30 or 45 s. Undefined when it is none, or too long. */
export function readDuration(text: string): number | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const seconds = ofClock(plain) ?? ofUnits(plain)
  const ms = seconds === undefined ? 0 : Math.round(seconds * 1000)
  return ms > 0 && ms <= longest ? ms : undefined
}

function ofClock(text: string): number | undefined {
  const [, first, second, third] = /^(\d{1,4})(?::([0-5]\d))?(?::([0-5]\d))?$/.exec(text) ?? []
  if (first === undefined) return undefined
  if (third !== undefined) return Number(first) * 3600 + Number(second) * 60 + Number(third)
  return Number(first) * 60 + Number(second ?? 0)
}

const units = /^(?:([\d.,]+)h)?(?:([\d.,]+)m(?:n|in)?)?(?:(\d+)s(?:ec)?)?$/

/** 1h30 says no unit for what comes after the hours. */
function ofUnits(text: string): number | undefined {
  const [all, ...parts] = units.exec(text.replace(/^(\d+h\d+)$/, '$1m')) ?? []
  if (!all) return undefined
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number((part ?? '0').replace(',', '.')))
  return hours * 3600 + minutes * 60 + seconds
}

export function started(now: number, length: number): Told {
  return { timer_end: Math.round(now + length), timer_left: 0 }
}

export function paused(board: Told, now: number): Told {
  return { timer_end: 0, timer_left: Math.max(1, Math.round(timerOf(board, now).left)) }
}

export function resumed(board: Told, now: number): Told {
  return started(now, board.timer_left)
}

/** So much more; of a timer that is over, from now on. */
export function prolonged(board: Told, now: number, more: number): Told {
  const { state, left } = timerOf(board, now)
  const length = Math.min(longest, left + more)
  return state === 'paused' ? { timer_end: 0, timer_left: Math.round(length) } : started(now, length)
}

export const stopped: Told = { timer_end: 0, timer_left: 0 }
