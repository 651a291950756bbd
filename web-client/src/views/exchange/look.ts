// The picture of a board as this page shows it: its colours, its letters, its map.
import type { Board, Card } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { Item } from '../boards/item'
import { tagList } from '../cards/traits'
import type { Rect } from '../parts/geometry'
import { measureWith } from '../parts/measure'
import { readTheme, type Theme } from '../parts/theme'
import { type Drawing, draw, type Measure } from './drawing'
import { factsFrom, recordsOf } from './here'
import type { Facts } from './table'

interface Wanted {
  /** What lies within, or all of it. */
  readonly seen?: Rect | undefined
  /** Which cards, if not all. */
  readonly keeps?: (card: Card) => boolean
  /** For paper, whatever the page's colours are. */
  readonly light?: boolean
}

export async function drawBoard(
  session: WorkshopSession,
  board: Board,
  { seen, keeps = () => true, light = false }: Wanted = {},
): Promise<Drawing> {
  const theme = light ? lightTheme() : readTheme(document.body)
  const { zones, links, cards: all, linkTypes } = recordsOf(session, board)
  const cards = all.filter((card) => !card.unplaced && keeps(card))
  const items = new Map(cards.map((card) => [card.id, new Item(card)]))
  const joined = links.flatMap((link) => {
    const from = items.get(link.from)
    const to = items.get(link.to)
    return from && to ? [{ link, from, to }] : []
  })
  const types = new Map(linkTypes.map((type) => [type.id, type]))
  const ground = board.scene === 'france' ? await france() : undefined
  const facts = factsFrom(session, board.id)
  const scene = {
    title: board.title,
    theme,
    zones,
    cards,
    links: joined,
    land: ground?.paths ?? [],
    typeOf: ({ link }: (typeof joined)[number]) => types.get(link.link_type),
    factsOf: (card: Card) => shortFacts(card, facts),
    pointsOf: (card: Card) => facts.pointsOf(card),
    measure: measureIn(theme.font),
  }
  return draw(scene, seen, ground?.size)
}

function lightTheme(): Theme {
  const host = document.body.appendChild(document.createElement('div'))
  host.style.colorScheme = 'light'
  const theme = { ...readTheme(host), paper: '#fff' }
  host.remove()
  return theme
}

/** What stands at the foot of a card. */
function shortFacts(card: Card, facts: Facts): string {
  const territory = facts.territoryOf(card)?.name ?? ''
  const said = [facts.typeOf(card), ...facts.objectivesOf(card), territory, ...tagList(card.tags)]
  return said.filter(Boolean).join(' · ')
}

/** Without network there may be no map: the cards are there all the same. */
async function france(): Promise<{ paths: string[]; size: Rect } | undefined> {
  try {
    const [{ loadOutlines }, { mapSize }] = await Promise.all([
      import('../map/outline'),
      import('../map/projection'),
    ])
    return { paths: (await loadOutlines()).map(({ path }) => path), size: { x: 0, y: 0, ...mapSize } }
  } catch {
    return undefined
  }
}

function measureIn(font: string): Measure {
  const plain = measureWith(font, 400)
  const strong = measureWith(font, 600)
  return (text, size, bold) => (bold ? strong : plain)(text) * size
}
