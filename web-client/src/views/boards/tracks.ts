// The ways one pointer can go from down to up: pan, press on a card, carry cards, stretch one, draw a link, draw a
// marquee. gestures.ts chooses; each then has its pointer to itself.
import { panBy } from '../parts/camera'
import { overlaps, type Point, spanned } from '../parts/geometry'
import { type Drag, Resize } from './drag'
import type { Handle } from './handles'
import type { Item } from './item'
import type { BoardView } from './view'

/** `at` is in pixels of the stage. */
export interface Track {
  move(at: Point, event: PointerEvent): void
  end(at: Point, event: PointerEvent): void
  cancel(): void
}

/** A pointer that moved less than this has not moved. */
const stillPx = 5
const longPressMs = 380
/** This close to an edge, what is dragged takes the board along. */
const edgePx = 36

export function handleTrack(view: BoardView, handle: Handle, item: Item, at: Point): Track {
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
export class Pan implements Track {
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
export class Press implements Track {
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
    if (this.down.pointerType === 'touch' || !this.view.actions.mayChange(this.item.card))
      this.carry = new Pan(this.view, this.start)
    else this.lift()
  }

  private lift(): void {
    const { view, item } = this
    if (!view.actions.mayChange(item.card) || !view.model.items.has(item.id)) return
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
    this.origin = view.looking.at(start)
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
    this.view.laid(this.drag, this.drag.drop())
    this.touch()
  }

  cancel(): void {
    this.over = true
    this.drag.cancel()
    this.touch()
  }

  private follow(now: number): void {
    const point = this.view.looking.at(this.at)
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
    const point = this.view.looking.at(at)
    const over = this.view.itemAt(point)
    const to = over && over !== this.from ? over : { ...point, width: 0, height: 0 }
    this.view.rubber = { from: this.from, to }
    this.view.scene.draw()
  }

  end(at: Point): void {
    const to = this.view.itemAt(this.view.looking.at(at))
    this.cancel()
    if (!to || to === this.from) return
    const link = this.view.actions.link(this.from.id, to.id)
    if (link) this.view.selection.chooseLink(link)
  }

  cancel(): void {
    this.view.rubber = undefined
    this.view.scene.draw()
  }
}

/** A rectangle chooses the cards it touches; with Shift, besides those chosen already. */
export class Marquee implements Track {
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
    const reach = spanned(this.view.looking.at(this.start), this.view.looking.at(at))
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
