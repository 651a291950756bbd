import type { WorkshopSession } from '../../sync/workshop'
import { inPlace } from '../cards/choosing'
import { w } from '../cards/terms'

interface Props {
  session: WorkshopSession
  label: string
  chosen: number
  onChoose(type: number): void
}

/** What binds two cards: one of the workshop's types of links, or a plain link. Nothing where there are no types. */
export function LinkTypeChoice({ session, label, chosen, onChoose }: Props) {
  const types = inPlace(session.all('link_type').value)
  if (types.length === 0) return null
  return (
    <select
      aria-label={label}
      value={chosen}
      onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
    >
      <option value={0}>{w('plainLink')}</option>
      {types.map((type) => (
        <option key={type.id} value={type.id}>
          {type.label}
        </option>
      ))}
    </select>
  )
}
