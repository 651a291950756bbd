// One question over all else, with a few answers; for where no view stands that could hold it.
import { render } from 'preact'
import { Dialog } from './Dialog'

interface Answer<T> {
  readonly label: string
  readonly value: T
  /** What most will want stands first, and is the main one. */
  readonly main?: boolean
}

interface Question<T> {
  readonly title: string
  readonly text?: string
  readonly answers: readonly Answer<T>[]
}

/** Answers what was chosen; undefined when it was put aside. */
export function ask<T>({ title, text, answers }: Question<T>): Promise<T | undefined> {
  const host = document.body.appendChild(document.createElement('div'))
  return new Promise((resolve) => {
    const close = (value?: T) => {
      render(null, host)
      host.remove()
      resolve(value)
    }
    render(
      <Dialog title={title} onClose={() => close()}>
        {text && <p>{text}</p>}
        <div class="actions">
          {answers.map(({ label, value, main }) => (
            <button
              key={label}
              type="button"
              class={main ? 'button primary' : 'button'}
              onClick={() => close(value)}
            >
              {label}
            </button>
          ))}
        </div>
      </Dialog>,
      host,
    )
  })
}
