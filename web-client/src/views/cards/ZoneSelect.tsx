// Which zone something is laid in, or none.
import type { Signal } from '@preact/signals'
import type { Zone } from '../../../../protocol/generated/protocol'

interface Props {
  label: string
  zones: readonly Zone[]
  /** The id of the chosen one, 0 for none. */
  chosen: Signal<number>
  none: string
}

export function ZoneSelect({ label, zones, chosen, none }: Props) {
  return (
    <label>
      <span>{label}</span>{' '}
      <select
        value={chosen.value}
        onChange={({ currentTarget }) => {
          chosen.value = Number(currentTarget.value)
        }}
      >
        {zones.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        <option value={0}>{none}</option>
      </select>
    </label>
  )
}
