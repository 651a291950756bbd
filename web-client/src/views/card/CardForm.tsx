// Writing a card: title and text in place. Saved by Ctrl+Enter, Enter in the title, the button, or by going
// elsewhere; Escape gives up. The fields are the browser's own: what others change meanwhile never reaches
// into them.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../../i18n/i18n'
import { type Draft, limits } from './draft'
import { clipped } from './text'

interface Props {
  begun: Draft
  label: string
  /** `away`: the person went elsewhere, and the keyboard should stay there. */
  onSave(written: Draft, away: boolean): void
  onCancel(): void
  children?: ComponentChildren
}

export function CardForm({ begun, label, onSave, onCancel, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const title = useRef<HTMLTextAreaElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    title.current?.focus({ preventScroll: true })
    title.current?.setSelectionRange(begun.title.length, begun.title.length)
  }, [])
  /** A form that is being taken away tells its fields were left, too: then there is nothing to save any more. */
  const save = (away: boolean) => {
    if (title.current && text.current) onSave({ title: title.current.value, text: text.current.value }, away)
  }
  const leave = (event: FocusEvent) => {
    const inside = form.current?.contains(event.relatedTarget as Node | null)
    if (!inside && document.hasFocus()) save(true)
  }
  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.isComposing) return
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.target === title.current))
      save(false)
    else return
    event.preventDefault()
  }
  return (
    <form
      ref={form}
      class="card-form"
      aria-label={label}
      onKeyDown={press}
      onFocusOut={leave}
      onSubmit={(event) => {
        event.preventDefault()
        save(false)
      }}
    >
      <label class="card-form-field">
        <span>{t('card.title')}</span>
        <textarea
          ref={title}
          class="card-form-title"
          rows={2}
          defaultValue={begun.title}
          onInput={clipTo(limits.title)}
        />
      </label>
      <label class="card-form-field">
        <span>{t('card.text')}</span>
        <textarea ref={text} rows={5} defaultValue={begun.text} onInput={clipTo(limits.text)} />
      </label>
      {children}
      <div class="card-form-end">
        <button type="submit" class="card-button is-main">
          {t('card.save')}
        </button>
        <button type="button" class="card-button" onPointerDown={stay} onClick={onCancel}>
          {t('card.cancel')}
        </button>
      </div>
    </form>
  )
}

/** Some browsers do not focus a button that is clicked: the fields would look left, and be saved. */
function stay(event: Event): void {
  event.preventDefault()
}

function clipTo(bytes: number) {
  return ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => {
    const kept = clipped(currentTarget.value, bytes)
    if (kept !== currentTarget.value) currentTarget.value = kept
  }
}
