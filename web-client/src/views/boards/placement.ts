// Where what belongs to a card lies over the board: the form it is open in, the bar of what can be done to it.
import type { Size } from '../parts/camera'
import { linkCurve, pointOn } from '../parts/curve'
import { bounds, type Rect } from '../parts/geometry'
import { beside } from './beside'
import type { BoardView } from './view'

const narrow = 640
/** Words beside choices, where one may write; else words alone. */
const leastWidth = { written: 720, read: 400 }
/** Kept clear of the toolbar at the side, and of the edges. */
const clear = { side: 72, edge: 12 }

/** Over the card it is open on, within the stage; on a narrow screen, across its top. */
export function placeEditor(view: BoardView, host: HTMLElement | null): void {
  const editing = view.editing.peek()
  if (!editing || !host) return
  const { width, height } = view.scene.size
  const { style } = host
  style.setProperty('--room', `${height - 2 * clear.edge}px`)
  if (width <= narrow) {
    style.transform = ''
    style.width = '100%'
    return
  }
  const card = view.looking.onScreen(view.model.items.get(editing.card) ?? editing.at)
  const least = host.querySelector('form') ? leastWidth.written : leastWidth.read
  const wide = Math.min(width - 32, Math.max(least, card.width))
  const x = Math.max(16, Math.min(card.x + (card.width - wide) / 2, width - wide - 16))
  const y = Math.max(clear.edge, Math.min(card.y, height - host.offsetHeight - clear.edge))
  style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  style.width = `${Math.round(wide)}px`
}

/** Beside what is chosen; on a narrow screen it stands under the thumb, and its style says where. */
export function placeBar(view: BoardView, host: HTMLElement | null, bar: Size): void {
  if (!host || !bar.width) return
  const { width, height } = view.scene.size
  const chosen = width <= narrow ? undefined : chosenRect(view)
  host.style.transform = ''
  if (!chosen) {
    roomForMenus(host, height - bar.height, 0)
    return
  }
  const room = {
    x: clear.side,
    y: clear.edge,
    width: width - clear.side - clear.edge,
    height: height - 2 * clear.edge,
  }
  const { x, y } = beside(view.looking.onScreen(chosen), bar, room)
  host.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  roomForMenus(host, y, height - y - bar.height)
}

/** Its menus open to where there is more room, and no further. */
function roomForMenus(host: HTMLElement, above: number, below: number): void {
  host.dataset.menus = above >= below ? 'up' : 'down'
  host.style.setProperty('--menu-room', `${Math.round(Math.max(above, below) - clear.edge)}px`)
}

/** What the bar is about, on the board. */
function chosenRect(view: BoardView): Rect | undefined {
  const id = view.selection.chosenLink.peek()
  const link = id ? view.model.joined.find((one) => one.link.id === id) : undefined
  if (link) return { ...pointOn(linkCurve(link.from, link.to), 0.5), width: 0, height: 0 }
  return view.chosenZone ?? bounds(view.chosenItems())
}
