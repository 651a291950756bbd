import { useSignal } from '@preact/signals'
import type { Category, Person } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { PassingField } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { Pointed } from '../parts/Pointed'
import { byName, matches } from '../people/matching'

interface Props {
  roll: readonly Person[]
  categories: readonly Category[]
  onPick(line: Person | 'unlisted'): void
}

const mostShown = 12

/** Finding one's own line among hundreds. */
export function RollSearch({ roll, categories, onPick }: Props) {
  const search = useSignal('')
  const found = roll.filter((person) => matches(person, search.value)).sort(byName)
  const quiet = search.value.trim() === '' && roll.length > mostShown
  const shown = quiet ? [] : found.slice(0, mostShown)
  return (
    <section aria-labelledby="roll">
      <h2 id="roll">{t('join.roll')}</h2>
      <PassingField
        label={t('join.rollSearch')}
        inputMode="search"
        autocomplete="off"
        max={120}
        value={search.value}
        onInput={(value) => {
          search.value = value
        }}
      />
      <p class="hint" role="status">
        {!quiet && t('join.rollFound', { n: found.length })}{' '}
        {!quiet && found.length > shown.length && t('join.rollMore')}
      </p>
      <ul class="roll">
        {shown.map((person) => (
          <RollLine key={person.id} person={person} categories={categories} onPick={onPick} />
        ))}
      </ul>
      {shown.some((person) => person.joined_at > 0) && <p class="hint">{t('join.rollTakenHint')}</p>}
      <button type="button" class="button" onClick={() => onPick('unlisted')}>
        <Icon name="user-round-pen" />
        {t('join.notListed')}
      </button>
    </section>
  )
}

interface LineProps {
  person: Person
  categories: readonly Category[]
  onPick(line: Person): void
}

function RollLine({ person, categories, onPick }: LineProps) {
  const category = categories.find(({ id }) => id === person.category)
  const details = [person.organisation, person.territory, category?.label].filter(Boolean).join(' · ')
  const taken = person.joined_at > 0
  return (
    <li>
      <span>
        <strong>{person.name}</strong>
        <span class="hint">
          <Pointed text={details} />
        </span>
      </span>
      {taken ? (
        <span class="tag">{t('join.rollTaken')}</span>
      ) : (
        <button type="button" class="button primary" onClick={() => onPick(person)}>
          {t('join.rollPick')}
          <span class="unseen"> : {person.name}</span>
        </button>
      )}
    </li>
  )
}
