import { useEffect } from 'preact/hooks'
import type { Session } from '../../sync/session'
import { giveCode } from './Door'
import { d } from './doorwords'

/** Tells who animates that the server has withdrawn the code, wherever they are, with another one at hand. */
export default function CodeWatch({ session }: { session: Session }) {
  const at = session.record('short_code', session.id).value?.withdrawn_at ?? 0
  useEffect(() => {
    if (!at) return
    const notice = session.notify(d('codeWithdrawn'), {
      label: d('newCode'),
      run: () => void giveCode(session),
    })
    return () => session.dismiss(notice)
  }, [session, at])
  return null
}
