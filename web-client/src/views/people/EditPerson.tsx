import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { EditPersonCommand, Person, Role } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { refusalText } from '../../i18n/refusal'
import type { Session } from '../../sync/session'
import { Dialog } from '../parts/Dialog'
import { Icon } from '../parts/Icon'
import { Select } from '../parts/Select'
import { type Line, LineForm } from './LineForm'
import { categoriesInOrder } from './matching'
import { w } from './words'

interface Props {
  session: Session
  person: Person
  onClose(): void
}

/** One's own line, or anybody's for an animator: correct it, change the role, withdraw access. */
export function EditPerson({ session, person, onClose }: Props) {
  const refusal = useSignal<string | undefined>(undefined)
  const open = useRef(true)
  useEffect(
    () => () => {
      open.current = false
    },
    [],
  )
  const save = async (line: Line) => {
    const command = changed(person, line)
    const refused = command && (await session.ask(command, () => open.current))
    if (refused) refusal.value = await refusalText(refused)
    else onClose()
    return !refused
  }
  const others = session.can.animate() && person.id !== session.me.value.person
  return (
    <Dialog title={w('editTitle')} drawer onClose={onClose}>
      <LineForm
        place={`person ${person.id}`}
        line={person}
        categories={categoriesInOrder(session)}
        refusal={refusal.value}
        submit={t('app.save')}
        busyText={t('app.save')}
        submitIcon="check"
        mine={person.id === session.me.value.person}
        onSubmit={save}
        onBack={onClose}
      />
      {others && person.joined_at > 0 && <RoleField session={session} person={person} />}
      {others && <Remove session={session} person={person} onDone={onClose} />}
    </Dialog>
  )
}

/** Only the fields that differ; undefined when none does. */
function changed(person: Person, line: Line): EditPersonCommand | undefined {
  const fields = (Object.keys(line) as (keyof Line)[]).filter((name) => line[name] !== person[name])
  if (fields.length === 0) return undefined
  return {
    type: 'edit_person',
    person: person.id,
    ...Object.fromEntries(fields.map((name) => [name, line[name]])),
  }
}

function RoleField({ session, person }: { session: Session; person: Person }) {
  const roles: Role[] = ['participant', 'facilitator', 'animator']
  return (
    <Select
      label={w('role')}
      value={person.role}
      options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      onChoose={(role) => session.send({ type: 'edit_person', person: person.id, role })}
    />
  )
}

function Remove({ session, person, onDone }: { session: Session; person: Person; onDone(): void }) {
  const asking = useSignal(false)
  const remove = () => {
    session.send({ type: 'remove_person', person: person.id })
    onDone()
  }
  if (!asking.value) {
    return (
      <button
        type="button"
        class="button danger"
        onClick={() => {
          asking.value = true
        }}
      >
        <Icon name="trash-2" />
        {w('remove')}
      </button>
    )
  }
  return (
    <section class="confirm" role="alert">
      <p>
        <strong>{w('removeConfirm', { name: person.name })}</strong> {w('removeHint')}
      </p>
      <div class="actions">
        <button type="button" class="button danger" onClick={remove}>
          {w('remove')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            asking.value = false
          }}
        >
          {t('app.cancel')}
        </button>
      </div>
    </section>
  )
}
