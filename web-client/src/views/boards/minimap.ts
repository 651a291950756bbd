// The whole board in a corner, with the part that is seen; a press goes there. For pointers only: keys have
// the arrows, 0 and the list.
import { visibleRect } from '../parts/camera'
import { bounds, common, grown, type Point, type Rect } from '../parts/geometry'
import type { Theme } from '../parts/theme'
import type { BoardView } from './view'

/** Least time between two drawings of all the cards. */
const everyMs = 250
const size = { width: 168, height: 112 }
const pad = 6

export class Minimap {
  private readonly ink: CanvasRenderingContext2D
  private readonly ground = document.createElement('canvas')
  private drawnAt = Number.NEGATIVE_INFINITY
  private world: Rect = { x: 0, y: 0, width: 1, height: 1 }
  private stale = true
  /** Pixels of the screen to one of the page's. */
  private density = 0
  private theme: Theme | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  private readonly stop = new AbortController()
  private readonly ignore: () => void

  constructor(
    private readonly view: BoardView,
    private readonly canvas: HTMLCanvasElement,
  ) {
    this.ink = canvas.getContext('2d') as CanvasRenderingContext2D
    const { signal } = this.stop
    canvas.addEventListener('pointerdown', (event) => this.press(event), { signal })
    canvas.addEventListener('pointermove', (event) => this.go(event), { signal })
    this.ignore = view.session.subscribe(() => {
      this.stale = true
    })
    view.scene.draw()
  }

  close(): void {
    clearTimeout(this.timer)
    this.stop.abort()
    this.ignore()
  }

  follow(now: number): void {
    const { view } = this
    if (this.canvas.offsetParent === null) return
    if (this.theme !== view.theme) this.stale = true
    if (this.density !== devicePixelRatio) this.resize()
    if (this.stale && now - this.drawnAt >= everyMs) this.drawGround(now)
    else if (this.stale) this.timer ??= setTimeout(() => this.again(), everyMs)
    this.drawView()
  }

  private resize(): void {
    this.density = devicePixelRatio
    this.stale = true
    this.drawnAt = Number.NEGATIVE_INFINITY
    for (const one of [this.canvas, this.ground]) {
      one.width = size.width * this.density
      one.height = size.height * this.density
    }
  }

  private press(event: PointerEvent): void {
    this.canvas.setPointerCapture(event.pointerId)
    this.go(event)
  }

  private go(event: PointerEvent): void {
    if (event.buttons & 1) this.view.looking.lookAt(this.onBoard(event))
  }

  private again(): void {
    this.timer = undefined
    this.view.scene.draw()
  }

  private drawGround(now: number): void {
    const { view } = this
    this.drawnAt = now
    this.stale = false
    this.theme = view.theme
    const seen = bounds([...view.model.cards, ...view.model.zones])
    this.world = grown(seen ?? this.world, 100)
    const ink = this.ground.getContext('2d') as CanvasRenderingContext2D
    ink.setTransform(1, 0, 0, 1, 0, 0)
    ink.clearRect(0, 0, this.ground.width, this.ground.height)
    this.scale(ink)
    const { cards } = view.theme
    for (const zone of view.model.zones) fill(ink, zone, cards[zone.color].bg)
    for (const item of view.model.cards) fill(ink, item, cards[item.card.color].edge)
  }

  private drawView(): void {
    const { ink, view } = this
    ink.setTransform(1, 0, 0, 1, 0, 0)
    ink.clearRect(0, 0, this.canvas.width, this.canvas.height)
    ink.drawImage(this.ground, 0, 0)
    this.scale(ink)
    const { x, y, width, height } = common(visibleRect(view.scene.camera, view.scene.size), this.world)
    ink.strokeStyle = view.theme.accent
    ink.lineWidth = 4 / this.factor
    ink.strokeRect(x, y, width, height)
  }

  private get factor(): number {
    const { width, height } = this.world
    return Math.min((size.width - 2 * pad) / width, (size.height - 2 * pad) / height) * this.density
  }

  private scale(ink: CanvasRenderingContext2D): void {
    const { factor, world } = this
    const left = (size.width * this.density - world.width * factor) / 2
    const top = (size.height * this.density - world.height * factor) / 2
    ink.setTransform(factor, 0, 0, factor, left - world.x * factor, top - world.y * factor)
  }

  private onBoard(event: PointerEvent): Point {
    const box = this.canvas.getBoundingClientRect()
    const { factor, world, density } = this
    const x = ((event.clientX - box.left) / box.width) * size.width * density
    const y = ((event.clientY - box.top) / box.height) * size.height * density
    return {
      x: world.x + (x - (size.width * density - world.width * factor) / 2) / factor,
      y: world.y + (y - (size.height * density - world.height * factor) / 2) / factor,
    }
  }
}

function fill(ink: CanvasRenderingContext2D, rect: Rect, color: string): void {
  ink.fillStyle = color
  ink.fillRect(rect.x, rect.y, rect.width, rect.height)
}
