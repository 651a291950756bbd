// The board on paper: the whole of it as one picture, whatever is seen on the screen, laid on the page while it prints.
import { fit } from '../parts/camera'
import { bounds, grown } from '../parts/geometry'
import { adoptStyle } from '../parts/style'
import { readTheme } from '../parts/theme'
import type { CardLayer } from './cards'
import type { Lettering } from './lettering'
import type { BoardModel } from './model'
import type { Painter } from './painter'
import style from './printed.css' with { type: 'text' }
import type { Emphasis, Scene } from './scene'

/** The stage that is printed. */
export interface Printable {
  readonly theme: { readonly font: string }
  readonly elements: { readonly stage: HTMLElement }
  readonly model: BoardModel
  readonly scene: Scene
  readonly painter: Painter
  readonly cards: CardLayer
  resize(): void
  emphasis(): Emphasis
  painterOn(canvas: HTMLCanvasElement, theme: ReturnType<typeof readTheme>): Painter
}

/** Of the picture, in pixels of the page; on paper each has three across. */
const width = 1000
const highest = 1400
const density = 3
const none = { top: 0, right: 0, bottom: 0, left: 0 }

export function watchPrint(stage: Printable, letter: () => Lettering): () => void {
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
function pageOf(stage: Printable, lettering: Lettering): HTMLElement | undefined {
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

function lightTheme(stage: HTMLElement): ReturnType<typeof readTheme> {
  const host = stage.appendChild(document.createElement('div'))
  host.style.colorScheme = 'light'
  const theme = { ...readTheme(host), paper: '#fff' }
  host.remove()
  return theme
}
