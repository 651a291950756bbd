// What a page remembers of a board while it shows another view or another board: what can be undone, and where
// one looked. Gone with the session.
import type { Camera } from '../parts/camera'
import type { Rect } from '../parts/geometry'
import { History, type Step, type Workplace } from './history'

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

const memories = new WeakMap<Workplace, Map<number, Memory>>()

export function memoryOf(session: Workplace, board: number): Memory {
  const boards = memories.get(session) ?? new Map<number, Memory>()
  memories.set(session, boards)
  const memory = boards.get(board) ?? {
    history: new History(session),
    removal: undefined,
    camera: undefined,
    seen: undefined,
  }
  boards.set(board, memory)
  return memory
}
