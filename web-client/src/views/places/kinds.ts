// The kinds of places. A new one is a word in parts/place.ts and a row here; the room, the wall, the band at the top
// and who leads need no more.
import type { View } from '../../preferences'
import type { Session } from '../../sync/session'
import { isSamePlace, type Place, type PlaceKind, placeKinds } from '../parts/place'
import { board } from './board'
import type { Kind, Look, Standing } from './kind'

export const kinds: Readonly<Record<PlaceKind, Kind>> = { board }

export interface StandingPlace extends Place, Standing {}

/** Every place of the workshop. */
export function placesOf(session: Session): StandingPlace[] {
  return placeKinds.flatMap((kind) => kinds[kind].all(session).map((one) => ({ ...one, kind })))
}

/** The place that was chosen, or the first while none is, or it is gone. */
export function placeAmong(
  all: readonly StandingPlace[],
  chosen: Place | undefined,
): StandingPlace | undefined {
  return all.find((one) => isSamePlace(one, chosen)) ?? all[0]
}

/** Fetches what is most likely seen first in a room. */
export function fetchFirst(wanted: View): void {
  lookAt({ kind: placeKinds[0], id: 0 }, wanted).Stage.fetch()
}

export function lookAt({ kind }: Place, wanted: View): Look {
  const { looks } = kinds[kind]
  return looks.find(({ name }) => name === wanted) ?? looks[0]
}
