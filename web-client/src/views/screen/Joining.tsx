import { spacedCode } from '../../sync/code'
import { writeLink } from '../../sync/links'
import type { Session } from '../../sync/session'
import { l } from '../access/linkwords'
import { lazy } from '../parts/lazy'
import { Fitted } from './Fitted'
import { w } from './words'

const Qr = lazy(() => import('../access/Qr'))

/** How to come in: the code as large as the height allows, the address and the short code for those who cannot scan. */
export function Joining({ session, code }: { session: Session; code: string | undefined }) {
  const key = session.way.value
  const title = session.workshop.value?.title ?? ''
  const shows = key !== undefined && key.length > 0
  return (
    <section class="joining" data-scans={shows}>
      {shows && (
        <Qr text={writeLink(location.origin, session.id, key)} label={l('qr', { name: l('participant') })} />
      )}
      <div class="joining-words">
        <Fitted of={title} most={9} least={5.8} class="joining-title">
          <h1>{title}</h1>
        </Fitted>
        {shows && <p>{w(code ? 'scanOr' : 'scan')}</p>}
        {code && <p>{w(shows ? 'orType' : 'type')}</p>}
        {code && (
          <>
            <p class="joining-host">{location.host}</p>
            <p class="joining-code" role="img" aria-label={w('codeIs', { code: [...code].join(' ') })}>
              {spacedCode(code)}
            </p>
          </>
        )}
        {!shows && !code && key && <p>{w('askLink')}</p>}
        <p class="wall-side">{w('here', { n: session.present.value.size })}</p>
      </div>
    </section>
  )
}
