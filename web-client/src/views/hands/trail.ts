// Where the keyboard is, so that it can be found again when the element has gone: the card it is on and which control
// of it, the cards after it, and what opened the part of the page it is in.
import { focusablesIn, isFocusable } from './focusable'

/** Parts that come and go, and give the keyboard back to where it came from. */
const regions = 'dialog, .beside, .notices, .board-editor, .board-bar, .work-find, .card-menu, [data-region]'

export interface Trail {
  readonly element: HTMLElement
  /** The card it is on, '' for none, and which of its controls. */
  readonly card: string
  readonly control: number
  /** The cards after it, then those before it, the nearest first. */
  readonly next: readonly string[]
  /** The parts it is in, the innermost first. */
  readonly regions: readonly Element[]
}

export function trailOf(element: HTMLElement): Trail {
  const host = element.closest<HTMLElement>('[data-card]')
  const cards = host ? neighbours(host) : []
  return {
    element,
    card: host?.dataset.card ?? '',
    control: host ? focusablesIn(host).indexOf(element) : 0,
    next: cards,
    regions: regionsOf(element),
  }
}

export function regionsOf(element: Element): Element[] {
  const found: Element[] = []
  for (let one = element.closest(regions); one; one = one.parentElement?.closest(regions) ?? null)
    found.push(one)
  return found
}

function neighbours(host: HTMLElement): string[] {
  const all = [...document.querySelectorAll<HTMLElement>('[data-card]')].filter((one) => isBeside(one, host))
  const at = all.indexOf(host)
  const ids = all.map(({ dataset }) => dataset.card ?? '')
  return [...ids.slice(at + 1), ...ids.slice(0, at).reverse()]
}

/** In the same part of the page: a card of a panel has its neighbours there. */
function isBeside(one: Element, other: Element): boolean {
  return regionsOf(one)[0] === regionsOf(other)[0]
}

/** The same control of the card, wherever the card is now. */
export function controlOf(
  card: string,
  control: number,
  within: ParentNode = document,
): HTMLElement | undefined {
  for (const host of within.querySelectorAll(`[data-card="${CSS.escape(card)}"]`)) {
    const controls = focusablesIn(host)
    const found = controls[control] ?? controls[0] ?? (isFocusable(host) ? host : undefined)
    if (found) return found as HTMLElement
  }
  return undefined
}
