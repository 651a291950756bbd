import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { clock, openSocket } from '../../browser'
import { closeText } from '../../i18n/closes'
import { readCode, tryCode } from '../../sync/code'
import { readLink, writeLink } from '../../sync/links'
import { PassingField } from '../parts/Field'
import { w } from './words'

interface Props {
  /** A code that the address brought: tried at once. */
  code?: string
}

/** For whoever reads the short code on a wall, or was sent a link as text. */
export function PasteLink({ code }: Props) {
  const typed = useSignal(code ?? '')
  const error = useSignal<string | undefined>(undefined)
  const trying = useSignal(false)
  const enterBy = async (short: string) => {
    trying.value = true
    const answer = await tryCode(openSocket, clock, short).answer
    if (typeof answer !== 'string' && answer.key) {
      // The key stands behind the #, which a browser sends to nobody.
      location.replace(writeLink(location.origin, answer.workshop, answer.key))
      return
    }
    error.value = closeText(typeof answer === 'string' ? answer : 'unknown_code')
    trying.value = false
  }
  const go = () => {
    const text = typed.value.trim()
    const short = readCode(text)
    const place = readLink(text)
    error.value = undefined
    if (trying.value) return
    if (place?.key) location.assign(text)
    else if (place) error.value = w('linkCut')
    else if (short) void enterBy(short)
    else error.value = w('notALink')
  }
  useEffect(() => {
    if (code) go()
  }, [])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
      noValidate
    >
      <PassingField
        label={w('paste')}
        hint={w('pasteHint')}
        error={error.value}
        autocomplete="off"
        max={500}
        value={typed.value}
        onInput={(value) => {
          typed.value = value
          error.value = undefined
        }}
      />
      <button type="submit" class="button primary" aria-disabled={trying.value}>
        {w(trying.value ? 'looking' : 'go')}
      </button>
    </form>
  )
}
