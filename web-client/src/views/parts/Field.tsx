import type { ComponentChildren, Ref } from 'preact'
import { useId } from 'preact/hooks'
import { t } from '../../i18n/i18n'
import type { Words } from './unsent'

interface FieldProps {
  label: string
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean
  /** The control, with the ids that tie it to its label and its words. */
  children: (ids: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': boolean
  }) => ComponentChildren
}

/** A label, its control, and what is said about it. */
export function Field({ label, hint, error, optional = false, children }: FieldProps) {
  const id = useId()
  const said = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <small>({t('app.optional')})</small>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': said || undefined, 'aria-invalid': error !== undefined })}
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

interface WordsInputProps {
  words: Words
  max: number
  /** It has several lines. */
  rows?: number | undefined
  id?: string
  class?: string
  placeholder?: string
  required?: boolean
  inputMode?: 'text' | 'search' | 'url'
  autocomplete?: 'name' | 'organization' | 'off'
  'aria-label'?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean
  inputRef?: Ref<HTMLInputElement>
  /** Enter, or the keyboard went elsewhere. */
  onChange?(): void
  onKeyDown?(event: KeyboardEvent & { currentTarget: HTMLInputElement }): void
}

/** A control of words, kept while they are written (unsent.ts). Every field of more than a word is one. */
export function WordsInput({ words, max, rows, inputRef, onKeyDown, ...given }: WordsInputProps) {
  const control = {
    ...given,
    value: words.value,
    maxLength: max,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => words.set(currentTarget.value),
  }
  if (rows) return <textarea {...control} rows={rows} />
  return <input {...control} ref={inputRef ?? null} onKeyDown={onKeyDown} type="text" />
}

interface TextFieldProps {
  label: string
  words: Words
  max: number
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean
  required?: boolean
  rows?: number
  inputMode?: 'text' | 'search' | 'url'
  autocomplete?: 'name' | 'organization' | 'off'
}

export function TextField({ label, hint, error, optional, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {(ids) => <WordsInput {...ids} {...input} />}
    </Field>
  )
}

/** For what is looked for or pasted, and written to nobody: nothing of it is kept. */
export function PassingField({
  value,
  onInput,
  ...field
}: Omit<TextFieldProps, 'words'> & { value: string; onInput(value: string): void }) {
  return <TextField {...field} words={{ value, set: onInput }} />
}
