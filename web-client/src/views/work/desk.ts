// What the tools need of the view they are opened from, the board or the list.

import type { CardActions } from '../cards/actions'
import type { Rect } from '../parts/geometry'

export type Tool = 'paste' | 'zones' | 'gather'

export interface Desk {
  readonly actions: CardActions
  /** The cards that are chosen; reactive. */
  chosen(): readonly number[]
  /** What one looks at, where something new is laid. */
  seen(): Rect
  /** Shows these cards to the person. */
  show(cards: readonly number[]): void
  /** Shows a place of the board, where there is one to be seen. */
  look?(at: Rect): void
}

export interface PanelProps {
  desk: Desk
  onClose(): void
}
