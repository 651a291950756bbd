// Runs inside the page: finds what a person would, by kind and by the name it has on screen or for a screen reader.
// Where a dialog is open, only what is in it can be reached.
export function installFinder() {
  const kinds = {
    button: 'button, summary',
    link: 'a[href]',
    heading: 'h1, h2, h3, h4',
    field: 'input:not([type=radio], [type=checkbox], [type=file]), textarea',
    file: 'input[type=file]',
    choice: 'select',
    option: 'input[type=radio], input[type=checkbox]',
    card: '.card, .list-card',
    code: '.qr',
  }
  /** Without regard to line breaks, nor to which apostrophe was typed. */
  const squeezed = (text) => text.replace(/\s+/g, ' ').replaceAll('’', "'").trim()

  /** What is said of it: without controls that stand in their own label, nor what is hidden from screen readers. */
  function spoken(element) {
    const copy = element.cloneNode(true)
    for (const part of copy.querySelectorAll('input, select, textarea, [aria-hidden=true]')) part.remove()
    return copy.textContent
  }

  function nameOf(element) {
    const heading = element.classList.contains('list-card') && element.querySelector('h4')
    return squeezed(element.getAttribute('aria-label') ?? spoken(element.labels?.[0] ?? (heading || element)))
  }

  const isNamed = (element, { source, exact }) =>
    exact === undefined ? new RegExp(squeezed(source), 'u').test(nameOf(element)) : nameOf(element) === squeezed(exact)

  function isSeen(element) {
    const box = (element.labels?.[0] ?? element).getBoundingClientRect()
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden'
  }

  function middleOf(element) {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  }

  /** Whether a click in its middle reaches it and not something that lies over it. */
  function isWithinReach(element) {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    const { x, y } = middleOf(element)
    const hit = document.elementFromPoint(x, y)
    return hit !== null && element.contains(hit)
  }

  const lastSeen = new WeakMap()

  /** Whether it is where it was when it was last looked at: what comes in above pushes it away from under a pointer. */
  function holdsStill(element) {
    const before = lastSeen.get(element)
    const now = middleOf(element)
    lastSeen.set(element, now)
    return before?.x === now.x && before.y === now.y
  }

  function place(card) {
    const cards = [...document.querySelectorAll('.list-card')]
    if (card !== undefined) return cards.find((one) => nameOf(one) === squeezed(card))
    return [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
  }

  globalThis.finder = {
    /** `card`: only what is in the card of the list with this title. */
    find(kind, name, card) {
      const found = place(card)?.querySelectorAll(kinds[kind]) ?? []
      return [...found].find((element) => isSeen(element) && isNamed(element, name)) ?? null
    },
    /** Where a pointer presses it, once it can. */
    pointOf(kind, name, card) {
      const found = this.find(kind, name, card)
      const target = kind === 'option' ? (found?.labels?.[0] ?? found) : found
      return target && isWithinReach(target) && holdsStill(target) ? middleOf(target) : null
    },
    /** Whether the keyboard can go to something of this name. */
    isReachable: (name) => Object.keys(kinds).some((kind) => globalThis.finder.find(kind, name)),
    holdsKeyboard: (name) => document.activeElement !== null && isNamed(document.activeElement, name),
    /** Whether it is in the bar that the keyboard is in. */
    isInBar: (name) =>
      [...(document.activeElement?.closest('[role=toolbar], [data-bar]')?.querySelectorAll('button') ?? [])].some(
        (button) => isSeen(button) && isNamed(button, name),
      ),
    hasCaret: () => document.activeElement?.matches(kinds.field),
    /** What the list shows, card by card. */
    list: () =>
      [...document.querySelectorAll('.list-zone')].flatMap((zone) =>
        [...zone.querySelectorAll('.list-card')].map((card) => ({
          zone: (zone.querySelector('h3 [aria-hidden=true]') ?? zone.querySelector('h3').firstChild).textContent.trim(),
          title: card.querySelector('h4').textContent,
          text: card.querySelector('.list-text')?.textContent ?? '',
          color: card.dataset.color,
          links: [...card.querySelectorAll('.list-links li')].map((line) => line.textContent.replace(/\s/g, ' ')).sort(),
        })),
      ),
    has: (text) => squeezed(document.body?.innerText ?? '').includes(squeezed(text)),
  }
}
