import type { Close } from '../../../../protocol/generated/protocol'
import { closeText } from '../../i18n/closes'
import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'
import { PasteLink } from './PasteLink'
import { StopPage } from './StopPage'
import { w } from './words'

/** What somebody can do themselves about an end. */
const remedies: Record<Close, 'retry' | 'reload' | 'link'> = {
  going_away: 'retry',
  too_big: 'reload',
  bad_message: 'reload',
  wrong_version: 'reload',
  unknown_workshop: 'link',
  unknown_key: 'link',
  revoked: 'retry',
  no_hello: 'retry',
  silent: 'retry',
  too_slow: 'retry',
  elsewhere: 'retry',
  unavailable: 'retry',
  damaged: 'retry',
  full: 'retry',
  outdated: 'retry',
  unknown_code: 'link',
}

/** The connection ended for good: why, and what to do. */
export default function Ended({ session }: { session: Session }) {
  const reason = session.reason.value ?? 'bad_message'
  const waiting = session.waiting.value
  return (
    <StopPage title={w('title')}>
      <p class="lead" role="alert">
        {closeText(reason)}
      </p>
      {waiting > 0 && <p>{w('unsaved', { n: waiting })}</p>}
      <Remedy kind={remedies[reason]} retry={() => session.retry()} />
    </StopPage>
  )
}

function Remedy({ kind, retry }: { kind: 'retry' | 'reload' | 'link'; retry(): void }) {
  if (kind === 'link') return <PasteLink />
  return (
    <button type="button" class="button primary" onClick={kind === 'retry' ? retry : () => location.reload()}>
      {t(kind === 'retry' ? 'app.retry' : 'app.reload')}
    </button>
  )
}
