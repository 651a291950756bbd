// What a wall shows: what an animator has chosen, else what the workshop is doing. Pure.
//
//   a card in the spotlight ▶ presenting     points open ▶ voting     a veil or a timer ▶ writing
//   points shown ▶ result     an animator leads a view ▶ board     the door open ▶ joining     else the board
import type { Board, Lead, Priority, Wall } from '../../../../protocol/generated/protocol'
import { timerOf } from '../facilitation/timer'

export interface Doing {
  readonly chosen: Wall['phase']
  /** Boards, the one that everybody was brought to first. */
  readonly boards: readonly Board[]
  readonly leads: readonly Lead[]
  readonly priorities: readonly Priority[]
  /** Whether there is a short code that leads in. */
  readonly doorIsOpen: boolean
  /** Whether anybody has joined who does not animate. */
  readonly hasPeople: boolean
  readonly now: number
}

/** A phase with what it is about; `board` is the board that the wall shows if nothing else. */
export type Shown =
  | { readonly phase: 'joining' | 'message' | 'board' }
  | { readonly phase: 'writing'; readonly board: Board | undefined }
  | { readonly phase: 'voting' | 'result'; readonly priority: Priority | undefined }
  | { readonly phase: 'presenting'; readonly lead: Lead | undefined }

export function whatIsShown(doing: Doing): Shown {
  switch (doing.chosen) {
    case 'auto':
      return whatFollows(doing)
    case 'joining':
    case 'message':
    case 'board':
      return { phase: doing.chosen }
    case 'writing':
      return {
        phase: 'writing',
        board: doing.boards.find((one) => isWriting(one, doing.now)) ?? doing.boards[0],
      }
    case 'voting':
      return { phase: 'voting', priority: openOne(doing) ?? newest(doing.priorities) }
    case 'result':
      return { phase: 'result', priority: newest(doing.priorities.filter(({ shown }) => shown)) }
    case 'presenting':
      return { phase: 'presenting', lead: inLight(doing) }
  }
}

function whatFollows(doing: Doing): Shown {
  const lead = inLight(doing)
  if (lead) return { phase: 'presenting', lead }
  const open = openOne(doing)
  if (open) return { phase: 'voting', priority: open }
  const board = doing.boards.find((one) => isWriting(one, doing.now))
  if (board) return { phase: 'writing', board }
  const last = newest(doing.priorities)
  const led = Math.max(0, ...doing.leads.map(({ at }) => at))
  // Who is brought elsewhere after the points were opened has left their result.
  if (last?.shown && led < last.made_at) return { phase: 'result', priority: last }
  if (led > 0) return { phase: 'board' }
  return { phase: doing.doorIsOpen || !doing.hasPeople ? 'joining' : 'board' }
}

function inLight({ leads }: Doing): Lead | undefined {
  return newestBy(
    leads.filter(({ card }) => card !== 0),
    ({ at }) => at,
  )
}

function openOne({ priorities }: Doing): Priority | undefined {
  return newest(priorities.filter(({ closed, shown }) => !closed && !shown))
}

function newest(priorities: readonly Priority[]): Priority | undefined {
  return newestBy(priorities, ({ made_at }) => made_at)
}

function newestBy<One>(all: readonly One[], time: (one: One) => number): One | undefined {
  return [...all].sort((one, other) => time(other) - time(one))[0]
}

/** How long the end of a timer holds the wall by itself, ms. */
const endStays = 60_000

function isWriting(board: Board, now: number): boolean {
  const { state } = timerOf(board, now)
  const justOver = state === 'over' && now - board.timer_end < endStays
  return board.veiled || state === 'running' || state === 'paused' || justOver
}
