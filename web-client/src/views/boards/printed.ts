// The board on paper: the whole of it as one picture, whatever is seen on the screen, laid on the page while it prints.
import { fit, type Size } from '../parts/camera'
import { bounds, grown, type Rect } from '../parts/geometry'
import { adoptStyle } from '../parts/style'
import { readTheme, type Theme } from '../parts/theme'
import type { BoardModel } from './model'
import style from './printed.css' with { type: 'text' }

/** What paints a board, with what sets its words. */
interface Painting<Lettering> {
  backdrop: { readonly extent: Rect } | undefined
  lettering: Lettering | undefined
  density: () => number
  resize(size: Size): void
  /** Answers whether something is left. */
  paint(picture: object): boolean
}

/** The stage that is printed. */
export interface Printable<Lettering> {
  readonly theme: Theme
  readonly elements: { readonly stage: HTMLElement }
  readonly model: BoardModel
  readonly scene: { touch(cards: Iterable<number>): void }
  readonly painter: Painting<Lettering>
  readonly cards: { lettering: Lettering | undefined; ids(): Iterable<number> }
  resize(): void
  emphasis(): object
  painterOn(canvas: HTMLCanvasElement, theme: Theme): Painting<Lettering>
}

/** Of the picture, in pixels of the page; on paper each has three across. */
const width = 1000
const highest = 1400
const density = 3
const none = { top: 0, right: 0, bottom: 0, left: 0 }

export function watchPrint<Lettering>(stage: Printable<Lettering>, letter: () => Lettering): () => void {
  adoptStyle(style)
  const stop = new AbortController()
  let page: HTMLElement | undefined
  const clear = () => page?.remove()
  const lay = () => {
    clear()
    page = pageOf(stage, letter())
    if (page) stage.elements.stage.parentElement?.append(page)
  }
  addEventListener('beforeprint', lay, stop)
  addEventListener('afterprint', clear, stop)
  return () => {
    stop.abort()
    clear()
  }
}

/** Nothing of an empty board. */
function pageOf<Lettering>(stage: Printable<Lettering>, lettering: Lettering): HTMLElement | undefined {
  const { model, painter: shown } = stage
  const ground = shown.backdrop ? [shown.backdrop.extent] : []
  const all = bounds([...model.cards, ...model.zones, ...ground])
  if (!all) return undefined
  const whole = grown(all, 20)
  const size = { width, height: Math.min(highest, (width * whole.height) / whole.width) }
  const page = document.createElement('div')
  page.className = 'board-printed'
  const canvas = page.appendChild(document.createElement('canvas'))
  const painter = stage.painterOn(canvas, lightTheme(stage.elements.stage))
  painter.backdrop = shown.backdrop
  painter.lettering = lettering
  painter.density = () => density
  painter.resize(size)
  const picture = {
    ...stage.emphasis(),
    camera: fit(whole, size, none, 1),
    zones: model.zones,
    links: model.joined,
    painted: model.cards,
    isFar: true,
    changed: true,
    isRaised: () => false,
    marked: new Set<number>(),
    chosen: 0,
    rubber: undefined,
  }
  while (painter.paint(picture)) {
    // A frame paints what it has time for; paper waits for all.
  }
  return page
}

function lightTheme(stage: HTMLElement): Theme {
  const host = stage.appendChild(document.createElement('div'))
  host.style.colorScheme = 'light'
  const theme = { ...readTheme(host), paper: '#fff' }
  host.remove()
  return theme
}
