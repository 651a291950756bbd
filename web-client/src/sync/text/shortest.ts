// The shortest way from one row of tokens to another (server/core/methods/shortest_edit.h, which says where it is
// from). What both begin and end with is set aside. For the rest, row d of a triangle holds how far d edits reach on
// each of its d + 1 diagonals; going back up through the rows tells the edits, last first. Pure.

/** from[from, fromEnd) becomes to[to, toEnd). */
export interface Hunk {
  from: number
  fromEnd: number
  to: number
  toEnd: number
}

/** What may still be spent: one for each diagonal tried and each pair of tokens compared. */
export interface Steps {
  left: number
}

/** From left to right, with an equal token between any two; undefined when the steps are not enough. */
export function shortestEdit(
  from: readonly string[],
  to: readonly string[],
  steps: Steps,
): Hunk[] | undefined {
  const begin = commonBegin(from, to)
  const end = commonEnd(from, to, begin)
  const search = new Search(from.slice(begin, from.length - end), to.slice(begin, to.length - end), steps)
  return search.run()?.map((hunk) => moved(hunk, begin))
}

function commonBegin(from: readonly string[], to: readonly string[]): number {
  let begin = 0
  while (begin < from.length && begin < to.length && from[begin] === to[begin]) begin++
  return begin
}

function commonEnd(from: readonly string[], to: readonly string[], begin: number): number {
  const most = Math.min(from.length, to.length) - begin
  let end = 0
  while (end < most && from[from.length - 1 - end] === to[to.length - 1 - end]) end++
  return end
}

function moved({ from, fromEnd, to, toEnd }: Hunk, by: number): Hunk {
  return { from: from + by, fromEnd: fromEnd + by, to: to + by, toEnd: toEnd + by }
}

type Row = readonly number[]

class Search {
  private readonly rows: Row[] = []

  constructor(
    private readonly from: readonly string[],
    private readonly to: readonly string[],
    private readonly steps: Steps,
  ) {}

  run(): Hunk[] | undefined {
    const { from, to, steps } = this
    if (from.length === 0 && to.length === 0) return []
    if (from.length === 0 || to.length === 0)
      return [{ from: 0, fromEnd: from.length, to: 0, toEnd: to.length }]
    while (steps.left > 0 && !this.fillRow(this.rows.length)) {
      // the next row is another edit
    }
    return steps.left > 0 ? this.hunks() : undefined
  }

  /** Whether the end was reached. */
  private fillRow(d: number): boolean {
    const above = this.rows[d - 1] ?? []
    const row: number[] = []
    this.rows.push(row)
    for (let at = 0; at <= d && this.steps.left > 0; at++) {
      this.steps.left--
      const x = this.reach(above, at, d)
      row.push(x)
      if (x >= this.from.length && x + d - 2 * at >= this.to.length) return true
    }
    return false
  }

  /** How far d edits reach at this place of the row: along equal tokens as far as it goes. */
  private reach(above: Row, at: number, d: number): number {
    const { from, to, steps } = this
    let x = d === 0 ? 0 : start(above, at, d)
    let y = x + d - 2 * at
    while (x < from.length && y < to.length && steps.left > 0 && from[x] === to[y]) {
      x++
      y++
      steps.left--
    }
    return x
  }

  private hunks(): Hunk[] {
    const hunks: Hunk[] = []
    let d = this.rows.length - 1
    let at = (this.from.length + d - this.to.length) / 2
    for (; d > 0; d--) {
      const above = this.rows[d - 1] ?? []
      const put = putsIn(above, at, d)
      if (!put) at--
      const x = above[at] ?? 0
      addBefore(hunks, x, x + d - 1 - 2 * at, put)
    }
    return hunks.reverse()
  }
}

/** Whether the best way to a place of row d is from the right above, by putting one in. */
function putsIn(above: Row, at: number, d: number): boolean {
  return at === 0 || (at < d && (above[at - 1] ?? 0) < (above[at] ?? 0))
}

function start(above: Row, at: number, d: number): number {
  return putsIn(above, at, d) ? (above[at] ?? 0) : (above[at - 1] ?? 0) + 1
}

/** One edit before those that are there, which it may be a part of. */
function addBefore(hunks: Hunk[], from: number, to: number, put: boolean): void {
  const edit = { from, fromEnd: put ? from : from + 1, to, toEnd: put ? to + 1 : to }
  const last = hunks.at(-1)
  if (last && last.from === edit.fromEnd && last.to === edit.toEnd) {
    last.from = edit.from
    last.to = edit.to
  } else hunks.push(edit)
}
