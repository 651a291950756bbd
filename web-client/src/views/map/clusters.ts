// Cards that lie so close that their marks would cover each other, drawn as one. Pure; the same cards at the same
// zoom always make the same clusters.
import type { Point } from '../parts/geometry'

export interface Cluster<T> {
  /** The first of its members names it: it stays itself while others come. */
  readonly key: number
  readonly at: Point
  readonly members: readonly T[]
}

interface Growing<T> {
  readonly first: Point
  readonly members: T[]
  x: number
  y: number
}

/** `reach` is in the points' own unit: nearer than that to the first of a cluster is in it. */
export function clustered<T extends { readonly at: Point }>(
  points: readonly T[],
  reach: number,
  idOf: (one: T) => number,
): Cluster<T>[] {
  const cells = new Map<number, Growing<T>[]>()
  const all: Growing<T>[] = []
  for (const one of [...points].sort((a, b) => idOf(a) - idOf(b))) {
    const near = nearby(cells, one.at, reach)
    if (near) join(near, one)
    else all.push(begin(cells, one, reach))
  }
  return all.map(({ members, x, y }) => ({
    key: idOf(members[0] as T),
    at: { x: x / members.length, y: y / members.length },
    members,
  }))
}

function nearby<T>(
  cells: ReadonlyMap<number, Growing<T>[]>,
  at: Point,
  reach: number,
): Growing<T> | undefined {
  const column = Math.floor(at.x / reach)
  const row = Math.floor(at.y / reach)
  let best: Growing<T> | undefined
  let least = reach
  for (let x = column - 1; x <= column + 1; x++) {
    for (let y = row - 1; y <= row + 1; y++) {
      for (const one of cells.get(cellAt(x, y)) ?? []) {
        const apart = Math.hypot(one.first.x - at.x, one.first.y - at.y)
        if (apart < least) [best, least] = [one, apart]
      }
    }
  }
  return best
}

function join<T extends { readonly at: Point }>(cluster: Growing<T>, one: T): void {
  cluster.members.push(one)
  cluster.x += one.at.x
  cluster.y += one.at.y
}

function begin<T extends { readonly at: Point }>(
  cells: Map<number, Growing<T>[]>,
  one: T,
  reach: number,
): Growing<T> {
  const cluster = { first: one.at, members: [one], ...one.at }
  const cell = cellAt(Math.floor(one.at.x / reach), Math.floor(one.at.y / reach))
  const known = cells.get(cell)
  if (known) known.push(cluster)
  else cells.set(cell, [cluster])
  return cluster
}

/** One number for a cell: a map has far fewer rows than that. */
function cellAt(column: number, row: number): number {
  return column * 1_000_003 + row
}
