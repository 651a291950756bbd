import { useSignal } from '@preact/signals'
import { refusalText } from '../../i18n/refusal'
import { drawCode, openCode, spacedCode } from '../../sync/code'
import { writeLink } from '../../sync/links'
import type { Session } from '../../sync/session'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { d } from './doorwords'
import { l } from './linkwords'

const Qr = lazy(() => import('./Qr'))

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

/** Opens the door, or gives it another code. Answers why not. */
export async function giveCode(session: Session): Promise<string | undefined> {
  const refused = await session.ask({
    type: 'give_code',
    workshop: session.id,
    code: drawCode(randomBytes),
  })
  return refused && (await refusalText(refused))
}

/** The door of the workshop, in an animator's hand: open it, see its code, close it. */
export default function Door({ session }: { session: Session }) {
  const refusal = useSignal<string | undefined>(undefined)
  const said = session.record('short_code', session.id).value
  const code = openCode(said, session.serverNow())
  const give = async () => {
    refusal.value = await giveCode(session)
  }
  return (
    <section class="door-code" aria-labelledby="access-door">
      <h3 id="access-door">{d('door')}</h3>
      {code ? <OpenDoor session={session} code={code} /> : <p class="hint">{d('doorHint')}</p>}
      {said && said.withdrawn_at > 0 && <p class="error">{d('codeWithdrawn')}</p>}
      <div class="actions">
        <button type="button" class={code ? 'button' : 'button primary'} onClick={() => void give()}>
          <Icon name="door-open" />
          {d(code ? 'otherCode' : said?.withdrawn_at ? 'newCode' : 'openDoor')}
        </button>
        {code && (
          <button
            type="button"
            class="button"
            onClick={() => session.send({ type: 'drop_code', workshop: session.id })}
          >
            {d('closeDoor')}
          </button>
        )}
      </div>
      {refusal.value && (
        <p class="error" role="alert">
          {refusal.value}
        </p>
      )}
    </section>
  )
}

function OpenDoor({ session, code }: { session: Session; code: string }) {
  const key = session.way.value
  return (
    <>
      {key && key.length > 0 && (
        <Qr text={writeLink(location.origin, session.id, key)} label={l('qr', { name: l('participant') })} />
      )}
      <p class="code-line">
        <span class="unseen">{d('code')}</span> <strong>{spacedCode(code)}</strong>
      </p>
      <p class="hint">{d('codeHint', { host: location.host, code })}</p>
    </>
  )
}
