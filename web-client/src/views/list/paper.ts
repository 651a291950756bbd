// On paper a list has all its cards, and each its whole text.
import { signal } from '@preact/signals'

/** Whether the page is being printed. */
export const printed = signal(false)

const set = (on: boolean) => () => {
  printed.value = on
}
addEventListener('beforeprint', set(true))
addEventListener('afterprint', set(false))
