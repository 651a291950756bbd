// The animators' place: which of its pages stands open, and what it asks of a drawn board.
import { signal } from '@preact/signals'
import type { Rect } from './geometry'

export type ConductPage =
  | 'home'
  | 'access'
  | 'inbox'
  | 'priorities'
  | 'order'
  | 'merge'
  | 'locks'
  | 'bin'
  | 'workshop'

/** undefined: closed. */
export const conductPage = signal<ConductPage | undefined>(undefined)

/** What of the board is on the screen, while it is drawn there. */
export const seenOf = signal<{ readonly board: number; rect(): Rect } | undefined>(undefined)

/** A tool that the drawn board, or the list, is to open as soon as it is there. */
export const wantedTool = signal<'zones' | 'gather' | undefined>(undefined)
