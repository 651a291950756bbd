// A bar of buttons is one stop for the Tab key; arrows, Home and End go from button to button inside. So is a menu that
// a bar opens: arrows go through it, the down arrow opens it. All that a view does for it is `role="toolbar"`, or
// `data-bar` where the bar is something else besides.
import { isFocusable } from './focusable'

const bars = '[role="toolbar"], [data-bar]'
const panel = '.card-menu-panel'
/** What writes or chooses by arrows itself is a stop of its own. */
const items = 'button, summary, a[href]'

/** Answers how to stop. */
export function watchBars(): () => void {
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Tab') for (const bar of document.querySelectorAll(bars)) rove(bar)
  }
  const arrow = (event: KeyboardEvent) => {
    if (!event.defaultPrevented && pressArrow(event)) event.preventDefault()
  }
  const focused = ({ target }: FocusEvent) => {
    const bar = target instanceof Element && !target.closest(panel) ? target.closest(bars) : null
    if (bar) rove(bar, target as Element)
  }
  document.addEventListener('keydown', key, true)
  document.addEventListener('keydown', arrow)
  document.addEventListener('focusin', focused)
  return () => {
    document.removeEventListener('keydown', key, true)
    document.removeEventListener('keydown', arrow)
    document.removeEventListener('focusin', focused)
  }
}

/** One of the bar's buttons is in the order of Tab: the one where the keyboard was last. */
function rove(bar: Element, at?: Element): void {
  const all = itemsOf(bar)
  const stop = all.find((one) => one === (at ?? document.activeElement)) ?? all.find(isStop) ?? all[0]
  for (const one of all) {
    const next = one === stop ? '0' : '-1'
    if (one.getAttribute('tabindex') !== next) one.setAttribute('tabindex', next)
  }
}

function isStop(element: Element): boolean {
  return element.getAttribute('tabindex') === '0'
}

function itemsOf(bar: Element): HTMLElement[] {
  const own = (one: Element) => one.closest(`${bars}, ${panel}, dialog, .beside`) === bar
  return [...bar.querySelectorAll(items)].filter((one): one is HTMLElement => own(one) && isFocusable(one))
}

/** Answers whether it went somewhere. */
function pressArrow({ key, target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey || shiftKey || !(target instanceof HTMLElement)) return false
  if (!target.matches(items)) return false
  const menu = target.closest(panel)
  if (menu) return go(itemsIn(menu), target, key)
  if (key === 'ArrowDown' && opensMenu(target)) return openMenu(target)
  const bar = target.closest(bars)
  return bar !== null && go(itemsOf(bar), target, key)
}

function itemsIn(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll(items)].filter(isFocusable)
}

function go(all: readonly HTMLElement[], from: HTMLElement, key: string): boolean {
  const at = all.indexOf(from)
  const next = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: -1,
  }[key]
  if (next === undefined || at < 0) return false
  all[(next + all.length) % all.length]?.focus()
  return true
}

function opensMenu(button: HTMLElement): boolean {
  return button.parentElement?.classList.contains('card-menu') === true && button.ariaExpanded !== null
}

/** Its panel is drawn a moment later. */
function openMenu(button: HTMLElement): boolean {
  if (button.ariaExpanded === 'false') button.click()
  requestAnimationFrame(() => {
    const menu = button.parentElement?.querySelector(panel)
    if (menu) itemsIn(menu)[0]?.focus()
  })
  return true
}
