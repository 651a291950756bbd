// What the keyboard can go to.

const all =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [contenteditable="true"]'

export function isFocusable(element: Element): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    element.isConnected &&
    !element.matches(':disabled, [inert] *, [aria-hidden="true"] *') &&
    element.getClientRects().length > 0 &&
    getComputedStyle(element).visibility !== 'hidden'
  )
}

/** In the order of the page, the element itself first. */
export function focusablesIn(host: Element): HTMLElement[] {
  return [host, ...host.querySelectorAll(all)].filter(
    (one): one is HTMLElement => one.matches(all) && isFocusable(one),
  )
}

/** A card of the board is never scrolled to: the board goes there by itself. */
export function take(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  if (!element.closest('.board-stage')) element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
