// Cards that are no elements, painted in the order in which they lie. Thousands of titles take longer than a frame: they
// are painted on tiles, a few in each frame, which stay until what lies on them changes. While the zoom changes, the
// tiles of before are shown larger or smaller; where there is none yet, a card is a plain rectangle.
import type { Camera, Size } from '../parts/camera'
import { overlaps, type Rect } from '../parts/geometry'
import type { Theme } from '../parts/theme'
import { paintFace } from './face'
import type { Item } from './item'
import type { Titles } from './titles'

/** In pixels of the screen, as all lengths here. */
const side = 320
/** Of a frame, for tiles; one is painted whatever it takes. */
const sliceMs = 3
/** Tiles are shown so many times larger or smaller at most. */
const stretch = 5

export interface Faces {
  /** In view, in the order they lie. */
  readonly items: readonly Item[]
  /** How near one looks, and the size of points then (tier.ts). */
  readonly tier: number
  readonly tally: number
  /** Whether an element shows it above all others. */
  isRaised(item: Item): boolean
  pointsOf(item: Item): number
  /** All of them as rectangles, on a canvas that is moved and scaled to the board. */
  paintPlain(): void
}

interface Tile extends Rect {
  readonly ink: CanvasRenderingContext2D
  stale: boolean
}

/** A card as its tiles show it. */
interface Painted extends Rect {
  readonly card: unknown
  readonly raised: boolean
  readonly points: number
}

interface Level {
  readonly k: number
  readonly tiles: Map<string, Tile>
}

const levelAt = (k: number): Level => ({ k, tiles: new Map() })

export class FaceTiles {
  private shown = levelAt(0)
  /** Of another zoom, while it is not yet complete. */
  private next: Level | undefined
  private zoom = 0
  /** What some tile shows. */
  private readonly painted = new Map<number, Painted>()

  constructor(private readonly titles: Titles) {}

  /** All is to be painted anew: in other colours, or when it is next seen. */
  forget(): void {
    if (!this.shown.tiles.size) return
    this.shown = levelAt(0)
    this.next = undefined
    this.painted.clear()
  }

  /** Paints what is in view of a board whose point 0, 0 is at the camera's x, y. `changed`: whether any card may have
   * changed since. Answers whether something is left for the next frame. */
  paint(
    ink: CanvasRenderingContext2D,
    faces: Faces,
    theme: Theme,
    camera: Camera,
    size: Size,
    changed: boolean,
  ): boolean {
    const isMoving = camera.k !== this.zoom
    this.zoom = camera.k
    if (changed) this.notice(faces)
    const level = this.levelFor(camera.k, isMoving)
    const left = level ? this.renew(level, cellsIn(size, camera, level.k), faces, theme) : true
    if (level && !left) this.settle(level)
    this.show(ink, faces, camera, size)
    return left
  }

  /** Which level is painted on at the moment; none while the zoom is on its way. */
  private levelFor(k: number, isMoving: boolean): Level | undefined {
    const { shown, next } = this
    const near = Math.max(k / shown.k, shown.k / k) <= stretch
    if (!shown.tiles.size || !near) this.shown = levelAt(k)
    if (this.shown.k === k) return this.shown
    if (isMoving) return undefined
    this.next = next?.k === k ? next : levelAt(k)
    return this.next
  }

  private settle(level: Level): void {
    this.shown = level
    this.next = undefined
  }

  /** Tiles on which a card changed, came or went are to be painted anew. */
  private notice({ items, isRaised, pointsOf }: Faces): void {
    const gone = new Map(this.painted)
    for (const item of items) {
      const before = this.painted.get(item.id)
      gone.delete(item.id)
      if (before && isSame(before, item, isRaised(item), pointsOf(item))) continue
      if (before) this.spoil(before)
      this.spoil(item)
    }
    for (const [id, one] of gone) {
      this.spoil(one)
      this.painted.delete(id)
    }
  }

  private spoil(rect: Rect): void {
    for (const level of [this.shown, this.next]) {
      if (!level?.tiles.size) continue
      const cell = (at: number) => Math.floor((at * level.k) / side)
      const reach = 2 / level.k
      for (let row = cell(rect.y - reach); row <= cell(rect.y + rect.height + reach); row++)
        for (let column = cell(rect.x - reach); column <= cell(rect.x + rect.width + reach); column++) {
          const tile = level.tiles.get(keyOf(column, row))
          if (tile) tile.stale = true
        }
    }
  }

  /** Paints tiles for as long as a frame has time. Answers whether some are left. */
  private renew(level: Level, cells: readonly Cell[], faces: Faces, theme: Theme): boolean {
    const until = performance.now() + sliceMs
    let done = 0
    for (const { key, column, row } of cells) {
      const known = level.tiles.get(key)
      if (known && !known.stale) continue
      if (done++ && performance.now() > until) return true
      const tile = known ?? newTile(column, row, level.k)
      level.tiles.set(key, tile)
      this.paintTile(tile, level.k, faces, theme)
    }
    if (level.tiles.size > 3 * cells.length + 16) prune(level.tiles, new Set(cells.map(({ key }) => key)))
    return false
  }

  private paintTile(tile: Tile, k: number, faces: Faces, theme: Theme): void {
    const { ink } = tile
    tile.stale = false
    ink.setTransform(1, 0, 0, 1, 0, 0)
    ink.clearRect(0, 0, side, side)
    const { tier, tally } = faces
    const at = { x: -tile.x * k, y: -tile.y * k, k }
    for (const item of faces.items) {
      if (!overlaps(item, tile)) continue
      const raised = faces.isRaised(item)
      const points = faces.pointsOf(item)
      const { x, y, width, height, card } = item
      this.painted.set(item.id, { x, y, width, height, card, raised, points })
      if (!raised) paintFace(ink, at, { item, points, tier, tally: points ? tally : 0 }, this.titles, theme)
    }
  }

  get isEmpty(): boolean {
    return this.shown.tiles.size === 0
  }

  /** What there is, until elements take its place. Tiles lie edge to edge, whatever their size on the screen. */
  show(ink: CanvasRenderingContext2D, faces: Pick<Faces, 'paintPlain'>, camera: Camera, size: Size): void {
    const { tiles, k } = this.shown
    const step = (side * camera.k) / k
    const edge = (from: number, at: number) => Math.round(from) + Math.round(at * step)
    const bare = new Path2D()
    let covered = true
    ink.setTransform(1, 0, 0, 1, 0, 0)
    for (const { key, column, row } of cellsIn(size, camera, k)) {
      const tile = tiles.get(key)
      const [x, y] = [edge(camera.x, column), edge(camera.y, row)]
      const [width, height] = [edge(camera.x, column + 1) - x, edge(camera.y, row + 1) - y]
      if (tile) ink.drawImage(tile.ink.canvas, x, y, width, height)
      else bare.rect(x, y, width, height)
      covered &&= tile !== undefined
    }
    if (covered) return
    ink.save()
    ink.clip(bare)
    ink.setTransform(camera.k, 0, 0, camera.k, camera.x, camera.y)
    faces.paintPlain()
    ink.restore()
  }
}

interface Cell {
  readonly key: string
  readonly column: number
  readonly row: number
}

const keyOf = (column: number, row: number) => `${column} ${row}`

/** The cells that the view meets of tiles painted at zoom k. */
function cellsIn(size: Size, camera: Camera, k: number): Cell[] {
  const step = (side * camera.k) / k
  const cells: Cell[] = []
  for (let row = Math.floor(-camera.y / step); row * step + camera.y < size.height; row++)
    for (let column = Math.floor(-camera.x / step); column * step + camera.x < size.width; column++)
      cells.push({ key: keyOf(column, row), column, row })
  return cells
}

function newTile(column: number, row: number, k: number): Tile {
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const ink = canvas.getContext('2d') as CanvasRenderingContext2D
  const edge = side / k
  return { x: column * edge, y: row * edge, width: edge, height: edge, ink, stale: true }
}

function prune(tiles: Map<string, Tile>, kept: ReadonlySet<string>): void {
  for (const key of tiles.keys()) if (!kept.has(key)) tiles.delete(key)
}

function isSame(before: Painted, item: Item, raised: boolean, points: number): boolean {
  return (
    before.card === item.card &&
    before.raised === raised &&
    before.points === points &&
    before.x === item.x &&
    before.y === item.y &&
    before.width === item.width &&
    before.height === item.height
  )
}
