// Leading everybody's eyes: to a rectangle of the board, or to one card.

import type { Card } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { act } from '../cards/memory'
import type { Rect } from '../parts/geometry'

const whole = ({ x, y, width, height }: Rect) => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
})

export function bringTo(session: WorkshopSession, board: number, view: Rect, held: boolean): void {
  act(session, board, { type: 'lead_board', board, ...whole(view), held })
}

/** Everybody looks where they like again. */
export function release(session: WorkshopSession, board: number): void {
  act(session, board, { type: 'release_board', board })
}

export function showCard(session: WorkshopSession, card: Card): void {
  const { board, id } = card
  act(session, board, { type: 'lead_board', board, ...whole(card), held: false, card: id })
}
