// How something is added on the stage that is shown, where that has a way of its own: a drawn board opens its editor
// in the middle of what is seen.
import { signal } from '@preact/signals'

export const adding = signal<(() => void) | undefined>(undefined)
