import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Invitation, Role } from '../../../../protocol/generated/protocol'
import { formatDate, t } from '../../i18n/i18n'
import { refusalText } from '../../i18n/refusal'
import { keyTree, newKey, treeKey } from '../../sync/invitations'
import { writeLink } from '../../sync/links'
import type { Session } from '../../sync/session'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { adoptStyle } from '../parts/style'
import style from './access.css' with { type: 'text' }
import { Entries } from './Entries'
import { LinkCard } from './LinkCard'
import { l } from './linkwords'
import { Revoke } from './Revoke'
import { w } from './words'

adoptStyle(style)

const Door = lazy(() => import('./Door'), { whose: 'animators' })
const WallControl = lazy(() => import('./WallControl'), { whose: 'animators' })

const offered: Role[] = ['participant', 'facilitator', 'animator', 'screen']

/** The access links: shown with their codes, made, revoked. */
export function Access({ session }: { session: Session }) {
  const invitations = [...session.all('invitation').value].sort(inOrder)
  return (
    <section aria-labelledby="animate-access">
      <Door session={session} />
      {session.can.animate() && <WallControl session={session} />}
      <h3 id="animate-access">{w('access')}</h3>
      <p class="hint">{w('accessHint')}</p>
      <ul class="invitations">
        {invitations.map((invitation) => (
          <InvitationLine key={invitation.id} session={session} invitation={invitation} />
        ))}
      </ul>
      <NewLink session={session} />
    </section>
  )
}

/** Working ones first, by role, oldest first. */
function inOrder(left: Invitation, right: Invitation): number {
  return (
    Number(left.revoked_at > 0) - Number(right.revoked_at > 0) ||
    offered.indexOf(left.role) - offered.indexOf(right.role) ||
    left.made_at - right.made_at
  )
}

function InvitationLine({ session, invitation }: { session: Session; invitation: Invitation }) {
  const open = useSignal<'link' | 'entries' | 'revoke' | undefined>(undefined)
  const works = invitation.revoked_at === 0
  const name = `${l(invitation.role)} ${w('linkOf', { number: invitation.number })}`
  const toggle = (what: 'link' | 'entries' | 'revoke') => () => {
    open.value = open.value === what ? undefined : what
  }
  return (
    <li data-works={works}>
      <p>
        <strong>{name}</strong> <span class="tag">{stateText(invitation)}</span>
        <InvitationFacts session={session} invitation={invitation} />
      </p>
      {works && (
        <div class="actions">
          <button type="button" class="button" aria-expanded={open.value === 'link'} onClick={toggle('link')}>
            <Icon name="qr-code" />
            {w('show')}
            <span class="unseen"> : {name}</span>
          </button>
          <button
            type="button"
            class="button quiet"
            aria-expanded={open.value === 'entries'}
            onClick={toggle('entries')}
          >
            <Icon name="users" />
            {w('places')}
            <span class="unseen"> : {name}</span>
          </button>
          <button
            type="button"
            class="button quiet"
            aria-expanded={open.value === 'revoke'}
            onClick={toggle('revoke')}
          >
            <Icon name="trash-2" />
            {w('revoke')}
            <span class="unseen"> : {name}</span>
          </button>
        </div>
      )}
      {works && open.value === 'link' && <ShownLink session={session} invitation={invitation} />}
      {works && open.value === 'entries' && <Entries session={session} invitation={invitation} />}
      {works && open.value === 'revoke' && (
        <Revoke session={session} invitation={invitation} name={name} onDone={toggle('revoke')} />
      )}
    </li>
  )
}

function stateText({ revoked_at }: Invitation): string {
  return revoked_at > 0 ? w('revoked', { date: formatDate(revoked_at) }) : w('working')
}

function InvitationFacts({ session, invitation }: { session: Session; invitation: Invitation }) {
  const cameBy = session.where('person', 'invitation', invitation.id).value.length
  const made = w('made', { date: formatDate(invitation.made_at) })
  const places = invitation.entries ? [w('placesOf', { n: invitation.entries })] : []
  return <span class="hint">{[made, w('cameBy', { n: cameBy }), ...places].join(' · ')}</span>
}

/** The link itself, when this device can know its key. */
function ShownLink({ session, invitation }: { session: Session; invitation: Invitation }) {
  const link = useSignal<string | undefined>(undefined)
  const known = useSignal(true)
  useEffect(() => {
    void linkOf(session, invitation).then((found) => {
      link.value = found
      known.value = found !== undefined
    })
  }, [session, invitation.id])
  if (!known.value) return <p class="hint">{w('linkUnknown')}</p>
  if (!link.value) return <p class="loading">{t('app.loading')}</p>
  const here = session.keys.made(invitation.id) !== undefined
  return <LinkCard role={invitation.role} link={link.value} {...(here && { hint: w('linkKeptHere') })} />
}

function treeOf(session: Session) {
  const me = session.record('person', session.me.value.person).value
  const cameBy = me && session.record('invitation', me.invitation).value
  return keyTree(session.keys, session.id, session.me.value.role, cameBy)
}

async function linkOf(session: Session, { id, role, number }: Invitation): Promise<string | undefined> {
  const tree = await treeOf(session)
  const key = session.keys.made(id) ?? (await treeKey(tree, role, number))
  const shown = role === 'screen' ? await shownBeside(session) : undefined
  return key && writeLink(location.origin, session.id, key, shown)
}

/** What a screen shows for others to come in by: the newest participants' link that works and can be shown here. */
async function shownBeside(session: Session): Promise<Uint8Array | undefined> {
  const tree = await treeOf(session)
  const open = session
    .all('invitation')
    .value.filter((one) => one.role === 'participant' && one.revoked_at === 0)
  for (const { id, number } of open.sort((left, right) => right.made_at - left.made_at)) {
    const key = session.keys.made(id) ?? (await treeKey(tree, 'participant', number))
    if (key) return key
  }
  return undefined
}

function NewLink({ session }: { session: Session }) {
  const refusal = useSignal<string | undefined>(undefined)
  const make = async (role: Role) => {
    const taken = session.all('invitation').value.filter((one) => one.role === role)
    const { number, key, random } = await newKey(
      await treeOf(session),
      role,
      taken.map((one) => one.number),
    )
    const invitation = session.newId()
    const refused = await session.ask({ type: 'add_invitation', invitation, role, number, key })
    refusal.value = refused && (await refusalText(refused))
    if (random && !refused) session.keys.keepMade(invitation, key)
  }
  return (
    <fieldset class="new-links">
      <legend>{w('newLink')}</legend>
      {offered.map((role) => (
        <button key={role} type="button" class="button" onClick={() => void make(role)}>
          <Icon name="plus" />
          {t(`role.${role}`)}
        </button>
      ))}
      {refusal.value && (
        <p class="error" role="alert">
          {refusal.value}
        </p>
      )}
    </fieldset>
  )
}
