// What the keyboard and the ear need of the whole page, fetched once one is inside.
import { useEffect } from 'preact/hooks'
import type { Session } from '../../sync/session'
import { useConductedSaid } from './conducting'
import { Keeper } from './keeper'
import { useNoticesSaid } from './notices'
import { useOthersSaid } from './others'

interface Props {
  session: Session
  /** The one that is shown; 0 for none. */
  board: number
}

export default function Hands({ session, board }: Props) {
  useNoticesSaid(session)
  useEffect(() => new Keeper().watch(), [])
  useOthersSaid(session, board)
  useConductedSaid(session, board)
  return null
}
