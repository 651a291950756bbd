// Between the sign that says who leads and the board that follows: which call was answered, and going back there.
import { type Signal, signal } from '@preact/signals'
import type { WorkshopSession } from '../../sync/workshop'

interface Following {
  /** The time of the last lead that was followed: another look at the board does not follow it again. */
  answered: number
  /** Counts how often this person asked to go back there. */
  readonly asked: Signal<number>
}

const sessions = new WeakMap<WorkshopSession, Map<number, Following>>()

export function followingOf(session: WorkshopSession, board: number): Following {
  const boards = sessions.get(session) ?? new Map<number, Following>()
  sessions.set(session, boards)
  const following = boards.get(board) ?? { answered: 0, asked: signal(0) }
  boards.set(board, following)
  return following
}

/** The board goes where the animator leads, once more; also when it is shown only after. */
export function goBack(session: WorkshopSession, board: number): void {
  const following = followingOf(session, board)
  following.answered = 0
  following.asked.value++
}
