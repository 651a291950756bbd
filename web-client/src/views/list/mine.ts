// What one wrote oneself, alone or with others.
import type { Card } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'

export function isMine({ me }: WorkshopSession, { author, coauthors }: Card): boolean {
  const { person } = me.value
  return person !== 0 && (author === person || coauthors.includes(person))
}
