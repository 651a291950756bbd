import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { Icon } from '../parts/Icon'
import { mostBytes } from './most'
import { bytesOf } from './save'
import { w } from './words'

interface Props {
  accept: string
  onBytes(bytes: Uint8Array, name: string): void
}

/** A file, chosen or dropped; read here and sent nowhere. */
export function FileField({ accept, onBytes }: Props) {
  const id = useId()
  const problem = useSignal('')
  const over = useSignal(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    const bytes = await bytesOf(file)
    if (bytes === 'tooBig') problem.value = w('tooBig', { megabytes: mostBytes / 1e6 })
    else if (bytes === 'unreadable') problem.value = w('unreadable')
    else {
      problem.value = ''
      onBytes(bytes, file.name)
    }
  }
  const hover = (is: boolean) => (event: DragEvent) => {
    event.preventDefault()
    over.value = is
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside */}
      <div
        class="drop"
        data-over={over.value}
        onDragOver={hover(true)}
        onDragLeave={hover(false)}
        onDrop={(event) => {
          hover(false)(event)
          void take(event.dataTransfer?.files[0])
        }}
      >
        <input
          id={id}
          class="unseen"
          type="file"
          accept={accept}
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0])
            currentTarget.value = ''
          }}
        />
        <label class="button" for={id}>
          <Icon name="file-up" />
          {w('choose')}
        </label>
        <span class="hint">{w('dropHere')}</span>
      </div>
      <div role="alert">{problem.value && <p class="error">{problem.value}</p>}</div>
    </>
  )
}
