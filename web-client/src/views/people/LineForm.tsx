import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { Category, Person } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { TextField } from '../parts/Field'
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'

/** What somebody says of themselves. */
export type Line = Pick<Person, 'name' | 'organisation' | 'territory' | 'category'>

interface Props {
  /** Whose line to begin with; none for somebody new. */
  line: Person | undefined
  intro?: string | undefined
  categories: readonly Category[]
  refusal: string | undefined
  submit: string
  busyText: string
  submitIcon: IconName
  /** One speaks of oneself, or of somebody else. */
  mine: boolean
  onSubmit(line: Line): Promise<void>
  onBack?: (() => void) | undefined
}

const blank: Line = { name: '', organisation: '', territory: '', category: 0 }

export function LineForm(props: Props) {
  const { line, intro, categories, refusal, mine, onSubmit, onBack } = props
  const { name, organisation, territory, category } = line ?? blank
  const fields = useSignal<Line>({ name, organisation, territory, category })
  const error = useSignal<string | undefined>(undefined)
  const busy = useSignal(false)
  const set = (part: Partial<Line>) => {
    fields.value = { ...fields.value, ...part }
    error.value = undefined
  }
  const send = async (event: Event) => {
    event.preventDefault()
    const given = trimmed(fields.value)
    error.value = given.name ? undefined : t('join.nameMissing')
    if (error.value || busy.value) return
    busy.value = true
    await onSubmit(given)
    busy.value = false
  }
  return (
    <form onSubmit={send} noValidate>
      {intro && <p class="lead">{intro}</p>}
      <Inputs fields={fields.value} error={error.value} mine={mine} set={set} />
      {categories.length > 0 && (
        <CategoryField
          label={t(mine ? 'join.category' : 'people.category')}
          categories={categories}
          value={fields.value.category}
          onChoose={(value) => set({ category: value })}
        />
      )}
      {refusal && (
        <p class="error" role="alert">
          <Icon name="circle-alert" />
          {refusal}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button primary" aria-disabled={busy.value}>
          <Icon name={props.submitIcon} />
          {busy.value ? props.busyText : props.submit}
        </button>
        {onBack && (
          <button type="button" class="button quiet" onClick={onBack}>
            <Icon name="arrow-left" />
            {t('app.back')}
          </button>
        )}
      </div>
    </form>
  )
}

function trimmed({ name, organisation, territory, category }: Line): Line {
  return { name: name.trim(), organisation: organisation.trim(), territory: territory.trim(), category }
}

interface InputsProps {
  fields: Line
  error: string | undefined
  mine: boolean
  set(part: Partial<Line>): void
}

function Inputs({ fields, error, mine, set }: InputsProps) {
  return (
    <>
      <TextField
        label={t(mine ? 'join.name' : 'people.name')}
        hint={t(mine ? 'join.nameHint' : 'people.nameHint')}
        error={error}
        max={80}
        required
        autocomplete="name"
        value={fields.name}
        onInput={(name) => set({ name })}
      />
      <TextField
        label={t('join.organisation')}
        max={160}
        optional
        autocomplete="organization"
        value={fields.organisation}
        onInput={(organisation) => set({ organisation })}
      />
      <TextField
        label={t('join.territory')}
        max={120}
        optional
        value={fields.territory}
        onInput={(territory) => set({ territory })}
      />
    </>
  )
}

interface CategoryProps {
  label: string
  categories: readonly Category[]
  value: number
  onChoose(value: number): void
}

function CategoryField({ label, categories, value, onChoose }: CategoryProps) {
  const group = useId()
  const options = [...categories.map(({ id, label, color }) => ({ id, label, color })), undefined]
  return (
    <fieldset class="chips">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option?.id ?? 0} class="chip" data-color={option?.color}>
          <input
            type="radio"
            name={group}
            checked={value === (option?.id ?? 0)}
            onChange={() => onChoose(option?.id ?? 0)}
          />
          {option?.label ?? t('join.noCategory')}
        </label>
      ))}
    </fieldset>
  )
}
