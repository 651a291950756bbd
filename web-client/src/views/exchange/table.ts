// The cards of a board as a table, whose columns an import reads back. Pure.
import type { Card, Territory } from '../../../../protocol/generated/protocol'
import { tagList } from '../cards/traits'
import { clipped, limitOf } from '../parts/text'
import { fields } from './columns'
import { writeTable } from './csv'

/** All that an import reads, then what it does not take from a file. */
export const written = [...fields, 'zone', 'links', 'author', 'category', 'group', 'points'] as const
export type Column = (typeof written)[number]

/** Names of what a card refers to. */
export interface Facts {
  typeOf(card: Card): string
  objectivesOf(card: Card): readonly string[]
  territoryOf(card: Card): Territory | undefined
  /** Of a signed card. */
  authorOf(card: Card): string
  /** The author's category of actors. */
  categoryOf(card: Card): string
  zoneOf(card: Card): string
  /** To and from other cards, each as a few words. */
  linksOf(card: Card): readonly string[]
  /** In the reader's language. */
  colorOf(card: Card): string
  groupOf(card: Card): string
  /** In its board's prioritisation, once they are shown. */
  pointsOf(card: Card): number
}

export interface Heads {
  readonly columns: Readonly<Record<Column, string>>
  readonly yes: string
}

export function cardTable(cards: readonly Card[], facts: Facts, { columns, yes }: Heads): string {
  const rows = cards.map((card) => {
    const cells = cellsOf(card, facts, yes)
    return written.map((column) => cells[column])
  })
  return writeTable([written.map((column) => columns[column]), ...rows])
}

function cellsOf(card: Card, facts: Facts, yes: string): Record<Column, string> {
  const territory = facts.territoryOf(card)
  const spot = card.pinned ? card : territory
  return {
    ...wordsOf(card),
    type: facts.typeOf(card),
    objectives: facts.objectivesOf(card).join(' | '),
    territory: territory?.name ?? '',
    departement: territory?.code ?? '',
    kind: territory?.kind ?? '',
    longitude: spot ? degrees(spot.longitude) : '',
    latitude: spot ? degrees(spot.latitude) : '',
    point: card.pinned ? yes : '',
    tags: tagList(card.tags).join(' | '),
    color: facts.colorOf(card),
    x: String(card.x),
    y: String(card.y),
    width: String(card.width),
    height: String(card.height),
    zone: facts.zoneOf(card),
    links: facts.linksOf(card).join(' | '),
    author: facts.authorOf(card),
    category: facts.categoryOf(card),
    group: facts.groupOf(card),
    points: pointsOf(card, facts),
  }
}

/** None are nothing to count, also where nobody was asked. */
export function pointsOf(card: Card, facts: Facts): string {
  return String(facts.pointsOf(card) || '')
}

/** A line must have a title: without one, the first line of the text is it. */
function wordsOf({ title, text }: Card): { title: string; text: string } {
  if (title.trim()) return { title, text }
  const [first = '', ...rest] = text.trim().split('\n')
  const short = clipped(first, limitOf('add_card', 'title'))
  return { title: short, text: short === first ? rest.join('\n') : text }
}

/** With the comma that French spreadsheets read as a number. */
function degrees(millionths: number): string {
  return String(millionths / 1e6).replace('.', ',')
}
