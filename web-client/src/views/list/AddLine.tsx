// The line of the list by which cards are added in a zone, one after the other.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { b } from '../../i18n/board'
import type { Form } from '../../sync/unsent'
import { limits } from '../cards/draft'
import { WordsInput } from '../parts/Field'
import { useUnsent } from '../parts/unsent'

interface Props {
  form: Form
  /** Somebody opened it, and wants to write. */
  asked: boolean
  onAdd(title: string): void
  onClose(): void
}

export default function AddLine({ form, asked, onAdd, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const words = useUnsent(form, { title: '' })
  const title = words.field('title')
  useLayoutEffect(() => {
    if (asked) field.current?.focus()
  }, [asked])
  const add = (event: Event) => {
    event.preventDefault()
    if (title.value.trim()) onAdd(title.value)
    words.done()
    field.current?.focus()
  }
  const close = () => {
    words.done()
    onClose()
  }
  return (
    <form class="list-add" onSubmit={add}>
      <label>
        <span>{form.name}</span>
        <WordsInput inputRef={field} words={title} max={limits.title} autocomplete="off" />
      </label>
      <button type="submit" class="card-button is-main">
        {b('card.save')}
      </button>
      <button type="button" class="card-button" onClick={close}>
        {b('card.close')}
      </button>
    </form>
  )
}
