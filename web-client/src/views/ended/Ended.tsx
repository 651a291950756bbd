import type { ComponentChildren } from 'preact'
import type { Close } from '../../../../protocol/generated/protocol'
import { closeText, t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'
import { Arrival } from '../parts/Arrival'
import { Horizon } from '../parts/Horizon'
import { PasteLink } from '../start/Start'

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
}

/** The connection ended for good: why, and what to do. */
export function Ended({ session }: { session: Session }) {
  const reason = session.reason.value ?? 'bad_message'
  const waiting = session.waiting.value
  return (
    <StopPage title={t('ended.title')}>
      <p class="lead" role="alert">
        {closeText(reason)}
      </p>
      {waiting > 0 && <p>{t('ended.unsaved', { n: waiting })}</p>}
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

/** A workshop's address on a device that holds no key for it. */
export function NoKey() {
  return (
    <StopPage title={t('ended.noKeyTitle')}>
      <p class="lead">{t('ended.noKey')}</p>
      <PasteLink />
    </StopPage>
  )
}

export function NotFound() {
  return (
    <StopPage title={t('ended.notFoundTitle')}>
      <p class="lead">{t('ended.notFound')}</p>
      <a class="button" href="/">
        {t('app.home')}
      </a>
    </StopPage>
  )
}

function StopPage({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="welcome">
      <header class="welcome-head">
        <p class="brand">{t('app.name')}</p>
        <Horizon />
      </header>
      <main class="page">
        <section class="sheet narrow">
          <Arrival>{title}</Arrival>
          {children}
        </section>
      </main>
    </div>
  )
}
