// Where the cards of a graph lie is kept while the page is open: coming back from another view, nothing jumped.
import type { WorkshopSession } from '../../sync/workshop'
import { Layout } from './layout'

const layouts = new WeakMap<WorkshopSession, Map<number, Layout>>()

export function layoutOf(session: WorkshopSession, board: number): Layout {
  const boards = layouts.get(session) ?? new Map<number, Layout>()
  layouts.set(session, boards)
  const layout = boards.get(board) ?? new Layout()
  boards.set(board, layout)
  return layout
}
