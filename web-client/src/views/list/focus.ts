import { useLayoutEffect } from 'preact/hooks'
import type { Listing } from './listing'

/** The keyboard comes back to the card that was written, linked, or moved to another zone. */
export function useFocusAsked(
  { focus }: Listing,
  card: number,
  on: 'edit' | 'zone',
  control: { current: HTMLElement | null },
): void {
  const asked = focus.value?.card === card && focus.value.on === on
  useLayoutEffect(() => {
    if (!asked || !control.current) return
    control.current.focus()
    focus.value = undefined
  })
}
