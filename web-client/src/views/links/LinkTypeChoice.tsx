import type { WorkshopSession } from '../../sync/workshop'
import { inPlace } from '../cards/choosing'
import { w } from '../cards/terms'
import { Select } from '../parts/Select'

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
    <Select
      label={label}
      unseen
      value={chosen}
      options={[
        { value: 0, label: w('plainLink') },
        ...types.map(({ id, label: name }) => ({ value: id, label: name })),
      ]}
      onChoose={onChoose}
    />
  )
}
