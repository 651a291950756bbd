import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { limits } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { Icon } from '../parts/Icon'

export interface Roll {
  name: string
  bytes: Uint8Array
}

/** What the title and the frame around a roll may take of the message that carries it. */
const room = limits.organiser_message_bytes - 4096

/** A CSV file, chosen or dropped. It goes to the server as it is: reading it is the server's part. */
export function RollField({
  roll,
  onChange,
}: {
  roll: Roll | undefined
  onChange(roll: Roll | undefined): void
}) {
  const id = useId()
  const problem = useSignal<string | undefined>(undefined)
  const over = useSignal(false)
  const take = async (file: File | undefined) => {
    problem.value = undefined
    if (!file) return
    if (file.size === 0) {
      problem.value = t('organise.rollEmpty')
      return
    }
    if (file.size > room) {
      problem.value = t('organise.rollTooBig', { kilobytes: Math.floor(room / 1024) })
      return
    }
    try {
      onChange({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    } catch {
      problem.value = t('organise.rollUnreadable')
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    over.value = false
    void take(event.dataTransfer?.files[0])
  }
  return (
    <fieldset class="field">
      <legend>
        {t('organise.roll')} <small>({t('app.optional')})</small>
      </legend>
      <p class="hint" id={`${id}-hint`}>
        {t('organise.rollHint')}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside */}
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
        onDrop={drop}
      >
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
          {t('organise.rollChoose')}
        </label>
        <span class="hint">{t('organise.rollDrop')}</span>
        {roll && <Chosen roll={roll} onRemove={() => onChange(undefined)} />}
      </div>
      {problem.value && (
        <p class="error" role="alert">
          {problem.value}
        </p>
      )}
    </fieldset>
  )
}

function Chosen({ roll, onRemove }: { roll: Roll; onRemove(): void }) {
  return (
    <p class="chosen" role="status">
      <Icon name="check" />
      {roll.name}
      <button type="button" class="button quiet icon-only" onClick={onRemove}>
        <Icon name="x" />
        <span class="unseen">{t('organise.rollRemove')}</span>
      </button>
    </p>
  )
}
