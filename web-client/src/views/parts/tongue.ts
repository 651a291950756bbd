import type { WorkshopSession } from '../../sync/workshop'

/** The language people write in here, which may be another than that of the page; reactive. */
export function tongueOf(session: WorkshopSession): string | undefined {
  return session.record('workshop', session.id).value?.language
}
