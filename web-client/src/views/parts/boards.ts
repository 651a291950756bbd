// The boards of a workshop.
import type { Board } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'

/** A template's records have ascending ids: boards stand in its order. */
export function boardsInOrder(session: WorkshopSession): Board[] {
  return [...session.all('board').value].sort((left, right) => left.id - right.id)
}
