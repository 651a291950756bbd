// Keeps the screen true to the board: at most one drawing a frame, and in it only what changed.
//
//   stage (clips)
//   ├─ canvas        zones, links, cards too far or too many          painter.ts
//   └─ layer         moved and scaled by the camera
//      ├─ cards      elements of what is in view                      cards.ts
//      └─ (others)   cursors, the frame of handles, the marquee
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Link, LinkType } from '../../../../protocol/generated/protocol'
import { between, type Camera, type Size, visibleRect } from '../parts/camera'
import type { Rect } from '../parts/geometry'
import { prefersStill } from '../parts/theme'
import type { CardLayer } from './cards'
import { cull } from './culling'
import type { Item } from './item'
import type { BoardModel } from './model'
import type { Painter } from './painter'
import { tierOf } from './tier'

/** New elements a frame may make: more while nothing moves. */
const mountsMoving = 8
const mountsStill = 40
const glideMs = 220

/** What stands out at the moment. */
export interface Emphasis {
  /** Always elements, in view or not: focus and edits must not be culled away. */
  readonly pinned: ReadonlySet<number>
  readonly marked: ReadonlySet<number>
  readonly chosen: number
  readonly isPending: (link: number) => boolean
  readonly typeOf: (link: Link) => LinkType | undefined
  readonly pointsOf: (card: number) => number
  readonly rubber: { readonly from: Rect; readonly to: Rect } | undefined
}

export class Scene {
  private readonly view = signal<Camera>({ x: 0, y: 0, k: 1 })
  private readonly stale = new Set<number>()
  private readonly movers = new Set<(now: number) => boolean>()
  private request = 0
  private moved = true
  private glide: { from: Camera; to: Camera; start: number } | undefined
  size: Size = { width: 1, height: 1 }

  constructor(
    private readonly model: BoardModel,
    private readonly cards: CardLayer,
    private readonly painter: Painter,
    private readonly emphasis: () => Emphasis,
    /** Called at the end of each frame: what lies over the board follows it. */
    private readonly drawn: (now: number) => void,
  ) {}

  get camera(): Camera {
    return this.view.peek()
  }

  /** The camera, for what shows the zoom or follows a card. */
  get watched(): ReadonlySignal<Camera> {
    return this.view
  }

  resize(size: Size): void {
    this.size = size
    this.painter.resize(size)
    this.moved = true
    this.draw()
  }

  /** Looks elsewhere at once; a glide under way ends. */
  look(camera: Camera): void {
    this.glide = undefined
    this.show(camera)
  }

  /** Where one looks, or is about to: the end of a glide from its beginning on. */
  get aim(): Camera {
    return this.glide?.to ?? this.camera
  }

  /** Looks elsewhere by a short move, or at once for who prefers stillness. */
  glideTo(camera: Camera): void {
    if (prefersStill()) this.look(camera)
    else this.glide = { from: this.camera, to: camera, start: performance.now() }
    this.draw()
  }

  /** Something on the board changed; these cards' elements are written anew. */
  touch(cards: Iterable<number>): void {
    for (const id of cards) this.stale.add(id)
    this.draw()
  }

  /** Calls `mover` before each frame while it answers true. */
  move(mover: (now: number) => boolean): void {
    this.movers.add(mover)
    this.draw()
  }

  draw(): void {
    this.request ||= requestAnimationFrame((now) => this.frame(now))
  }

  /** An element for this card now, wherever it lies: to be focused. */
  elementFor(item: Item): HTMLElement {
    return this.cards.mount(item)
  }

  close(): void {
    cancelAnimationFrame(this.request)
    this.request = -1
  }

  private show(camera: Camera): void {
    this.view.value = camera
    this.moved = true
    this.draw()
  }

  private frame(now: number): void {
    this.request = 0
    this.advance(now)
    for (const mover of this.movers) if (!mover(now)) this.movers.delete(mover)
    const changed = this.stale.size > 0
    for (const id of this.stale) this.refresh(id)
    this.stale.clear()
    if (this.moved) this.transform()
    const left = this.mountAndPaint(changed)
    this.moved = false
    this.drawn(now)
    if (left || this.movers.size || this.glide) this.draw()
  }

  private advance(now: number): void {
    if (!this.glide) return
    const { from, to, start } = this.glide
    const part = Math.min(1, Math.max(0, (now - start) / glideMs))
    if (part >= 1) this.glide = undefined
    this.view.value = between(from, to, 1 - (1 - part) ** 3)
    this.moved = true
  }

  private refresh(id: number): void {
    if (this.model.items.has(id)) this.cards.refresh(id)
    else this.cards.unmount(id)
  }

  private transform(): void {
    const { x, y, k } = this.camera
    const { style, dataset } = this.cards.element
    style.transform = `translate(${x}px, ${y}px) scale(${k})`
    style.setProperty('--unscale', String(1 / k))
    dataset.distance = tierOf(k) ? 'far' : 'near'
    this.cards.zoom(tierOf(k))
  }

  /** Answers whether something is left for the next frame. */
  private mountAndPaint(changed: boolean): boolean {
    const { camera, cards } = this
    const emphasis = this.emphasis()
    const { elements, drawn } = cull(this.model.cards, visibleRect(camera, this.size), camera)
    const missing = this.mount(elements, emphasis.pinned)
    const isFar = elements.length === 0 && drawn.length > 0
    // What is painted is not to be covered: these elements show only that they are chosen, or have the keyboard.
    cards.element.toggleAttribute('data-painted', isFar)
    const left = this.painter.paint({
      ...emphasis,
      camera,
      zones: this.model.zones,
      links: this.model.joined,
      painted: isFar ? drawn : drawn.filter(({ id }) => !cards.has(id)),
      isFar,
      changed,
      isRaised: ({ id, held }) => (held || emphasis.marked.has(id)) && cards.has(id),
    })
    return missing || left
  }

  private mount(elements: readonly Item[], pinned: ReadonlySet<number>): boolean {
    const wanted = new Set(pinned)
    for (const item of elements) wanted.add(item.id)
    for (const id of [...this.cards.ids()]) if (!wanted.has(id)) this.cards.unmount(id)
    let room = this.moved ? mountsMoving : mountsStill
    for (const id of wanted) {
      const item = this.model.items.get(id)
      if (!item || this.cards.has(id)) continue
      if (room-- === 0) return true
      this.cards.mount(item)
    }
    return false
  }
}
