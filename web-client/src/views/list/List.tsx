import type { WorkshopSession } from '../../sync/workshop'

export default function List({ session, board }: { session: WorkshopSession; board: number }) {
  return <p>{session.record('board', board).value?.title}</p>
}
