// Taking off in one action what somebody added since a moment, or what is unsigned.
import { useSignal } from '@preact/signals'
import type { WorkshopSession } from '../../sync/workshop'
import { Icon } from '../parts/Icon'
import { Select } from '../parts/Select'
import { addedBy, nobodys, whoAdded } from './additions'
import { nameOf } from './people'
import { w } from './words'

const spans = [5, 15, 60, 0] as const

export function Added({ session }: { session: WorkshopSession }) {
  const whose = useSignal(nobodys)
  const span = useSignal<number>(5)
  const since = span.value ? Math.max(0, Math.round(session.serverNow() - span.value * 60_000)) : 0
  const cards = session.all('card').value
  const n = addedBy(cards, whose.value, since)
  const people = whoAdded(cards).map((person) => ({ value: person, label: nameOf(session, person) }))
  const person = whose.value === nobodys ? {} : { person: whose.value }
  return (
    <details class="added">
      <summary>{w('added')}</summary>
      <p class="hint">{w('addedHint')}</p>
      <Select
        label={w('addedWhose')}
        value={whose.value}
        options={[{ value: nobodys, label: w('addedUnsigned') }, ...people]}
        onChoose={(value) => {
          whose.value = value
        }}
      />
      <Select
        label={w('addedSince')}
        value={span.value}
        options={spans.map((minutes) => ({
          value: minutes,
          label: minutes ? w('timerMinutes', { n: minutes }) : w('binAlways'),
        }))}
        onChoose={(minutes) => {
          span.value = minutes
        }}
      />
      <div class="actions">
        <button
          type="button"
          class="button danger"
          onClick={() => session.send({ type: 'drop_added', ...person, since })}
        >
          <Icon name="trash-2" />
          {w('addedDrop', { n })}
        </button>
      </div>
    </details>
  )
}
