// Who did something, in words.

import type { WorkshopSession } from '../../sync/workshop'
import { s } from './signwords'

export function nameOf(session: WorkshopSession, person: number): string {
  return session.record('person', person).value?.name ?? s('somebody')
}
