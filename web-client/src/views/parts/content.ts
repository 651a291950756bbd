// Where the content of the page begins for the keyboard, past the bars over it: the card of the board that has the tab
// stop, the first card of a list, else what comes first.
const beginnings = [
  '.board-layer [data-card][tabindex="0"]',
  '.board-stage',
  '.list [data-card] button',
  '.list-add-button',
  '.stage :is(button, input, a)',
  '#place',
]

export function contentOf(): HTMLElement | undefined {
  for (const one of beginnings) {
    const found = document.querySelector<HTMLElement>(one)
    if (found) return found
  }
  return undefined
}
