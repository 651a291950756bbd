// Which cards become elements, and which are drawn on the canvas. Pure.
import type { Camera } from '../parts/camera'
import { grown, overlaps, type Rect } from '../parts/geometry'

/** Above this many in view, cards are drawn: thousands of elements are what makes a browser stutter. */
export const mostElements = 250
/** Below this zoom nobody can read a card. */
export const farZoom = 0.1
/** Screen pixels around the view in which cards are elements already, so that panning finds them there. */
const margin = 200

export interface Cull<T> {
  /** Must be elements, nearest to the middle of the view first. */
  readonly elements: readonly T[]
  /** In view, to be drawn unless they are elements for now. */
  readonly drawn: readonly T[]
}

export function cull<T extends Rect>(cards: Iterable<T>, view: Rect, camera: Camera): Cull<T> {
  const around = grown(view, margin / camera.k)
  const close: T[] = []
  const drawn: T[] = []
  let seen = 0
  for (const card of cards) {
    if (!overlaps(card, around)) continue
    close.push(card)
    if (overlaps(card, view)) seen++
    drawn.push(card)
  }
  if (camera.k < farZoom || seen > mostElements) return { elements: [], drawn }
  return { elements: close.length > mostElements ? nearestFirst(close, view, mostElements) : close, drawn }
}

function nearestFirst<T extends Rect>(cards: readonly T[], view: Rect, most: number): T[] {
  const x = view.x + view.width / 2
  const y = view.y + view.height / 2
  const away = (card: Rect) => Math.hypot(card.x + card.width / 2 - x, card.y + card.height / 2 - y)
  return cards
    .map((card) => ({ card, distance: away(card) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ card }) => card)
}
