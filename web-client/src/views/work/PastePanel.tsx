// Lines become cards: what will be laid is said before anything is.
import { useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import type { Zone } from '../../../../protocol/generated/protocol'
import type { Draft } from '../cards/draft'
import { ZoneSelect } from '../cards/ZoneSelect'
import { cardSize, inReadingOrder, placeIn, zoneOf } from '../cards/zones'
import { WordsInput } from '../parts/Field'
import { bounds, centre, type Point, type Rect } from '../parts/geometry'

import { Said } from '../parts/Said'

import { useUnsent } from '../parts/unsent'

import { gridAt, squareColumns } from './arrange'
import type { Desk, PanelProps } from './desk'
import { mostAtOnce, type Problem, readLines } from './lines'
import { w } from './words'

const shownCards = 5
/** More than can be laid at once. */
const mostPasted = 1_000_000
const shownProblems = 5

export function PastePanel({ desk, pasted, onClose }: PanelProps & { pasted: string }) {
  const { session, board } = desk.actions
  const form = useUnsent({ place: `paste ${board}`, name: w('lines'), board }, { lines: '' })
  const lines = form.field('lines')
  useLayoutEffect(() => {
    if (pasted) lines.set(pasted)
  }, [])
  const zones = inReadingOrder(session.where('zone', 'board', board).value)
  const zone = useSignal(zoneOf({ ...centre(desk.seen()), width: 0, height: 0 }, zones)?.id ?? 0)
  const { cards, problems, left } = readLines(lines.value)
  const lay = (event: Event) => {
    event.preventDefault()
    if (cards.length === 0) return
    const target = zones.find(({ id }) => id === zone.value)
    const ids = layCards(desk, cards, target)
    form.done()
    session.notify(w('laid', { n: ids.length }))
    onClose()
    desk.show(ids)
  }
  return (
    <form class="work-form" onSubmit={lay}>
      <p class="hint">{w('pasteHelp')}</p>
      <label>
        <span>{w('lines')}</span>
        <WordsInput rows={8} words={lines} max={mostPasted} />
      </label>
      <ZoneSelect label={w('pasteZone')} zones={zones} chosen={zone} none={w('noZone')} />
      <Said>
        <p>{w('pasteCount', { n: cards.length })}</p>
        {left > 0 && <p class="work-warning">{w('pasteMore', { n: left, most: mostAtOnce })}</p>}
        <Problems problems={problems} />
      </Said>
      <button type="submit" class="button primary" disabled={cards.length === 0}>
        {w('lay', { n: cards.length })}
      </button>
      <Preview cards={cards} />
    </form>
  )
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  const others = problems.length - shownProblems
  return (
    <ul class="work-warning">
      {problems.slice(0, shownProblems).map(({ line, why }) => (
        <li key={line}>{why === 'title' ? w('titleTooLong', { line }) : w('textTooLong', { line })}</li>
      ))}
      {others > 0 && <li>{w('otherProblems', { n: others })}</li>}
    </ul>
  )
}

function Preview({ cards }: { cards: readonly Draft[] }) {
  if (cards.length === 0) return null
  return (
    <ol class="work-preview">
      {cards.slice(0, shownCards).map(({ title, text }, at) => (
        <li key={at}>
          <strong>{title}</strong> {text && <span class="hint">{text}</span>}
        </li>
      ))}
      {cards.length > shownCards && <li>…</li>}
    </ol>
  )
}

function layCards(desk: Desk, drafts: readonly Draft[], zone: Zone | undefined): number[] {
  const { actions } = desk
  const color = zone?.color ?? 'sand'
  const corners = zone ? cornersIn(desk, zone, drafts.length) : cornersUnder(desk, drafts.length)
  return actions.addMany(
    drafts.map((draft, at) => ({ draft, color, at: corners[at] as Point })),
    'paste',
  )
}

function cornersIn(desk: Desk, zone: Zone, count: number): Point[] {
  const taken: Rect[] = [...onThisBoard(desk, 'card')]
  return Array.from({ length: count }, () => {
    const corner = placeIn(zone, taken)
    taken.push({ ...corner, ...cardSize })
    return corner
  })
}

/** In a grid of their own under all that lies there. */
function cornersUnder(desk: Desk, count: number): Point[] {
  const all = bounds([...onThisBoard(desk, 'card'), ...onThisBoard(desk, 'zone')])
  const seen = desk.seen()
  const corner = all
    ? { x: all.x, y: all.y + all.height + 60 }
    : { x: Math.round(seen.x), y: Math.round(seen.y) }
  const cards = Array.from({ length: count }, () => ({ x: 0, y: 0, ...cardSize }))
  return [...gridAt(cards, corner, squareColumns(cards)).values()]
}

function onThisBoard({ actions: { session, board } }: Desk, type: 'card' | 'zone'): Rect[] {
  return session
    .all(type)
    .peek()
    .filter((one) => one.board === board)
}
