// What a board's report says: instruction, result, cards by zone, links, who was there. Only what everybody in the
// workshop sees: it goes from hand to hand.
import type { Board, Card, Zone } from '../../../../protocol/generated/protocol'
import { formatDate, language } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { inReadingOrder, zoneOf } from '../cards/zones'
import { titleOf } from '../parts/text'
import { ranking } from '../priorities/points'
import { cardsOn, factsFrom, signersOf } from './here'
import { r } from './reportwords'
import type { Facts } from './table'

export interface ReportCard {
  readonly title: string
  /** Its lines. */
  readonly text: readonly string[]
  /** What it is about, and who wrote it; each a short sentence. */
  readonly about: readonly string[]
}

export interface Report {
  readonly language: string
  readonly title: string
  readonly workshop: string
  readonly date: string
  readonly instruction: readonly string[]
  readonly ranks: readonly { readonly rank: number; readonly title: string; readonly points: number }[]
  readonly parts: readonly { readonly title: string; readonly cards: readonly ReportCard[] }[]
  readonly links: readonly string[]
  readonly people: readonly { readonly title: string; readonly names: readonly string[] }[]
  readonly words: Readonly<Record<Head, string>>
  /** Cards of the board that are not everybody's. */
  readonly left: number
}

type Head = 'instruction' | 'picture' | 'ranking' | 'card' | 'points' | 'cards' | 'links' | 'people'
const heads: readonly Head[] = [
  'instruction',
  'picture',
  'ranking',
  'card',
  'points',
  'cards',
  'links',
  'people',
]

/** Everybody's, and laid on the board. */
export function isReported(card: Card): boolean {
  return card.audience === 'everyone' && !card.unplaced
}

export function reportOf(session: WorkshopSession, board: Board): Report {
  const all = cardsOn(session, board.id)
  const cards = all.filter(isReported)
  return {
    language: language.value,
    title: board.title,
    workshop: session.record('workshop', session.id).value?.title ?? '',
    date: formatDate(session.serverNow()),
    instruction: linesOf(board.instructions),
    ranks: ranksOf(session, board, cards),
    parts: partsOf(session, board, cards),
    links: linksBetween(session, board, new Map(cards.map((card) => [card.id, card]))),
    people: peopleOf(session),
    words: Object.fromEntries(heads.map((head) => [head, r(head)])) as Record<Head, string>,
    left: all.length - cards.length,
  }
}

function linesOf(text: string): string[] {
  return text.trim() ? text.trim().split('\n') : []
}

/** Of the newest prioritisation, once everybody sees what it came to. */
function ranksOf(session: WorkshopSession, board: Board, cards: readonly Card[]): Report['ranks'] {
  const [newest] = [...session.where('priority', 'board', board.id).value].sort(
    (a, b) => b.made_at - a.made_at,
  )
  if (!newest?.shown) return []
  const given = session.where('allotment', 'priority', newest.id).value
  return ranking(newest.id, given, cards).map(({ card, points, rank }) => ({
    rank,
    points,
    title: titleOf(card),
  }))
}

/** Zone by zone as one reads, and what lies in none at the end. */
function partsOf(session: WorkshopSession, board: Board, cards: readonly Card[]): Report['parts'] {
  const zones = session.where('zone', 'board', board.id).value
  const facts = factsFrom(session, board.id)
  const byZone = new Map<Zone | undefined, Card[]>()
  for (const card of cards) {
    const zone = zoneOf(card, zones)
    byZone.set(zone, [...(byZone.get(zone) ?? []), card])
  }
  const part = (title: string, zone: Zone | undefined) => ({
    title,
    cards: inReadingOrder(byZone.get(zone) ?? []).map((card) => cardOf(session, card, facts)),
  })
  const parts = inReadingOrder(zones).map((zone) => part(zone.title, zone))
  return byZone.has(undefined) ? [...parts, part(zones.length ? r('outside') : '', undefined)] : parts
}

function cardOf(session: WorkshopSession, card: Card, facts: Facts): ReportCard {
  const title = titleOf(card)
  const text = linesOf(card.text)
  const points = facts.pointsOf(card)
  const signed = signersOf(session, card)
  const about = [
    facts.typeOf(card),
    facts.objectivesOf(card).join(', '),
    facts.territoryOf(card)?.name ?? '',
    facts.groupOf(card),
    card.tags
      .split('\n')
      .filter(Boolean)
      .map((tag) => `#${tag}`)
      .join(' '),
    points ? r('pointsOf', { n: points }) : '',
    card.anonymous ? r('unsigned') : signed.length ? r('by', { names: signed.join(', ') }) : '',
  ]
  return {
    title,
    text: card.title.trim() ? text : text.slice(1),
    about: about.filter(Boolean),
  }
}

/** Each once, from card to card. */
function linksBetween(session: WorkshopSession, board: Board, cards: ReadonlyMap<number, Card>): string[] {
  return session.where('link', 'board', board.id).value.flatMap(({ from, to, link_type: type, label }) => {
    const [start, end] = [cards.get(from), cards.get(to)]
    if (!start || !end) return []
    const said = [session.record('link_type', type).value?.label, label].filter(Boolean).join(' : ')
    return [r('link', { from: titleOf(start), to: titleOf(end), said })]
  })
}

/** Who came in, by category of actors. */
function peopleOf(session: WorkshopSession): Report['people'] {
  const here = session.all('person').value.filter((one) => one.joined_at > 0)
  const named = (category: number) =>
    here
      .filter((one) => one.category === category)
      .map(({ name, organisation }) => (organisation ? `${name} (${organisation})` : name))
      .sort((a, b) => a.localeCompare(b, language.value))
  const categories = [...session.all('category').value].sort((a, b) => a.id - b.id)
  const rest = { title: categories.length ? r('noCategory') : '', names: named(0) }
  return [...categories.map(({ id, label }) => ({ title: label, names: named(id) })), rest].filter(
    ({ names }) => names.length > 0,
  )
}
