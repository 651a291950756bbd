// A title in a box: as large as all of it fits; where it would be too small to read, as many of its words as fit. Pure.
import { broken, type Width, wordsOf, wrapped } from './lines'

export interface Sizes {
  /** The smallest that can be read, and the largest wanted. */
  readonly least: number
  readonly most: number
}

export interface Fitted {
  readonly size: number
  readonly lines: readonly string[]
}

/** From one baseline to the next, so that accents of capitals stay off the line above. */
export const leading = 1.22
/** How far below the top of its line a baseline is: an accent of a capital has room above it. */
export const ascent = 0.98
const step = 0.93
/** So much smaller than can well be read, for the sake of another row, or of a whole first word. */
const squeezed = { row: 0.68, word: 0.55 } as const

/** `width` is in em. */
export function fitted(
  text: string,
  box: { readonly width: number; readonly height: number },
  { least, most }: Sizes,
  width: Width,
): Fitted {
  const words = wordsOf(text)
  const widest = Math.max(0, ...words.map(width))
  const largest = Math.min(most, box.height / leading)
  const smallest = Math.min(least, largest)
  const rowsAt = (size: number) => Math.max(1, Math.floor(box.height / (size * leading) + 0.001))
  for (let size = largest; size > smallest * squeezed.row; size *= step) {
    if (widest * size > box.width) continue
    const lines = broken(text, box.width / size, rowsAt(size), width)
    if (lines.length <= rowsAt(size)) return { size, lines }
  }
  return shortest(text, words, box, smallest, width)
}

/** As many of its words as fit: in letters a little smaller where that makes room for another row. */
function shortest(
  text: string,
  words: readonly string[],
  box: { readonly width: number; readonly height: number },
  least: number,
  width: Width,
): Fitted {
  const most = Math.max(1, Math.floor(box.height / (least * squeezed.row * leading)))
  let best: Fitted = { size: least, lines: [] }
  for (let rows = 1; rows <= most; rows++) {
    const size = Math.min(least, box.height / (rows * leading))
    const set = rows > 1 ? size : shrunk(words, size, box.width, width)
    const lines = wrapped(text, box.width / set, rows, width)
    const more = said(lines) - said(best.lines)
    if (more > 0 || (more === 0 && set > best.size)) best = { size: set, lines }
  }
  return best
}

/** Where only one line has room, its first word is to be whole. */
function shrunk(words: readonly string[], size: number, room: number, width: Width): number {
  const [first = ''] = words
  const wide = width(words.length > 1 ? `${first}…` : first)
  return Math.max(size * squeezed.word, Math.min(size, room / wide))
}

function said(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.replace(/[-…]$/, '').length, 0)
}
