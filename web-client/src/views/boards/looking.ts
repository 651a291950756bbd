// Where one looks on a board, and how one gets there: the whole of it, a card, closer, further.
import type { Memory } from '../cards/memory'
import {
  type Camera,
  cameraAt,
  fit,
  type Inset,
  reveal,
  toBoard,
  toScreen,
  visibleRect,
  zoomAt,
} from '../parts/camera'
import { bounds, centre, grown, type Point, type Rect } from '../parts/geometry'
import type { BoardModel } from './model'
import type { Scene } from './scene'

/** Kept clear at the edges for the toolbar at the side when something is brought into view, and above it for its bar. */
const clear: Inset = { top: 80, right: 24, bottom: 24, left: 76 }
/** For the whole board: no bar is there while nothing is chosen. */
const clearForAll: Inset = { ...clear, top: 20, bottom: 20 }
/** The same where the stage is narrow: the tools are folded into a corner, and the bar stands below. */
const narrow: Inset = { top: 16, right: 12, bottom: 120, left: 12 }
const narrowForAll: Inset = { ...narrow, bottom: 20 }
const narrowStage = 640
/** The zoom at which a card can be made out. */
const visible = 0.25

export class Looking {
  /** Where the whole board was last shown; undefined until there was something to show. */
  private fitted: Camera | undefined
  /** Whether that was all of it, and not what one saw last time. */
  private fittedAll = false
  /** How far what is shown whole may be enlarged: on a wall, as far as it goes. */
  largest = 1
  /** What the board lies on, when that has an extent of its own. */
  ground: Rect | undefined

  constructor(
    private readonly scene: Scene,
    private readonly model: BoardModel,
    private readonly memory: Memory,
  ) {
    memory.seen = () => visibleRect(this.camera, scene.size)
  }

  get camera(): Camera {
    return this.scene.camera
  }

  /** A point of the screen on the board. */
  at(screen: Point): Point {
    return toBoard(this.camera, screen)
  }

  /** A rectangle of the board in pixels of the stage. */
  onScreen(rect: Rect): Rect {
    const { camera } = this
    return { ...toScreen(camera, rect), width: rect.width * camera.k, height: rect.height * camera.k }
  }

  /** About a point of the screen at once, or about its middle by a short move. */
  zoomBy(factor: number, at?: Point): void {
    if (at) this.scene.look(zoomAt(this.camera, at, factor))
    else this.scene.glideTo(zoomAt(this.camera, this.middle, factor))
  }

  fitAll(): void {
    const all = this.everything()
    if (all) this.scene.glideTo(fit(grown(all, 20), this.scene.size, this.clearForAll))
  }

  /** Where somebody leads: all of it, as large as it goes. */
  follow(view: Rect): void {
    // What comes later does not take one away from there.
    this.fitted ??= this.camera
    this.scene.glideTo(fit(view, this.scene.size, { top: 0, right: 0, bottom: 0, left: 0 }, this.largest))
  }

  fitTo(rect: Rect): void {
    this.scene.glideTo(fit(grown(rect, 40), this.scene.size, this.clear))
  }

  lookAt(point: Point): void {
    this.scene.look(cameraAt(point, this.middle, this.camera.k))
  }

  /** Brings a card into view, at least so large. */
  bringIntoView(card: Rect, least = visible): void {
    const { camera } = this
    const close = camera.k >= least ? camera : cameraAt(centre(card), this.middle, least)
    const next = reveal(close, card, this.scene.size, this.clear)
    if (next !== camera) this.scene.glideTo(next)
  }

  /** Something came or the stage changed its size: the first time, one sees it all, or what one saw last time. `again`:
   * who looks has not chosen what to see, and goes on seeing it all. */
  settle(again: boolean): void {
    const untouched = this.fitted === undefined || (again && this.scene.aim === this.fitted)
    const all = untouched && this.everything()
    if (!all || this.scene.size.width < 2) return
    this.fittedAll = this.memory.camera === undefined
    this.fitted = this.memory.camera ?? fit(grown(all, 20), this.scene.size, this.clearForAll, this.largest)
    this.memory.camera = undefined
    this.scene.look(this.fitted)
  }

  /** Whether all of the board was shown, and nothing else since, nor is about to be. */
  get isWhole(): boolean {
    return this.fittedAll && this.scene.aim === this.fitted
  }

  remember(): void {
    this.memory.camera = this.camera
    this.memory.seen = undefined
  }

  private get isNarrow(): boolean {
    return this.scene.size.width <= narrowStage
  }

  private get clear(): Inset {
    return this.isNarrow ? narrow : clear
  }

  private get clearForAll(): Inset {
    return this.isNarrow ? narrowForAll : clearForAll
  }

  private get middle(): Point {
    return { x: this.scene.size.width / 2, y: this.scene.size.height / 2 }
  }

  private everything(): Rect | undefined {
    return bounds([...this.model.cards, ...this.model.zones, ...(this.ground ? [this.ground] : [])])
  }
}
