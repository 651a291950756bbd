// What the stage that is shown opens for writing in a way of its own: a drawn board its editor, a list a card in its
// place.
import { signal } from '@preact/signals'

export interface Opener {
  edit(card: number): void
  /** A new card, in the middle of what is seen. */
  add?(): void
}

export const opener = signal<Opener | undefined>(undefined)
