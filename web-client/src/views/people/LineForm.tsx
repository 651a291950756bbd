import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { Category, Person } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { TextField } from '../parts/Field'
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'
import { Pointed } from '../parts/Pointed'
import { type FormWords, useUnsent } from '../parts/unsent'

/** What somebody says of themselves. */
export type Line = Pick<Person, 'name' | 'organisation' | 'territory' | 'category'>

interface Props {
  /** Where its words are kept while they are written. */
  place: string
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
  /** What is known stays folded, to be corrected if need be: one press is enough. */
  folded?: boolean
  /** Answers whether it was taken. */
  onSubmit(line: Line): Promise<boolean>
  onBack?: (() => void) | undefined
}

const blank: Line = { name: '', organisation: '', territory: '', category: 0 }

export function LineForm(props: Props) {
  const { line, intro, categories, refusal, mine, onSubmit } = props
  const { name, organisation, territory, category } = line ?? blank
  const form = useUnsent(
    { place: props.place, name: t(mine ? 'join.name' : 'people.name') },
    { name, organisation, territory },
  )
  const chosen = useSignal(category)
  const error = useSignal<string | undefined>(undefined)
  const busy = useSignal(false)
  const send = async (event: Event) => {
    event.preventDefault()
    const given = { ...lineIn(form), category: chosen.value }
    error.value = given.name ? undefined : t('join.nameMissing')
    if (error.value || busy.value) return
    busy.value = true
    if (await onSubmit(given)) form.done()
    busy.value = false
  }
  return (
    <form onSubmit={send} noValidate>
      {intro && (
        <p id="line-intro" class="lead">
          {intro}
        </p>
      )}
      <Folding folded={props.folded ?? false}>
        <Inputs form={form} error={error.value} mine={mine} />
        {categories.length > 0 && (
          <CategoryField
            label={t(mine ? 'join.category' : 'people.category')}
            categories={categories}
            value={chosen.value}
            onChoose={(value) => {
              chosen.value = value
            }}
          />
        )}
      </Folding>
      {refusal && (
        <p class="error" role="alert">
          <Icon name="circle-alert" />
          {refusal}
        </p>
      )}
      <Ways {...props} busy={busy.value} />
    </form>
  )
}

function Folding({ folded, children }: { folded: boolean; children: ComponentChildren }) {
  if (!folded) return <>{children}</>
  return (
    <details class="fold">
      <summary>{t('join.correct')}</summary>
      {children}
    </details>
  )
}

/** Onward and back. The button that was pressed to come to a folded line is gone: the keyboard goes on from here. */
function Ways({ intro, folded, submit, busyText, submitIcon, onBack, busy }: Props & { busy: boolean }) {
  const enter = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (folded) enter.current?.focus()
  }, [])
  return (
    <div class="actions">
      <button
        ref={enter}
        type="submit"
        class="button primary"
        aria-disabled={busy}
        aria-describedby={intro && 'line-intro'}
      >
        <Icon name={submitIcon} />
        {busy ? busyText : submit}
      </button>
      {onBack && (
        <button type="button" class="button quiet" onClick={onBack}>
          <Icon name="arrow-left" />
          {t('app.back')}
        </button>
      )}
    </div>
  )
}

function lineIn(form: FormWords): Omit<Line, 'category'> {
  const words = (field: string) => form.field(field).value.trim()
  return { name: words('name'), organisation: words('organisation'), territory: words('territory') }
}

interface InputsProps {
  form: FormWords
  error: string | undefined
  mine: boolean
}

function Inputs({ form, error, mine }: InputsProps) {
  return (
    <>
      <TextField
        label={t(mine ? 'join.name' : 'people.name')}
        hint={t(mine ? 'join.nameHint' : 'people.nameHint')}
        error={error}
        max={80}
        required
        autocomplete="name"
        words={form.field('name')}
      />
      <TextField
        label={t('join.organisation')}
        max={160}
        optional
        autocomplete="organization"
        words={form.field('organisation')}
      />
      <TextField label={t('join.territory')} max={120} optional words={form.field('territory')} />
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
          <Pointed text={option?.label ?? t('join.noCategory')} />
        </label>
      ))}
    </fieldset>
  )
}
