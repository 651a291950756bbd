// The one place of the page from which a screen reader hears of itself. Each sentence is an element of its own, so that
// one that comes twice is said twice, and is gone once it was said.

import { inFull } from './inclusive'

/** How long a sentence stays in the tree, ms: longer than readers take to find it. */
const stays = 5_000
/** A place that has just come into the tree is not listened to at once, ms. */
const settles = 150

let region: HTMLElement | undefined

/** Where it is heard: what a modal dialog holds back is silent. */
function place(): { region: HTMLElement; isNew: boolean } {
  const host = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body
  region ??= made()
  const isNew = region.parentElement !== host
  if (isNew) host.append(region)
  return { region, isNew }
}

function made(): HTMLElement {
  const element = document.createElement('div')
  element.className = 'out-of-sight'
  element.setAttribute('role', 'status')
  element.setAttribute('aria-atomic', 'false')
  return element
}

/** Puts the place there before something is to be said. */
export function listen(): void {
  place()
}

/** Said politely, after what is being said. */
export function speak(text: string): void {
  const { region, isNew } = place()
  setTimeout(
    () => {
      const sentence = document.createElement('p')
      sentence.textContent = inFull(text)
      region.append(sentence)
      setTimeout(() => sentence.remove(), stays)
    },
    isNew ? settles : 0,
  )
}
