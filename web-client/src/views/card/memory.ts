// What a page remembers of a board while it shows another view or another board: what can be undone, and where
// one looked. Gone with the session.
import type { Camera } from '../board/camera'
import type { Rect } from '../board/geometry'
import { History, type Workplace } from './history'

export interface Memory {
  readonly history: History
  camera: Camera | undefined
  /** What of the board is on the screen, while it is drawn there. */
  seen: (() => Rect) | undefined
}

const memories = new WeakMap<Workplace, Map<number, Memory>>()

export function memoryOf(session: Workplace, board: number): Memory {
  const boards = memories.get(session) ?? new Map<number, Memory>()
  memories.set(session, boards)
  const memory = boards.get(board) ?? { history: new History(session), camera: undefined, seen: undefined }
  boards.set(board, memory)
  return memory
}
