// A board's instruction where it stands, in the hand of who conducts: Enter saves, leaving the field too, Escape gives
// up. What was typed is kept as in every field, whoever takes the board away meanwhile.
import { useEffect, useRef } from 'preact/hooks'
import type { Board } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { w as a } from '../access/words'
import { act } from '../cards/memory'
import { WordsInput } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { useUnsent } from '../parts/unsent'
import { w } from './words'

interface Props {
  session: WorkshopSession
  board: Board
  onDone(): void
}

export default function InstructionForm({ session, board, onDone }: Props) {
  const { id, title, instructions } = board
  const form = useUnsent(
    { place: `board ${id} instructions`, name: `${a('instructions')} : ${title}` },
    { text: instructions },
  )
  const words = form.field('text')
  const host = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const area = host.current?.querySelector('textarea')
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [])
  const done = (save: boolean) => {
    const text = words.value.trim()
    if (save && text !== instructions) act(session, id, { type: 'edit_board', board: id, instructions: text })
    form.done()
    onDone()
  }
  const press = (event: KeyboardEvent) => {
    if (event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return
    const gives = event.key === 'Escape'
    if (!gives && (event.key !== 'Enter' || event.shiftKey)) return
    event.preventDefault()
    done(!gives)
  }
  const leave = (event: FocusEvent) => {
    const inside = (event.currentTarget as Element).contains(event.relatedTarget as Node | null)
    if (!inside && document.hasFocus()) done(true)
  }
  return (
    <form
      ref={host}
      class="instruction-form"
      onKeyDown={press}
      onFocusOut={leave}
      onSubmit={(event) => {
        event.preventDefault()
        done(true)
      }}
    >
      <WordsInput
        words={words}
        max={600}
        rows={3}
        aria-label={t('shell.instructions')}
        aria-describedby="instruction-keys"
      />
      <span class="instruction-end">
        <span id="instruction-keys" class="hint">
          {w('instructionKeys')}
        </span>
        <button type="submit" class="card-button">
          <Icon name="check" />
          {t('app.save')}
        </button>
      </span>
    </form>
  )
}
