import { useSignal } from '@preact/signals'
import type { Language } from '../../../../protocol/generated/protocol'
import { templates } from '../../../../protocol/generated/templates'
import { language } from '../../i18n/i18n'
import { refusalText } from '../../i18n/refusal'
import type { Organiser } from '../../sync/organiser'
import { Choice } from '../parts/Choice'
import { TextField } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { useUnsent } from '../parts/unsent'
import { type Roll, RollField } from './RollField'
import { w } from './words'

interface Props {
  organiser: Organiser
  onFounded(founded: { workshop: number; people: number; title: string }): void
}

const languages = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const

/** What is written into the form, and what becomes of it. */
function useFounding({ organiser, onFounded }: Props) {
  const form = useUnsent({ place: 'new workshop', name: w('new') }, { title: '' })
  const title = form.field('title')
  const titleError = useSignal<string | undefined>(undefined)
  const template = useSignal(templates[0]?.name ?? '')
  const spoken = useSignal<Language>(language.peek())
  const roll = useSignal<Roll | undefined>(undefined)
  const refusal = useSignal<string | undefined>(undefined)
  const busy = useSignal(false)
  const create = async (event: Event) => {
    event.preventDefault()
    titleError.value = title.value.trim() ? undefined : w('titleMissing')
    if (titleError.value || busy.value) return
    busy.value = true
    refusal.value = undefined
    const founded = await organiser.create({
      title: title.value.trim(),
      template: template.value,
      language: spoken.value,
      roll: roll.value?.bytes ?? new Uint8Array(),
    })
    busy.value = false
    if ('refused' in founded) refusal.value = await refusalText(founded.refused)
    else {
      form.done()
      onFounded({ ...founded, title: title.value.trim() })
    }
  }
  return { title, titleError, template, spoken, roll, refusal, busy, create }
}

export function FoundingForm(props: Props) {
  const { title, titleError, template, spoken, roll, refusal, busy, create } = useFounding(props)
  return (
    <form class="sheet" onSubmit={create} noValidate aria-labelledby="new-workshop">
      <h2 id="new-workshop">{w('new')}</h2>
      <TextField
        label={w('name')}
        words={title}
        max={160}
        required
        autocomplete="off"
        error={title.value.trim() ? undefined : titleError.value}
      />
      <TemplateField
        value={template.value}
        onChoose={(name) => {
          template.value = name
        }}
      />
      <Choice
        label={w('language')}
        value={spoken.value}
        options={languages}
        onChoose={(value) => {
          spoken.value = value
        }}
      />
      <RollField
        roll={roll.value}
        onChange={(next) => {
          roll.value = next
          refusal.value = undefined
        }}
      />
      {refusal.value && (
        <p class="error" role="alert">
          <Icon name="circle-alert" />
          {refusal.value}
        </p>
      )}
      <button type="submit" class="button primary" aria-disabled={busy.value}>
        <Icon name="plus" />
        {w(busy.value ? 'creating' : 'create')}
      </button>
    </form>
  )
}

function TemplateField({ value, onChoose }: { value: string; onChoose(name: string): void }) {
  return (
    <fieldset class="tiles">
      <legend>{w('template')}</legend>
      {templates.map(({ name, title, summary }) => (
        <label key={name} class="tile">
          <input
            type="radio"
            name="template"
            value={name}
            checked={name === value}
            onChange={() => onChoose(name)}
          />
          <strong>{title[language.value]}</strong>
          <span class="hint">{summary[language.value]}</span>
        </label>
      ))}
    </fieldset>
  )
}
