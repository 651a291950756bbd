// Keeps the canvas true to the model: lets the layout run while something is hot, and draws when something changed.
// For who prefers stillness, and for more cards than one can follow, only the beginning and the outcome are shown.
import { effect } from '@preact/signals'
import { language } from '../../i18n/i18n'
import { watchDensity } from '../parts/density'
import { prefersStill, readTheme, watchTheme } from '../parts/theme'
import { type GraphModel, radius } from './model'
import { GraphPainter } from './painter'

/** More moving cards than that are not worth watching. */
const watchable = 1_200
/** Of a frame, for the layout: the rest is for drawing and for whoever types. */
const sliceMs = 8

export class GraphStage {
  private readonly painter: GraphPainter
  private readonly stops: (() => void)[]
  private request = 0
  private hasPainted = false

  constructor(
    private readonly model: GraphModel,
    private readonly host: HTMLElement,
    canvas: HTMLCanvasElement,
  ) {
    this.painter = new GraphPainter(canvas, readTheme(host))
    this.stops = [
      model.viewport.attach(host),
      watchTheme(() => {
        this.painter.theme = readTheme(this.host)
        this.draw()
      }),
      watchDensity(() => this.draw()),
      effect(() => model.update()),
      effect(() => this.painter.resize(model.viewport.size.value)),
      effect(() => this.watch()),
      this.watchPointer(),
    ]
  }

  close(): void {
    cancelAnimationFrame(this.request)
    this.request = -1
    for (const stop of this.stops) stop()
  }

  /** Draws again whenever one of these changes. */
  private watch(): void {
    const { viewport, network, lit, types, moved } = this.model
    void [viewport.camera.value, viewport.size.value, network.value, lit.value, types.value]
    void [moved.value, language.value]
    this.draw()
  }

  private draw(): void {
    this.request ||= requestAnimationFrame(() => this.frame())
  }

  private frame(): void {
    this.request = 0
    const { layout } = this.model
    const still = prefersStill() || this.model.whole.peek().cards.length > watchable
    const runs = !layout.isSettled
    if (runs) this.run(still)
    const waits = still && !layout.isSettled
    if (waits) this.draw()
    if (waits && this.hasPainted) return
    if (runs) this.model.shift()
    this.paint()
  }

  /** One step to be seen, or as many as a slice of time holds. */
  private run(still: boolean): void {
    const { layout } = this.model
    const until = performance.now() + sliceMs
    do layout.step()
    while (still && !layout.isSettled && performance.now() < until)
  }

  private paint(): void {
    this.hasPainted = true
    const { network, layout, viewport, lit, types } = this.model
    const byId = new Map(types.peek().map((type) => [type.id, type]))
    this.painter.paint({
      network: network.peek(),
      at: (card) => layout.at(card),
      camera: viewport.camera.peek(),
      lit: lit.peek(),
      typeOf: ({ link }) => byId.get(link.link_type),
      radius,
    })
  }

  private watchPointer(): () => void {
    const { host, model } = this
    const stop = new AbortController()
    const { signal } = stop
    const hover = (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && event.buttons === 0)
        model.hovered.value = model.cardAt(model.viewport.at(event))?.id ?? 0
    }
    const leave = () => {
      model.hovered.value = 0
    }
    host.addEventListener('pointermove', hover, { signal })
    host.addEventListener('pointerleave', leave, { signal })
    return () => stop.abort()
  }
}
