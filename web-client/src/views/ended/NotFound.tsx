import { t } from '../../i18n/i18n'
import { readCode } from '../../sync/code'
import { PasteLink } from './PasteLink'
import { StopPage } from './StopPage'
import { w } from './words'

/** An address that names no workshop: a short code behind the host, as one types it, or nothing. */
export default function NotFound() {
  const [, typed = ''] = /^\/(?:c\/)?([^/]*)\/?$/.exec(location.pathname) ?? []
  const code = readCode(decoded(typed))
  if (code || location.pathname.startsWith('/c/')) return <ByCode code={code} />
  return (
    <StopPage title={w('notFoundTitle')}>
      <p class="lead">{w('notFound')}</p>
      <a class="button" href="/">
        {t('app.home')}
      </a>
    </StopPage>
  )
}

function ByCode({ code }: { code: string | undefined }) {
  return (
    <StopPage title={w('byCode')}>
      <PasteLink {...(code && { code })} />
    </StopPage>
  )
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}
