// Writing a card: title and text in place. Saved by Ctrl+Enter, Enter in the title, the button, or by going
// elsewhere (leaving.ts); Escape gives up. The text of a card that lies on the board is written live (live.ts): it is sent as
// one writes, and what others write comes into the field. The title is the browser's own until it is saved.

import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { b } from '../../i18n/board'
import { adoptStyle } from '../parts/style'
import { clipped } from '../parts/text'
import type { CardActions } from './actions'
import { type Draft, limits } from './draft'
import style from './form.css' with { type: 'text' }
import { useLeaving } from './leaving'
import { LiveText } from './live'

adoptStyle(style)

interface Props {
  actions: CardActions
  /** 0 for one that is new. */
  card: number
  begun: Draft
  label: string
  /** `away`: the person went elsewhere, and the keyboard should stay there. */
  onSave(written: Draft, away: boolean): void
  onCancel(): void
  children?: ComponentChildren
}

/** The fields, and what is done with what stands in them. */
function useWriting({ actions, card, begun, onSave, onCancel }: Props) {
  const title = useRef<HTMLTextAreaElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    title.current?.focus({ preventScroll: true })
    title.current?.setSelectionRange(begun.title.length, begun.title.length)
  }, [])
  const live = useRef<LiveText | undefined>(undefined)
  useLayoutEffect(() => {
    if (!card || !text.current) return undefined
    const writing = new LiveText(actions, card, text.current)
    live.current = writing
    return () => writing.close()
  }, [])
  const save = (away: boolean) => {
    if (!title.current || !text.current) return
    if (actions.card(card)) live.current?.finish()
    if (live.current?.refused) actions.session.notify(b('card.notSaved'))
    else onSave({ title: title.current.value, text: text.current.value }, away)
  }
  const giveUp = () => {
    live.current?.giveUp()
    onCancel()
  }
  return { title, text, save, giveUp }
}

export function CardForm(props: Props) {
  const { begun, label, children } = props
  const form = useRef<HTMLFormElement>(null)
  const { title, text, save, giveUp } = useWriting(props)
  useLeaving(form, () => save(true))
  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.isComposing) return
    if (event.key === 'Escape') giveUp()
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
      // Its empty space takes the keyboard, which so stays in the form.
      tabIndex={-1}
      onSubmit={(event) => {
        event.preventDefault()
        save(false)
      }}
    >
      <label class="card-form-field">
        <span>{b('card.title')}</span>
        <textarea
          ref={title}
          class="card-form-title"
          rows={2}
          defaultValue={begun.title}
          onInput={clipTo(limits.title)}
        />
      </label>
      <label class="card-form-field">
        <span>{b('card.text')}</span>
        <textarea ref={text} rows={5} defaultValue={begun.text} onInput={clipTo(limits.text)} />
      </label>
      {children}
      <div class="card-form-end">
        <button type="submit" class="card-button is-main">
          {b('card.save')}
        </button>
        <button type="button" class="card-button" onClick={giveUp}>
          {b('card.cancel')}
        </button>
      </div>
    </form>
  )
}

function clipTo(bytes: number) {
  return ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => {
    const kept = clipped(currentTarget.value, bytes)
    if (kept !== currentTarget.value) currentTarget.value = kept
  }
}
