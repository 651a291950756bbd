// Which zone something is laid in, or none.
import type { Signal } from '@preact/signals'
import type { Zone } from '../../../../protocol/generated/protocol'
import { Choice } from '../parts/Choice'

interface Props {
  label: string
  zones: readonly Zone[]
  /** The id of the chosen one, 0 for none. */
  chosen: Signal<number>
  none: string
}

export function ZoneSelect({ label, zones, chosen, none }: Props) {
  return (
    <Choice
      label={label}
      value={chosen.value}
      options={[...zones.map(({ id, title }) => ({ value: id, label: title })), { value: 0, label: none }]}
      onChoose={(zone) => {
        chosen.value = zone
      }}
    />
  )
}
