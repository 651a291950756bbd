// Where the open card lies over the board.
import type { BoardView } from './view'

const narrow = 600
/** Words beside choices, where one may write; else words alone. */
const leastWidth = { written: 720, read: 400 }
/** Kept clear of the toolbar above, where there is room enough without, and of the edge below. */
const clear = { top: 72, bottom: 12, toolbar: 680 }

/** Over the card it is open on, within the stage; on a narrow screen, across its top. */
export function placeEditor(view: BoardView, host: HTMLElement | null): void {
  const editing = view.editing.peek()
  if (!editing || !host) return
  const { width, height } = view.scene.size
  const { style } = host
  const top = height < clear.toolbar ? clear.bottom : clear.top
  style.setProperty('--room', `${height - top - clear.bottom}px`)
  if (width < narrow) {
    style.transform = ''
    style.width = '100%'
    return
  }
  const card = view.looking.onScreen(view.model.items.get(editing.card) ?? editing.at)
  const least = host.querySelector('form') ? leastWidth.written : leastWidth.read
  const wide = Math.min(width - 32, Math.max(least, card.width))
  const x = Math.max(16, Math.min(card.x + (card.width - wide) / 2, width - wide - 16))
  const y = Math.max(top, Math.min(card.y, height - host.offsetHeight - clear.bottom))
  style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  style.width = `${Math.round(wide)}px`
}
