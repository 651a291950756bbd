// What the keyboard and the ear need of the whole page, fetched once one is inside.
import { useEffect } from 'preact/hooks'
import type { Session } from '../../sync/session'
import { Keeper } from './keeper'
import { useNoticesSaid } from './notices'

export default function Hands({ session }: { session: Session }) {
  useNoticesSaid(session)
  useEffect(() => new Keeper().watch(), [])
  return null
}
