// Pointers on the stage. What a pointer does is decided when it goes down (or, on a card, when it moves or
// stays): from then on one track has it until it goes up.
//
//   mouse   on a card: drag · on the board: pan, or marquee with the selection tool or Shift · wheel: pan,
//           with Ctrl zoom · middle button: pan
//   finger  on the board: pan · on a card: pan, or drag after a long press or by its handle · two: pinch
import { type Camera, panBy, pinch } from './camera'
import { type Drag, Resize } from './drag'
import { overlaps, type Point, spanned } from './geometry'
import { type Handle, handleOf } from './handles'
import type { Item } from './model'
import type { BoardView } from './view'

/** One pointer's way from down to up. `at` is in pixels of the stage. */
interface Track {
  move(at: Point, event: PointerEvent): void
  end(at: Point, event: PointerEvent): void
  cancel(): void
}

/** A pointer that moved less than this has not moved. */
const stillPx = 5
const longPressMs = 380
const doubleMs = 400
const pixelsALine = 32
/** This close to an edge, what is dragged takes the board along. */
const edgePx = 36

export class Gestures {
  private readonly pointers = new Map<number, Point>()
  private track: Track | undefined
  private pinched: { camera: Camera; before: [Point, Point] } | undefined
  private lastTap = { at: Number.NEGATIVE_INFINITY, point: { x: 0, y: 0 } }
  private readonly stage: HTMLElement

  constructor(private readonly view: BoardView) {
    this.stage = view.elements.stage
  }

  /**
   * Answers how to stop. Where the keyboard goes is decided here: after a tap the browser tells of a mouse that
   * went down, and left to itself would take the keyboard out of an editor that the tap has just opened.
   */
  listen(): () => void {
    const stop = new AbortController()
    const { stage } = this
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      listener: (event: HTMLElementEventMap[K]) => void,
    ) => stage.addEventListener(type, listener, { signal: stop.signal, passive: false })
    on('pointerdown', (event) => this.down(event))
    on('pointermove', (event) => this.move(event))
    on('pointerup', (event) => this.up(event))
    on('pointercancel', (event) => this.cancel(event))
    on('mousedown', (event) => event.preventDefault())
    on('wheel', (event) => this.wheel(event))
    on('contextmenu', (event) => this.context(event))
    return () => {
      this.track?.cancel()
      stop.abort()
    }
  }

  private at(event: MouseEvent): Point {
    const { left, top } = this.stage.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }

  private down(event: PointerEvent): void {
    if (event.button > 1) return
    if (this.view.isHolding) this.view.letGo(true)
    const at = this.at(event)
    this.stage.focus({ preventScroll: true })
    this.pointers.set(event.pointerId, at)
    this.stage.setPointerCapture(event.pointerId)
    if (this.pointers.size === 2) this.beginPinch()
    else if (this.pointers.size === 1) this.track = this.trackFor(event, at)
  }

  private trackFor(event: PointerEvent, at: Point): Track {
    const { view } = this
    const handle = handleOf(event.target)
    const [only] = view.chosenItems()
    if (handle && only) return handleTrack(view, handle, only, at)
    if (event.button === 1) return new Pan(view, at)
    const item = view.itemAt(view.at(at))
    if (item) return new Press(view, item, at, event, (point) => this.isDouble(point, event))
    const marquee = event.pointerType !== 'touch' && (view.tool.peek() === 'select' || event.shiftKey)
    if (marquee) return new Marquee(view, at, event.shiftKey)
    return new Pan(view, at, (point) => this.tapBoard(point, event))
  }

  private move(event: PointerEvent): void {
    const at = this.at(event)
    if (!this.pointers.has(event.pointerId)) {
      if (event.pointerType === 'mouse') this.view.pointAt(at, event.timeStamp)
      return
    }
    this.pointers.set(event.pointerId, at)
    if (this.pinched) this.movePinch()
    else this.track?.move(at, event)
  }

  private up(event: PointerEvent): void {
    if (!this.pointers.delete(event.pointerId)) return
    if (this.pinched) {
      this.pinched = undefined
      const [rest] = this.pointers.values()
      this.track = rest ? new Pan(this.view, rest) : undefined
      return
    }
    const { track } = this
    this.track = undefined
    track?.end(this.at(event), event)
  }

  private cancel(event: PointerEvent): void {
    this.pointers.delete(event.pointerId)
    this.pinched = undefined
    this.track?.cancel()
    this.track = undefined
  }

  private beginPinch(): void {
    this.track?.cancel()
    this.track = undefined
    const [a, b] = this.pointers.values()
    if (a && b) this.pinched = { camera: this.view.scene.camera, before: [a, b] }
  }

  private movePinch(): void {
    const [a, b] = this.pointers.values()
    if (this.pinched && a && b) this.view.scene.look(pinch(this.pinched.camera, this.pinched.before, [a, b]))
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault()
    const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? pixelsALine : 1
    const dx = event.deltaX * scale
    const dy = event.deltaY * scale
    if (event.ctrlKey || event.metaKey) this.view.zoomBy(Math.exp(-dy * 0.0022), this.at(event))
    else if (event.shiftKey && !dx) this.view.scene.look(panBy(this.view.scene.camera, -dy, 0))
    else this.view.scene.look(panBy(this.view.scene.camera, -dx, -dy))
  }

  /** The browser's own menu has nothing for a card, and a long press on a phone would open it. */
  private context(event: MouseEvent): void {
    event.preventDefault()
    const item = this.view.itemAt(this.view.at(this.at(event)))
    if (item && event.button === 2 && !this.view.selection.has(item.id)) this.view.selection.choose([item.id])
  }

  private tapBoard(at: Point, event: PointerEvent): void {
    const link = this.view.linkAt(this.view.at(at))
    if (link) this.view.selection.chooseLink(link)
    else this.view.selection.clear()
    if (this.isDouble(at, event) && !link) this.view.add(this.view.at(at))
  }

  private isDouble(at: Point, event: PointerEvent): boolean {
    const { lastTap } = this
    const near = Math.hypot(at.x - lastTap.point.x, at.y - lastTap.point.y) < 24
    const double = near && event.timeStamp - lastTap.at < doubleMs
    this.lastTap = { at: double ? Number.NEGATIVE_INFINITY : event.timeStamp, point: at }
    return double
  }
}

function handleTrack(view: BoardView, handle: Handle, item: Item, at: Point): Track {
  switch (handle) {
    case 'move':
      return new Carry(view, view.dragOf(item), at)
    case 'link':
      return new DrawLink(view, item)
    case 'resize':
      return new Stretch(view, item, at)
  }
}

/** The pointer takes the board along. */
class Pan implements Track {
  private readonly start: Point

  constructor(
    private readonly view: BoardView,
    private last: Point,
    private readonly tapped?: (at: Point) => void,
  ) {
    this.start = last
  }

  move(at: Point): void {
    this.view.scene.look(panBy(this.view.scene.camera, at.x - this.last.x, at.y - this.last.y))
    this.last = at
  }

  end(at: Point): void {
    if (isNear(at, this.start)) this.tapped?.(at)
  }

  cancel(): void {
    // Where one looks is nothing to take back.
  }
}

/** Down on a card: a click chooses it, a move drags it, a finger must stay a moment first. */
class Press implements Track {
  private carry: Track | undefined
  private readonly timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly view: BoardView,
    private readonly item: Item,
    private readonly start: Point,
    private readonly down: PointerEvent,
    private readonly isDouble: (at: Point) => boolean,
  ) {
    if (down.pointerType === 'touch') this.timer = setTimeout(() => this.lift(), longPressMs)
  }

  move(at: Point, event: PointerEvent): void {
    if (!this.carry && !isNear(at, this.start)) this.begin()
    this.carry?.move(at, event)
  }

  end(at: Point, event: PointerEvent): void {
    clearTimeout(this.timer)
    if (this.carry) this.carry.end(at, event)
    else this.click(at, event)
  }

  private click(at: Point, event: PointerEvent): void {
    const { view, item } = this
    if (event.shiftKey || event.ctrlKey || event.metaKey) view.selection.toggle(item.id)
    else view.selection.choose([item.id])
    view.focus(item.id)
    if (this.isDouble(at)) view.edit(item.id)
  }

  cancel(): void {
    clearTimeout(this.timer)
    this.carry?.cancel()
  }

  private begin(): void {
    clearTimeout(this.timer)
    if (this.down.pointerType === 'touch' || !this.view.actions.allowed)
      this.carry = new Pan(this.view, this.start)
    else this.lift()
  }

  private lift(): void {
    const { view, item } = this
    if (!view.actions.allowed || !view.model.items.has(item.id)) return
    if (!view.selection.has(item.id)) view.selection.choose([item.id])
    this.carry = new Carry(view, view.dragOf(item), this.start)
    if (this.down.pointerType === 'touch') navigator.vibrate?.(15)
  }
}

/** Cards follow the pointer; near an edge the board comes along. */
class Carry implements Track {
  private readonly origin: Point
  private at: Point
  private over = false

  constructor(
    private readonly view: BoardView,
    private readonly drag: Drag,
    start: Point,
  ) {
    this.origin = view.at(start)
    this.at = start
    this.touch()
    view.scene.move(this.push)
  }

  move(at: Point, event: PointerEvent): void {
    this.at = at
    this.follow(event.timeStamp)
    this.view.scene.move(this.push)
  }

  end(): void {
    this.over = true
    this.drag.drop()
    this.touch()
  }

  cancel(): void {
    this.over = true
    this.drag.cancel()
    this.touch()
  }

  private follow(now: number): void {
    const point = this.view.at(this.at)
    this.drag.moveTo({ x: point.x - this.origin.x, y: point.y - this.origin.y }, now)
    this.touch()
  }

  /** One step of the board towards what lies beyond the edge; answers whether there is another. */
  private readonly push = (now: number): boolean => {
    const { width, height } = this.view.scene.size
    const dx = overEdge(this.at.x, width)
    const dy = overEdge(this.at.y, height)
    if (this.over || (!dx && !dy)) return false
    this.view.scene.look(panBy(this.view.scene.camera, dx, dy))
    this.follow(now)
    return true
  }

  private touch(): void {
    this.view.scene.touch(this.drag.items.map(({ id }) => id))
  }
}

/** Pixels to pan by in a frame, the more the closer to the edge. */
function overEdge(at: number, length: number): number {
  if (at < edgePx) return (edgePx - Math.max(0, at)) / 4
  if (at > length - edgePx) return -(edgePx - Math.max(0, length - at)) / 4
  return 0
}

class Stretch implements Track {
  private readonly resize: Resize

  constructor(
    private readonly view: BoardView,
    private readonly item: Item,
    private readonly start: Point,
  ) {
    this.resize = new Resize(view.actions, item)
  }

  move(at: Point): void {
    const { k } = this.view.scene.camera
    this.resize.moveTo({ x: (at.x - this.start.x) / k, y: (at.y - this.start.y) / k })
    this.view.scene.touch([this.item.id])
  }

  end(): void {
    this.resize.drop()
    this.view.scene.touch([this.item.id])
  }

  cancel(): void {
    this.resize.cancel()
    this.view.scene.touch([this.item.id])
  }
}

/** A link leaves the card and ends on the card it is let go over. */
class DrawLink implements Track {
  constructor(
    private readonly view: BoardView,
    private readonly from: Item,
  ) {}

  move(at: Point): void {
    const point = this.view.at(at)
    const over = this.view.itemAt(point)
    const to = over && over !== this.from ? over : { ...point, width: 0, height: 0 }
    this.view.rubber = { from: this.from, to }
    this.view.scene.draw()
  }

  end(at: Point): void {
    const to = this.view.itemAt(this.view.at(at))
    this.cancel()
    if (to && to !== this.from) this.view.actions.link(this.from.id, to.id)
  }

  cancel(): void {
    this.view.rubber = undefined
    this.view.scene.draw()
  }
}

/** A rectangle chooses the cards it touches; with Shift, besides those chosen already. */
class Marquee implements Track {
  private readonly box = document.createElement('div')
  private readonly before: ReadonlySet<number>

  constructor(
    private readonly view: BoardView,
    private readonly start: Point,
    adds: boolean,
  ) {
    this.before = adds ? view.selection.cards.peek() : new Set()
    this.box.className = 'board-marquee'
    view.elements.overlay.append(this.box)
    if (!adds) view.selection.clear()
  }

  move(at: Point): void {
    const area = spanned(this.start, at)
    const { style } = this.box
    style.transform = `translate(${area.x}px, ${area.y}px)`
    style.width = `${area.width}px`
    style.height = `${area.height}px`
    const reach = spanned(this.view.at(this.start), this.view.at(at))
    const caught = this.view.model.cards.filter((item) => overlaps(item, reach)).map(({ id }) => id)
    this.view.selection.choose([...this.before, ...caught])
  }

  end(): void {
    this.box.remove()
  }

  cancel(): void {
    this.box.remove()
  }
}

function isNear(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < stillPx
}
