// What the workshop is doing, as a wall looks at it.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { openCode } from '../../sync/code'
import type { WorkshopSession } from '../../sync/workshop'
import { boardsInOrder } from '../parts/boards'
import type { Place } from '../parts/place'
import type { Doing } from './phase'

export function doingOf(session: WorkshopSession, place: Place | undefined, now: number): Doing {
  const here = (id: number) => Number(place?.kind === 'board' && place.id === id)
  return {
    chosen: session.record('wall', session.id).value?.phase ?? 'auto',
    boards: [...boardsInOrder(session)].sort((one, other) => here(other.id) - here(one.id)),
    leads: session.all('lead').value,
    priorities: session.all('priority').value,
    doorIsOpen: codeOf(session, now) !== undefined,
    hasPeople: session
      .all('person')
      .value.some(({ role, joined_at }) => role !== 'animator' && joined_at > 0),
    now,
  }
}

export function codeOf(session: WorkshopSession, now: number): string | undefined {
  return openCode(session.record('short_code', session.id).value, now)
}

/** The server's time, twice a second. */
export function useNow(session: WorkshopSession): number {
  const now = useSignal(session.serverNow())
  useEffect(() => {
    const beat = setInterval(() => {
      now.value = session.serverNow()
    }, 500)
    return () => clearInterval(beat)
  }, [session])
  return now.value
}
