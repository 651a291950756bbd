// Writing a card: title and text in place. Saved by Ctrl+Enter, Enter in the title, the button, or by going
// elsewhere (leaving.ts); Escape gives up. The text of a card that lies on the board is written live (live.ts): it is sent as
// one writes, and what others write comes into the field. The title is the browser's own until it is saved.

import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { b } from '../../i18n/board'
import { LeftOut } from '../parts/Field'
import { useLimit } from '../parts/limit'
import { adoptStyle } from '../parts/style'
import { beginning, type CardFormParts, CardWords } from './cardwords'
import { limits } from './draft'
import style from './form.css' with { type: 'text' }
import { useLeaving } from './leaving'

adoptStyle(style)

interface Props extends CardFormParts {
  /** The words are saved, on this card if on any. `away`: the person went elsewhere, and the keyboard stays there. */
  onClose(card: number, away: boolean): void
  onCancel(): void
  children?: ComponentChildren
}

/** The fields, and what is done with what stands in them. */
function useWriting(props: Props) {
  const title = useRef<HTMLTextAreaElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const words = useRef<CardWords | undefined>(undefined)
  const latest = useRef(props)
  latest.current = props
  useLayoutEffect(() => {
    const [one, other] = [title.current as HTMLTextAreaElement, text.current as HTMLTextAreaElement]
    one.focus({ preventScroll: true })
    one.setSelectionRange(one.value.length, one.value.length)
    const writing = new CardWords(() => latest.current, one, other)
    words.current = writing
    return () => writing.close()
  }, [])
  const keep = () => words.current?.keep()
  useEffect(keep, [JSON.stringify(props.choices)])
  const save = (away: boolean) => {
    const saved = words.current?.save()
    if (saved !== undefined) props.onClose(saved, away)
  }
  const giveUp = () => {
    words.current?.giveUp()
    props.onCancel()
  }
  const left = { title: useLimit(title, limits.title), text: useLimit(text, limits.text) }
  return { title, text, left, keep, save, giveUp }
}

export function CardForm(props: Props) {
  const { label, children } = props
  const form = useRef<HTMLFormElement>(null)
  const begun = useRef(beginning(props)).current
  const { title, text, left, keep, save, giveUp } = useWriting(props)
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
        <textarea ref={title} class="card-form-title" rows={2} defaultValue={begun.title} onInput={keep} />
        <LeftOut words={left.title.value} />
      </label>
      <label class="card-form-field">
        <span>{b('card.text')}</span>
        <textarea ref={text} rows={5} defaultValue={begun.text} onInput={keep} />
        <LeftOut words={left.text.value} />
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
