import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { limits } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { Icon } from '../parts/Icon'
import { w } from './words'

export interface Roll {
  name: string
  bytes: Uint8Array
}

/** What the title and the frame around a roll may take of the message that carries it. */
const room = limits.organiser_message_bytes - 4096

/** The roll in a file, or why it is none. */
async function readRoll(file: File): Promise<Roll | string> {
  if (file.size === 0) return w('rollEmpty')
  if (file.size > room) return w('rollTooBig', { kilobytes: Math.floor(room / 1024) })
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    return w('rollUnreadable')
  }
}

interface Props {
  roll: Roll | undefined
  onChange(roll: Roll | undefined): void
}

/** A CSV file, chosen or dropped. It goes to the server as it is: reading it is the server's part. */
export function RollField({ roll, onChange }: Props) {
  const id = useId()
  const problem = useSignal<string | undefined>(undefined)
  const take = async (file: File | undefined) => {
    problem.value = undefined
    if (!file) return
    const read = await readRoll(file)
    if (typeof read === 'string') problem.value = read
    else onChange(read)
  }
  return (
    <fieldset class="field">
      <legend>
        {w('roll')} <small>({t('app.optional')})</small>
      </legend>
      <p class="hint" id={`${id}-hint`}>
        {w('rollHint')}
      </p>
      <DropPlace onDrop={take}>
        <input
          id={id}
          class="unseen"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        <label class="button" for={id}>
          <Icon name="file-up" />
          {w('rollChoose')}
        </label>
        <span class="hint">{w('rollDrop')}</span>
        {roll && <Chosen roll={roll} onRemove={() => onChange(undefined)} />}
      </DropPlace>
      {problem.value && (
        <p class="error" role="alert">
          {problem.value}
        </p>
      )}
    </fieldset>
  )
}

interface DropProps {
  onDrop(file: File | undefined): void
  children: ComponentChildren
}

function DropPlace({ onDrop, children }: DropProps) {
  const over = useSignal(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside
    <div
      class="drop"
      data-over={over.value}
      onDragOver={(event) => {
        event.preventDefault()
        over.value = true
      }}
      onDragLeave={() => {
        over.value = false
      }}
      onDrop={(event) => {
        event.preventDefault()
        over.value = false
        onDrop(event.dataTransfer?.files[0])
      }}
    >
      {children}
    </div>
  )
}

function Chosen({ roll, onRemove }: { roll: Roll; onRemove(): void }) {
  return (
    <p class="chosen" role="status">
      <Icon name="check" />
      {roll.name}
      <button type="button" class="button quiet icon-only" onClick={onRemove}>
        <Icon name="x" />
        <span class="unseen">{w('rollRemove')}</span>
      </button>
    </p>
  )
}
