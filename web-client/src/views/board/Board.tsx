import type { WorkshopSession } from '../../sync/workshop'

export default function Board({ session, board }: { session: WorkshopSession; board: number }) {
  return <p>{session.record('board', board).value?.title}</p>
}
