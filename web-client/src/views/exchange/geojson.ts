// The cards that have a place on earth, as RFC 7946 has it: longitude before latitude, WGS 84, plain properties
// that map makers show as they are. Pure.
import type { Card } from '../../../../protocol/generated/protocol'
import { tagList } from '../cards/traits'
import { isSomewhere } from '../map/places'
import { type Facts, pointsOf } from './table'

export interface Feature {
  readonly type: 'Feature'
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
  readonly properties: Readonly<Record<string, string>>
}

export interface Collected {
  readonly text: string
  readonly placed: number
  /** Cards without a place, which are left out. */
  readonly left: number
}

export function cardMap(cards: readonly Card[], facts: Facts): Collected {
  const features = cards.flatMap((card) => featureOf(card, facts) ?? [])
  const text = `${JSON.stringify({ type: 'FeatureCollection', features }, null, 1)}\n`
  return { text, placed: features.length, left: cards.length - features.length }
}

function featureOf(card: Card, facts: Facts): Feature | undefined {
  const territory = facts.territoryOf(card)
  const spot = card.pinned ? card : isSomewhere(territory) ? territory : undefined
  if (!spot) return undefined
  const properties: Record<string, string> = {
    name: card.title,
    description: card.text,
    type: facts.typeOf(card),
    objectives: facts.objectivesOf(card).join(', '),
    territory: territory?.name ?? '',
    tags: tagList(card.tags).join(', '),
    zone: facts.zoneOf(card),
    links: facts.linksOf(card).join(', '),
    author: facts.authorOf(card),
    category: facts.categoryOf(card),
    group: facts.groupOf(card),
    points: pointsOf(card, facts),
  }
  const said = Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => name === 'name' || value),
  )
  const coordinates = [spot.longitude / 1e6, spot.latitude / 1e6] as const
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties: said }
}
