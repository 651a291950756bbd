// How many people an access link lets in, and making those leave who filled it.
import { useSignal } from '@preact/signals'
import type { Invitation } from '../../../../protocol/generated/protocol'
import { refusalText } from '../../i18n/refusal'
import type { Session } from '../../sync/session'
import { PassingField } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { Select } from '../parts/Select'
import { cameSince, entriesIn, mostEntries, spans } from './places'
import { w } from './words'

interface Props {
  session: Session
  invitation: Invitation
}

export function Entries({ session, invitation }: Props) {
  const refusal = useSignal<string | undefined>(undefined)
  const ask = async (command: Parameters<Session['ask']>[0]) => {
    const refused = await session.ask(command)
    refusal.value = refused && (await refusalText(refused))
  }
  return (
    <section class="confirm">
      <Places
        invitation={invitation}
        onSet={(entries) => void ask({ type: 'edit_invitation', invitation: invitation.id, entries })}
      />
      <Leavers
        session={session}
        invitation={invitation}
        onLeave={(since) => void ask({ type: 'remove_people', invitation: invitation.id, since })}
      />
      {refusal.value && (
        <p class="error" role="alert">
          {refusal.value}
        </p>
      )}
    </section>
  )
}

function Places({ invitation, onSet }: { invitation: Invitation; onSet(entries: number): void }) {
  const typed = useSignal(invitation.entries ? String(invitation.entries) : '')
  const error = useSignal<string | undefined>(undefined)
  const set = (event: Event) => {
    event.preventDefault()
    const entries = entriesIn(typed.value)
    error.value = entries === undefined ? w('placesWrong', { most: mostEntries }) : undefined
    if (entries !== undefined) onSet(entries)
  }
  return (
    <form onSubmit={set}>
      <PassingField
        label={w('places')}
        hint={w('placesHint')}
        error={error.value}
        max={5}
        inputMode="numeric"
        autocomplete="off"
        value={typed.value}
        onInput={(value) => {
          typed.value = value
        }}
      />
      <div class="actions">
        <button type="submit" class="button">
          {w('placesSet')}
        </button>
      </div>
    </form>
  )
}

function Leavers({ session, invitation, onLeave }: Props & { onLeave(since: number): void }) {
  const span = useSignal<number>(5)
  const since = span.value ? Math.max(0, Math.round(session.serverNow() - span.value * 60_000)) : 0
  const people = session.where('person', 'invitation', invitation.id).value
  const n = cameSince(people, since, session.me.value.person)
  return (
    <>
      <Select
        label={w('leaversSince')}
        value={span.value}
        options={spans.map((minutes) => ({
          value: minutes,
          label: minutes ? w('lastMinutes', { n: minutes }) : w('fromTheFirst'),
        }))}
        onChoose={(minutes) => {
          span.value = minutes
        }}
      />
      <p class="hint">{w('leaversHint')}</p>
      <div class="actions">
        <button type="button" class="button danger" disabled={n === 0} onClick={() => onLeave(since)}>
          <Icon name="log-out" />
          {w('leaversGo', { n })}
        </button>
      </div>
    </>
  )
}
