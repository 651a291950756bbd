import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { t } from '../../i18n/i18n'
import { graphemes, shortened } from './letters'
import { useLimit } from './limit'
import { say } from './say'
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
  /** In bytes, as the schema counts. */
  max: number
  /** It has several lines. */
  rows?: number | undefined
  id?: string
  class?: string
  placeholder?: string
  required?: boolean
  inputMode?: 'text' | 'search' | 'url' | 'numeric'
  autocomplete?: 'name' | 'organization' | 'off'
  'aria-label'?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean
  inputRef?: RefObject<HTMLInputElement | null>
  /** Enter, or the keyboard went elsewhere. */
  onChange?(): void
  onKeyDown?(event: KeyboardEvent & { currentTarget: HTMLInputElement }): void
}

/** A control of words, kept while they are written (unsent.ts). Every field of more than a word is one. */
export function WordsInput({ words, max, rows, inputRef, onKeyDown, ...given }: WordsInputProps) {
  const control = {
    ...given,
    value: words.value,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => words.set(currentTarget.value),
  }
  const own = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const ref = (inputRef ?? own) as typeof own
  const left = useLimit(ref, max)
  return (
    <>
      {rows ? (
        <textarea {...control} ref={ref} rows={rows} />
      ) : (
        <input {...control} ref={ref} onKeyDown={onKeyDown} type="text" />
      )}
      <LeftOut words={left.value} />
    </>
  )
}

/** What did not fit into a field, in signs as people count. */
export function LeftOut({ words }: { words: string }) {
  const said = words && t('app.leftOut', { n: graphemes(words).length, words: shortened(words, 80) })
  useEffect(() => say(said), [said])
  return said ? (
    <span class="left-out" aria-hidden="true">
      {said}
    </span>
  ) : null
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
  inputMode?: 'text' | 'search' | 'url' | 'numeric'
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
