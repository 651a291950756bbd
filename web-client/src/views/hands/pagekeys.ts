// Keys of the whole page, where no field is being written in: another look at the board, another part of the page, the
// notices, a new card, the help. Those that are one sign can be switched off, for whoever speaks to the machine.
import { signal } from '@preact/signals'
import { chooseView, type View, view } from '../../preferences'
import { contentOf } from '../parts/content'
import { focusablesIn } from './focusable'
import type { Keeper } from './keeper'
import { signs } from './signs'

export const helpOpen = signal(false)

const looks: readonly View[] = ['board', 'list', 'map', 'graph']
/** In the order in which F6 goes through them. */
const regions = ['.bar', '.board-tabs', '.conducting', '.stage', '.beside', '.notices']

const writes =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable]'

/** Answers how to stop. */
export function watchPageKeys(keeper: Keeper): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    if (pressKey(event, keeper)) event.preventDefault()
  }
  const skip = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('.skip')) contentOf()?.focus()
  }
  document.addEventListener('keydown', press)
  document.addEventListener('click', skip)
  return () => {
    document.removeEventListener('keydown', press)
    document.removeEventListener('click', skip)
  }
}

/** Answers whether the key meant something. */
function pressKey(event: KeyboardEvent, keeper: Keeper): boolean {
  const { key, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (key === 'F8') return goToNotices(keeper)
  const isModal = document.querySelector('dialog:modal') !== null
  if (key === 'F6' && !isModal) return goRound(event.shiftKey ? -1 : 1)
  if (key === 'Escape' && target instanceof Element) return leaveNotices(target, keeper)
  if (isModal || (target instanceof Element && target.closest(writes))) return false
  if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) return openActions(target)
  const onBoard = target instanceof Element && target.closest('.board-stage') !== null
  return (signs.value || onBoard) && pressSign(event)
}

function pressSign({ key, code, target }: KeyboardEvent): boolean {
  const look = looks[Number(/^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1]) - 1]
  // On a keyboard whose digits need Shift the row of digits counts all the same.
  if (look) return showAs(look)
  if (key === '?') {
    helpOpen.value = true
    return true
  }
  if (key === 'a' || key === 'A') return openActions(target)
  return pressMarked(key === '=' ? '+' : /^(Digit|Numpad)0$/.test(code) ? '0' : key.toLowerCase(), target)
}

function showAs(look: View): boolean {
  if (view.peek() !== look) chooseView(look)
  return true
}

/** A button or field that says by `data-key` which key it is for; the nearest, where there are several. */
function pressMarked(key: string, target: EventTarget | null): boolean {
  const marked = `[data-key="${CSS.escape(key)}"]`
  const near =
    target instanceof Element ? target.closest('section')?.querySelector<HTMLElement>(marked) : null
  // One that is folded away for want of room is pressed all the same.
  const found = near ?? document.querySelector<HTMLElement>(marked)
  if (!found) return false
  if (found instanceof HTMLInputElement) found.focus()
  else found.click()
  return true
}

/** What can be done with the card of a list that the keyboard is on. */
function openActions(target: EventTarget | null): boolean {
  const card = target instanceof Element ? target.closest('[data-card]') : null
  const button = card?.querySelector<HTMLElement>('button[aria-expanded]')
  if (!card || !button) return false
  if (button.ariaExpanded === 'false') button.click()
  requestAnimationFrame(() => card.querySelector<HTMLElement>('fieldset :is(select, button)')?.focus())
  return true
}

function goToNotices(keeper: Keeper): boolean {
  const notices = document.querySelectorAll('dialog:modal .notices, .notices')
  for (const one of [...notices].reverse()) {
    const [button] = focusablesIn(one.lastElementChild ?? one)
    if (one.contains(document.activeElement)) return keeper.goBack(one)
    if (!button || !isReachable(button)) continue
    button.focus()
    return true
  }
  return false
}

/** What a modal dialog holds back is not. */
function isReachable(element: Element): boolean {
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1)
  return !modal || modal.contains(element)
}

function leaveNotices(target: Element, keeper: Keeper): boolean {
  const notices = target.closest('.notices')
  return notices !== null && keeper.goBack(notices)
}

function goRound(by: number): boolean {
  const all = regions
    .flatMap((one) => [...document.querySelectorAll<HTMLElement>(one)])
    .filter(holdsSomething)
  const at = all.findIndex((one) => one.contains(document.activeElement))
  const next = all[(at + by + all.length) % all.length]
  const to = next?.matches('.stage') ? contentOf() : next && firstIn(next)
  to?.focus()
  return to !== undefined
}

function holdsSomething(region: Element): boolean {
  return firstIn(region) !== undefined
}

function firstIn(region: Element): HTMLElement | undefined {
  const all = focusablesIn(region)
  return all.find((one) => one.tabIndex === 0) ?? all[0]
}
