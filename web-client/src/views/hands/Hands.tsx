// What the keyboard and the ear need of the whole page, fetched once one is inside: sentences read out.
import type { Session } from '../../sync/session'
import { useNoticesSaid } from './notices'

export default function Hands({ session }: { session: Session }) {
  useNoticesSaid(session)
  return null
}
