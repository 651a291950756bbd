// How often what others do is summed up aloud, as this person wants it on this device.
import { signal } from '@preact/signals'
import { browserShelf } from '../../browser'

const key = 'archipel.summed'
/** In seconds; 0 for never. */
export const spans = [15, 30, 60, 300, 0] as const
export type Span = (typeof spans)[number]

const kept = browserShelf.getItem(key)
export const every = signal<Span>(spans.find((one) => String(one) === kept) ?? 15)

export function chooseEvery(next: Span): void {
  every.value = next
  browserShelf.setItem(key, String(next))
}
