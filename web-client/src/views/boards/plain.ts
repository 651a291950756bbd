// Cards as rectangles, where there is no time for more.
import type { Color } from '../../../../protocol/generated/protocol'
import type { Theme } from '../parts/theme'
import type { Item } from './item'

/** On a canvas that is moved and scaled to the board. */
export function plainCards(
  ink: CanvasRenderingContext2D,
  cards: readonly Item[],
  k: number,
  theme: Theme,
): void {
  const groups = new Map<Color, Item[]>()
  for (const item of cards) {
    const group = groups.get(item.card.color)
    if (group) group.push(item)
    else groups.set(item.card.color, [item])
  }
  for (const [color, items] of groups) {
    ink.beginPath()
    for (const item of items) ink.rect(item.x, item.y, item.width, item.height)
    ink.fillStyle = theme.cards[color].bg
    ink.fill()
    if (k < 0.06) continue
    ink.strokeStyle = theme.cards[color].edge
    ink.lineWidth = Math.max(1, 0.8 / k)
    ink.stroke()
  }
}
