import { useSignal } from '@preact/signals'
import { t } from '../../i18n/i18n'
import { writeLink } from '../../sync/links'
import type { Session } from '../../sync/session'
import { LinkText } from '../access/LinkCard'
import { l } from '../access/linkwords'
import { Dialog } from '../parts/Dialog'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { Settings } from '../parts/Settings'
import { EditPerson } from '../people/EditPerson'

const Preferences = lazy(() => import('../hands/Preferences'), { quiet: true })
const Leave = lazy(() => import('../start/Leave'), { quiet: true })
const Qr = lazy(() => import('../access/Qr'))

interface Props {
  session: Session
  onFiles(): void
  onClose(): void
}

/** Settings, one's own line, and going on with the phone. */
export default function More({ session, onFiles, onClose }: Props) {
  const editing = useSignal(false)
  const me = session.record('person', session.me.value.person).value
  if (editing.value && me) {
    return (
      <EditPerson
        session={session}
        person={me}
        onClose={() => {
          editing.value = false
        }}
      />
    )
  }
  return (
    <Dialog title={t('shell.more')} drawer onClose={onClose}>
      <div class="actions">
        {me && (
          <button
            type="button"
            class="button"
            onClick={() => {
              editing.value = true
            }}
          >
            <Icon name="user-round-pen" />
            {t('shell.me')}
          </button>
        )}
        <button type="button" class="button" onClick={onFiles}>
          <Icon name="folder" />
          {t('shell.files')}
        </button>
      </div>
      <Settings />
      <Preferences />
      <PersonalLink session={session} />
      <InviteLink session={session} />
      <Leave
        workshop={session.id}
        title={session.record('workshop', session.id).value?.title ?? ''}
        onLeave={() => session.close()}
      />
    </Dialog>
  )
}

/** The link a participant came by, to bring somebody along. */
function InviteLink({ session }: { session: Session }) {
  const key = session.keys.get('link')
  if (!key || session.me.value.role !== 'participant') return null
  return <LinkSection name={t('shell.invite')} hint="" link={writeLink(location.origin, session.id, key)} />
}

function PersonalLink({ session }: { session: Session }) {
  const key = session.keys.get('person')
  if (!key || session.me.value.person === 0) return null
  const link = writeLink(location.origin, session.id, key)
  return <LinkSection name={t('shell.phone')} hint={t('shell.phoneHint')} link={link} />
}

/** Folded away until it is asked for: a code in sight is a code somebody else may scan. */
function LinkSection({ name, hint, link }: { name: string; hint: string; link: string }) {
  const open = useSignal(false)
  return (
    <details
      class="fold"
      onToggle={(event) => {
        open.value = event.currentTarget.open
      }}
    >
      <summary>
        <Icon name="qr-code" />
        {name}
      </summary>
      {hint && <p class="hint">{hint}</p>}
      {open.value && <Qr text={link} label={l('qr', { name })} />}
      {open.value && <LinkText name={name} link={link} />}
    </details>
  )
}
