// What a page remembers of a board while it shows another view or another board: what can be undone, and where
// one looked. Gone with the session.

import type { Command } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import type { Camera } from '../parts/camera'
import type { Rect } from '../parts/geometry'
import type { Whole } from './act'
import { History, type Step } from './history'

/** Cards taken off one after the other, as the notice that offers them back tells of them. */
export interface Removal {
  readonly notice: number
  readonly count: number
  readonly steps: readonly Step[]
}

export interface Memory {
  readonly history: History
  /** The last cards that were taken off. */
  removal: Removal | undefined
  camera: Camera | undefined
  /** What of the board is on the screen, while it is drawn there. */
  seen: (() => Rect) | undefined
}

const memories = new WeakMap<WorkshopSession, Map<number, Memory>>()

export function memoryOf(session: WorkshopSession, board: number): Memory {
  const boards = memories.get(session) ?? new Map<number, Memory>()
  memories.set(session, boards)
  const memory = boards.get(board) ?? {
    history: new History(session, (step) => void talk(({ sayFinal }) => sayFinal(session, step))),
    removal: undefined,
    camera: undefined,
    seen: undefined,
  }
  boards.set(board, memory)
  return memory
}

/** Does it as one action on the board, to be taken back there: from wherever content of a board is changed. */
export function act(
  session: WorkshopSession,
  board: number,
  commands: Command | readonly Command[],
  as?: Whole,
): Step {
  return memoryOf(session, board).history.perform(
    Array.isArray(commands) ? commands : [commands as Command],
    as,
  )
}

/** What is said of taking back comes with the buttons for it. */
export async function talk(say: (words: typeof import('./undo')) => void): Promise<void> {
  const words = await import('./undo').catch(() => undefined)
  if (words) say(words)
}
