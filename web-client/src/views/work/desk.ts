// What the tools need of the view they are opened from, the board or the list.
import type { Rect } from '../board/geometry'
import type { CardActions } from '../card/actions'

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
