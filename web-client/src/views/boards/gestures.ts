// Pointers on the stage. What a pointer does is decided when it goes down (or, on a card, when it moves or
// stays): from then on one track has it until it goes up.
//
//   mouse   on a card: drag · on the board: pan, or marquee with the selection tool or Shift · wheel: pan,
//           with Ctrl zoom · middle button: pan
//   finger  on the board: pan · on a card: pan, or drag after a long press or by its handle · two: pinch

import { zoneOf } from '../cards/zones'
import { type Camera, panBy, pinch } from '../parts/camera'
import type { Point } from '../parts/geometry'
import { handleOf } from './handles'
import { handleTrack, Marquee, Pan, Press, type Track } from './tracks'
import type { BoardView } from './view'
import { ZoneTrack } from './zonetrack'

const doubleMs = 400
const pixelsALine = 32

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
    this.view.holding.letGo(true)
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
    const zone = view.chosenZone
    if (handle && zone) return new ZoneTrack(view, zone, handle, at)
    if (handle && only) return handleTrack(view, handle, only, at)
    if (event.button === 1) return new Pan(view, at)
    const item = view.itemAt(view.looking.at(at))
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
    if (event.ctrlKey || event.metaKey) this.view.looking.zoomBy(Math.exp(-dy * 0.0022), this.at(event))
    else if (event.shiftKey && !dx) this.view.scene.look(panBy(this.view.scene.camera, -dy, 0))
    else this.view.scene.look(panBy(this.view.scene.camera, -dx, -dy))
  }

  /** The browser's own menu has nothing for a card, and a long press on a phone would open it. */
  private context(event: MouseEvent): void {
    event.preventDefault()
    const item = this.view.itemAt(this.view.looking.at(this.at(event)))
    if (item && event.button === 2 && !this.view.selection.has(item.id)) this.view.selection.choose([item.id])
  }

  private tapBoard(at: Point, event: PointerEvent): void {
    const { view } = this
    const point = view.looking.at(at)
    const link = view.linkAt(point)
    if (link) view.selection.chooseLink(link)
    else view.selection.clear()
    const zone = zoneOf({ ...point, width: 0, height: 0 }, view.model.zones)
    view.zone.value = zone && !link && view.session.can.animate() ? zone.id : 0
    if (this.isDouble(at, event) && !link) view.add(point)
  }

  private isDouble(at: Point, event: PointerEvent): boolean {
    const { lastTap } = this
    const near = Math.hypot(at.x - lastTap.point.x, at.y - lastTap.point.y) < 24
    const double = near && event.timeStamp - lastTap.at < doubleMs
    this.lastTap = { at: double ? Number.NEGATIVE_INFINITY : event.timeStamp, point: at }
    return double
  }
}
