import { useSignal } from '@preact/signals'
import { readLink } from '../../sync/links'
import { TextField } from '../parts/Field'
import { w } from './words'

/** For whoever was sent a link as text and is already here. */
export function PasteLink() {
  const link = useSignal('')
  const error = useSignal<string | undefined>(undefined)
  const go = (event: Event) => {
    event.preventDefault()
    const place = readLink(link.value.trim())
    if (!place) error.value = w('notALink')
    else if (!place.key) error.value = w('linkCut')
    else location.assign(link.value.trim())
  }
  return (
    <form onSubmit={go} noValidate>
      <TextField
        label={w('paste')}
        hint={w('pasteHint')}
        error={error.value}
        inputMode="url"
        autocomplete="off"
        max={500}
        value={link.value}
        onInput={(value) => {
          link.value = value
          error.value = undefined
        }}
      />
      <button type="submit" class="button primary">
        {w('go')}
      </button>
    </form>
  )
}
