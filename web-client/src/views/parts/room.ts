// What room the window leaves, where a style cannot say it: what stands in the page, not how it looks.
import { type ReadonlySignal, signal } from '@preact/signals'

function matching(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query)
  const now = signal(list.matches)
  list.addEventListener('change', () => {
    now.value = list.matches
  })
  return now
}

/** A window so low (a laptop at 200 % and more, a phone on its side) that all bars share one line. */
export const low = matching('(max-height: 30rem)')
