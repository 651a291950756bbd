// A plane one looks at through a stage: panned by one pointer, zoomed by two or by the wheel, fitted as a whole.
// Shared by the map and the graph, whose planes are drawn differently.
import { signal } from '@preact/signals'
import {
  type Camera,
  fit,
  type Inset,
  panBy,
  pinch,
  reveal,
  type Size,
  toBoard,
  zoomAt,
} from '../parts/camera'
import type { Point, Rect } from '../parts/geometry'

/** A pointer that moved less than this has not moved. */
const stillPx = 5

interface Options {
  /** Kept clear at the edges. */
  inset: Inset
  /** The closest that fitting the whole goes. */
  largest: number
  /** A tap or click on the plane itself, in pixels of the stage. */
  tapped?(at: Point): void
  /** Whether a pointer that goes down here is somebody else's. */
  leaves?(event: PointerEvent): boolean
}

export class Viewport {
  readonly camera = signal<Camera>({ x: 0, y: 0, k: 1 })
  readonly size = signal<Size>({ width: 1, height: 1 })
  private readonly pointers = new Map<number, Point>()
  private stage: HTMLElement | undefined
  private start: Point | undefined
  private moved = false
  private isFitted = true

  constructor(
    private readonly whole: () => Rect,
    private readonly options: Options,
  ) {}

  /** Answers how to let go of the stage. */
  attach(stage: HTMLElement): () => void {
    this.stage = stage
    const stop = new AbortController()
    const { signal } = stop
    const sizes = new ResizeObserver(() => this.resize(stage))
    sizes.observe(stage)
    stage.addEventListener('pointerdown', (event) => this.down(event), { signal })
    stage.addEventListener('pointermove', (event) => this.move(event), { signal })
    stage.addEventListener('pointerup', (event) => this.up(event), { signal })
    stage.addEventListener('pointercancel', (event) => this.pointers.delete(event.pointerId), { signal })
    stage.addEventListener('wheel', (event) => this.wheel(event), { signal, passive: false })
    return () => {
      sizes.disconnect()
      stop.abort()
    }
  }

  /** The whole, until one looks around. */
  fitAll(): void {
    this.isFitted = true
    this.camera.value = fit(this.whole(), this.size.peek(), this.options.inset, this.options.largest)
  }

  /** The whole is another: shown anew unless one looked around already. */
  refit(): void {
    if (this.isFitted) this.fitAll()
  }

  zoomBy(factor: number, at = this.middle): void {
    this.look(zoomAt(this.camera.peek(), at, factor))
  }

  look(camera: Camera): void {
    this.isFitted = false
    this.camera.value = camera
  }

  /** Brings a place into view, at least so close. */
  show(at: Point, least = 0): void {
    const now = this.camera.peek()
    const size = this.size.peek()
    const { inset } = this.options
    const close = now.k < least ? fit({ ...at, width: 0, height: 0 }, size, inset, least) : now
    const next = reveal(close, { ...at, width: 1, height: 1 }, size, inset)
    if (next !== now) this.look(next)
  }

  /** A point of the page on the plane. */
  at(event: { clientX: number; clientY: number }): Point {
    return this.onPlane(this.onStage(event))
  }

  /** A point of the stage on the plane. */
  onPlane(at: Point): Point {
    return toBoard(this.camera.peek(), at)
  }

  private get middle(): Point {
    const { width, height } = this.size.peek()
    return { x: width / 2, y: height / 2 }
  }

  private resize({ clientWidth: width, clientHeight: height }: HTMLElement): void {
    if (!width || !height) return
    this.size.value = { width, height }
    this.refit()
  }

  private onStage({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const box = this.stage?.getBoundingClientRect()
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) }
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0 || this.options.leaves?.(event)) return
    const at = this.onStage(event)
    this.pointers.set(event.pointerId, at)
    if (this.pointers.size > 1) this.moved = true
    else {
      this.start = at
      this.moved = false
    }
  }

  private move(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId)
    if (!before) return
    const at = this.onStage(event)
    if (!this.moved && this.start && apart(at, this.start) < stillPx) return
    if (!this.moved || !this.stage?.hasPointerCapture(event.pointerId))
      this.stage?.setPointerCapture(event.pointerId)
    this.moved = true
    this.look(this.carried(event.pointerId, before, at))
    this.pointers.set(event.pointerId, at)
  }

  /** With a second finger down, both stay on what they hold. */
  private carried(id: number, before: Point, at: Point): Camera {
    const camera = this.camera.peek()
    const other = [...this.pointers].find(([one]) => one !== id)?.[1]
    return other
      ? pinch(camera, [before, other], [at, other])
      : panBy(camera, at.x - before.x, at.y - before.y)
  }

  private up(event: PointerEvent): void {
    if (!this.pointers.delete(event.pointerId) || this.moved) return
    this.options.tapped?.(this.onStage(event))
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault()
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    this.zoomBy(Math.exp(-event.deltaY * lines * 0.002), this.onStage(event))
  }
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
