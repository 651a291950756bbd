// Where on the map a card lies: at its own point, else where its territory is, else in the middle of its
// territory's département. Pure.
import type { Card, Territory } from '../../../../protocol/generated/protocol'
import type { Point } from '../parts/geometry'
import { project } from './projection'

/** What says where a card is. */
export type Whereby = 'point' | 'territory' | 'departement'

export interface Placed {
  readonly card: Card
  readonly at: Point
  readonly by: Whereby
}

export interface Places {
  readonly placed: readonly Placed[]
  /** They have a place, which this map does not show. */
  readonly elsewhere: readonly Card[]
  readonly unplaced: readonly Card[]
}

type Middle = (code: string) => Point | undefined

/** Millionths of a degree, as records have them. */
export function projected(longitude: number, latitude: number): Point | undefined {
  return project({ longitude: longitude / 1e6, latitude: latitude / 1e6 })
}

export function placesOf(
  cards: readonly Card[],
  territoryOf: (id: number) => Territory | undefined,
  middle: Middle,
): Places {
  const placed: Placed[] = []
  const elsewhere: Card[] = []
  const unplaced: Card[] = []
  for (const card of cards) {
    const territory = card.territory ? territoryOf(card.territory) : undefined
    const found = placeOf(card, territory, middle)
    if (found) placed.push({ card, ...found })
    else if (card.pinned || isSomewhere(territory)) elsewhere.push(card)
    else unplaced.push(card)
  }
  return { placed, elsewhere, unplaced }
}

function placeOf(
  card: Card,
  territory: Territory | undefined,
  middle: Middle,
): Omit<Placed, 'card'> | undefined {
  if (card.pinned) return lain(projected(card.longitude, card.latitude), 'point')
  if (!territory) return undefined
  const itself = isSomewhere(territory) ? projected(territory.longitude, territory.latitude) : undefined
  return lain(itself, 'territory') ?? lain(middle(territory.code), 'departement')
}

function lain(at: Point | undefined, by: Whereby): Omit<Placed, 'card'> | undefined {
  return at && { at, by }
}

/** A territory nobody gave coordinates has zeros, in the sea off Africa. */
export function isSomewhere(territory: Territory | undefined): boolean {
  return territory !== undefined && (territory.longitude !== 0 || territory.latitude !== 0)
}
