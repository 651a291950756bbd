import { useComputed, useSignal } from '@preact/signals'
import type { Person } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'
import { Dialog } from '../parts/Dialog'

import { PassingField } from '../parts/Field'

import { Icon } from '../parts/Icon'
import { Pointed } from '../parts/Pointed'
import { Select } from '../parts/Select'
import { adoptStyle } from '../parts/style'
import { EditPerson } from './EditPerson'
import { type Bundle, bundle, matches } from './matching'
import style from './people.css' with { type: 'text' }
import { w } from './words'

adoptStyle(style)

type By = 'category' | 'territory' | 'role'

/** Who is here and who is expected, put together one way or another; animators correct lines here. */
export default function People({ session, onClose }: { session: Session; onClose(): void }) {
  const edited = useSignal<number | undefined>(undefined)
  const person = session.all('person').value.find(({ id }) => id === edited.value)
  if (person) {
    return (
      <EditPerson
        key={person.id}
        session={session}
        person={person}
        onClose={() => {
          edited.value = undefined
        }}
      />
    )
  }
  return (
    <Dialog title={w('title')} drawer onClose={onClose}>
      <PeopleList
        session={session}
        onEdit={(id) => {
          edited.value = id
        }}
      />
    </Dialog>
  )
}

function PeopleList({ session, onEdit }: { session: Session; onEdit(id: number): void }) {
  const by = useSignal<By>('category')
  const search = useSignal('')
  const bundles = useComputed(() => bundlesBy(session, by.value, search.value))
  const ways: { value: By; label: string }[] = [
    { value: 'category', label: w('byCategory') },
    { value: 'territory', label: w('byTerritory') },
    { value: 'role', label: w('byRole') },
  ]
  return (
    <>
      <Counts session={session} />
      <div class="people-tools">
        <Select
          label={w('by')}
          value={by.value}
          options={ways}
          onChoose={(value) => {
            by.value = value
          }}
        />
        <PassingField
          label={w('search')}
          inputMode="search"
          autocomplete="off"
          max={120}
          value={search.value}
          onInput={(value) => {
            search.value = value
          }}
        />
      </div>
      {bundles.value.map((one) => (
        <PeopleBundle key={one.key} session={session} bundle={one} onEdit={onEdit} />
      ))}
    </>
  )
}

function Counts({ session }: { session: Session }) {
  const guests = session.guests.value
  return (
    <p class="counts">
      <strong>{w('here', { n: session.present.value.size })}</strong>{' '}
      {w('all', { n: session.all('person').value.length })}
      {guests > 0 && <span class="hint">{w('guests', { n: guests })}</span>}
    </p>
  )
}

function bundlesBy(session: Session, by: By, search: string): Bundle[] {
  const categories = new Map(session.all('category').value.map(({ id, label }) => [id, label]))
  const labels: Record<By, (person: Person) => string> = {
    category: (person) => categories.get(person.category) ?? '',
    territory: (person) => person.territory,
    role: (person) => t(`role.${person.role}`),
  }
  const people = session.all('person').value.filter((person) => matches(person, search))
  return bundle(people, session.present.value, labels[by], w('none'))
}

interface BundleProps {
  session: Session
  bundle: Bundle
  onEdit(id: number): void
}

function PeopleBundle({ session, bundle: { label, people, here }, onEdit }: BundleProps) {
  return (
    <section class="people-bundle">
      <h3>
        <Pointed text={label} /> <small>{w('of', { here, all: people.length })}</small>
      </h3>
      <ul>
        {people.map((person) => (
          <PersonLine key={person.id} session={session} person={person} onEdit={() => onEdit(person.id)} />
        ))}
      </ul>
    </section>
  )
}

function PersonLine({ session, person, onEdit }: { session: Session; person: Person; onEdit(): void }) {
  const state = presenceOf(session, person)
  const mine = person.id === session.me.value.person
  const color = session.all('category').value.find(({ id }) => id === person.category)?.color
  return (
    <li class="person" data-state={state} data-color={color}>
      <span class="dot" aria-hidden="true" />
      <span class="person-text">
        <strong>{person.name}</strong>
        {mine && <span class="tag">{w('me')}</span>}
        {person.role !== 'participant' && <span class="tag">{t(`role.${person.role}`)}</span>}
        <span class="hint">{[w(state), person.organisation].filter(Boolean).join(' · ')}</span>
      </span>
      {(mine || session.can.animate()) && (
        <button type="button" class="button quiet icon-only" onClick={onEdit}>
          <Icon name="pencil" />
          <span class="unseen">{w('edit', { name: person.name })}</span>
        </button>
      )}
    </li>
  )
}

function presenceOf(session: Session, person: Person): 'present' | 'away' | 'expected' {
  if (session.present.value.has(person.id)) return 'present'
  return person.joined_at > 0 ? 'away' : 'expected'
}
