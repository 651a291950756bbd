// Where the cards of the graph lie: linked ones drawn together, all kept from covering each other. Each body has a
// heat of its own, and only what is hot moves: the first layout starts hot everywhere from where the cards lie on
// the board; later only cards that came are hot, beside those they are linked to, and all else stays where one
// learnt to find it. Pure: no randomness, no clock, the same cards always lie the same way.
import type { Point } from '../parts/geometry'

export interface Seed extends Point {
  readonly id: number
}

export interface Edge {
  readonly from: number
  readonly to: number
}

interface Body {
  readonly id: number
  x: number
  y: number
  heat: number
  readonly linked: Body[]
}

/** Nearer than that, two push each other away. */
const reach = 190
/** What a link would like to measure. */
const length = 150
const spring = 0.09
const push = 26
/** So weak that it only gathers what nothing binds. */
const gravity = 0.004
const cooling = 0.965
const cold = 0.04
/** A step's longest move while a body is at its hottest. */
const stride = 40

export class Layout {
  private readonly bodies = new Map<number, Body>()
  private hot: Body[] = []

  get isSettled(): boolean {
    return this.hot.length === 0
  }

  at(id: number): Point | undefined {
    return this.bodies.get(id)
  }

  /** Takes the cards and links as they are now. What was there stays where it is. */
  update(seeds: readonly Seed[], edges: readonly Edge[]): void {
    const isFirst = this.bodies.size === 0
    const there = new Set(seeds.map(({ id }) => id))
    for (const id of this.bodies.keys()) if (!there.has(id)) this.bodies.delete(id)
    const fresh: Seed[] = seeds.filter(({ id }) => !this.bodies.has(id))
    for (const seed of fresh) this.bodies.set(seed.id, bodyOf(seed))
    this.join(edges)
    if (!isFirst) this.layBeside(fresh)
    this.gatherHot()
  }

  /** Everything finds its place anew. */
  heat(): void {
    for (const body of this.bodies.values()) body.heat = 1
    this.gatherHot()
  }

  /** One step for all that is hot. */
  step(): void {
    const cells = cellsOf(this.bodies.values())
    const middle = middleOf(this.bodies.values())
    const moves = this.hot.map((body) => moveOf(body, cells, middle))
    this.hot.forEach((body, at) => {
      const move = moves[at] as Point
      const most = stride * body.heat
      const shrink = Math.min(1, most / Math.max(1e-6, Math.hypot(move.x, move.y)))
      body.x += move.x * shrink
      body.y += move.y * shrink
      body.heat *= cooling
    })
    this.gatherHot()
  }

  private gatherHot(): void {
    for (const body of this.bodies.values()) if (body.heat < cold) body.heat = 0
    this.hot = [...this.bodies.values()].filter(({ heat }) => heat > 0)
  }

  private join(edges: readonly Edge[]): void {
    for (const body of this.bodies.values()) body.linked.length = 0
    for (const { from, to } of edges) {
      const a = this.bodies.get(from)
      const b = this.bodies.get(to)
      if (!a || !b || a === b) continue
      a.linked.push(b)
      b.linked.push(a)
    }
  }

  /** A card that came among others lies beside those it is linked to, if they were there before. */
  private layBeside(fresh: readonly Seed[]): void {
    const came = new Set(fresh.map(({ id }) => id))
    for (const { id } of fresh) {
      const body = this.bodies.get(id) as Body
      const known = body.linked.filter((other) => !came.has(other.id))
      if (known.length === 0) continue
      const angle = angleOf(id)
      const { x, y } = middleOf(known)
      body.x = x + Math.cos(angle) * length * 0.6
      body.y = y + Math.sin(angle) * length * 0.6
    }
  }
}

/** A board's cards are wide: brought together, and never two on one point. */
function bodyOf({ id, x, y }: Seed): Body {
  const angle = angleOf(id)
  return { id, x: x * 0.5 + Math.cos(angle), y: y * 0.5 + Math.sin(angle), heat: 1, linked: [] }
}

/** Some direction, always the same for the same card. */
function angleOf(id: number): number {
  return (id % 997) * 2.399963
}

type Cells = ReadonlyMap<number, Body[]>

function cellsOf(bodies: Iterable<Body>): Cells {
  const cells = new Map<number, Body[]>()
  for (const body of bodies) {
    const key = cellAt(Math.floor(body.x / reach), Math.floor(body.y / reach))
    const known = cells.get(key)
    if (known) known.push(body)
    else cells.set(key, [body])
  }
  return cells
}

function cellAt(column: number, row: number): number {
  return column * 1_000_003 + row
}

function moveOf(body: Body, cells: Cells, middle: Point): Point {
  const move = { x: (middle.x - body.x) * gravity, y: (middle.y - body.y) * gravity }
  const column = Math.floor(body.x / reach)
  const row = Math.floor(body.y / reach)
  for (let x = column - 1; x <= column + 1; x++) {
    for (let y = row - 1; y <= row + 1; y++) {
      for (const other of cells.get(cellAt(x, y)) ?? []) if (other !== body) pushAway(move, body, other)
    }
  }
  for (const other of body.linked) pull(move, body, other)
  return move
}

function pushAway(move: { x: number; y: number }, body: Body, other: Body): void {
  const dx = body.x - other.x
  const dy = body.y - other.y
  const apart = Math.hypot(dx, dy)
  if (apart >= reach) return
  if (apart < 0.01) {
    move.x += Math.cos(angleOf(body.id)) * push
    move.y += Math.sin(angleOf(body.id)) * push
    return
  }
  const force = (push * (1 - apart / reach)) / apart
  move.x += dx * force
  move.y += dy * force
}

/** Who has many links is pulled by each a little less, or it would shake. */
function pull(move: { x: number; y: number }, body: Body, other: Body): void {
  const dx = other.x - body.x
  const dy = other.y - body.y
  const apart = Math.max(0.01, Math.hypot(dx, dy))
  const force = (spring * (apart - length)) / apart / Math.sqrt(body.linked.length)
  move.x += dx * force
  move.y += dy * force
}

function middleOf(bodies: Iterable<Point>): Point {
  let [x, y, n] = [0, 0, 0]
  for (const body of bodies) {
    x += body.x
    y += body.y
    n++
  }
  return n ? { x: x / n, y: y / n } : { x: 0, y: 0 }
}
