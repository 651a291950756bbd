// When an animator leads, everybody comes to the board that is led: at once when they lead anew, when one comes in
// late, and back again while they hold.
import { effect } from '@preact/signals'
import type { Session } from '../../sync/session'

/** Calls `go` with the board to look at. Answers how to stop. */
export function followToBoard(session: Session, go: (board: number) => void): () => void {
  let answered = 0
  return effect(() => {
    const [lead] = [...session.all('lead').value].sort((a, b) => b.at - a.at)
    if (!lead || lead.at <= answered) return
    answered = lead.at
    if (lead.person !== session.me.peek().person) go(lead.board)
  })
}
