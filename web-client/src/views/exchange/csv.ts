// Tables as text: bytes of either common encoding, cells between delimiters, quotes as RFC 4180 has them, and the
// guard that keeps a spreadsheet from running a cell as a formula. Pure.

/** Lines read of one file; what follows is counted and left. */
export const mostLines = 20_000

export const delimiters = [';', ',', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

export interface Row {
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly rows: readonly Row[]
  /** Rows after the last one read. */
  readonly left: number
}

/** UTF-8 when it is, UTF-16 when it says so, else what Windows wrote; undefined when it is no text at all. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes)
  return text.includes('\0') ? undefined : text
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The delimiter by which the first rows agree best on how many cells they have. */
export function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, 20_000)
  let best: Delimiter = ';'
  let most = 0
  for (const delimiter of delimiters) {
    const { rows } = readTable(sample, delimiter, 20)
    const columns = rows[0]?.cells.length ?? 0
    const alike = rows.filter(({ cells }) => cells.length === columns).length
    const score = columns > 1 ? alike + columns / 100 : 0
    if (score > most) [best, most] = [delimiter, score]
  }
  return best
}

/** Rows with something in them. A quote that is never closed is a quote. */
export function readTable(text: string, delimiter: Delimiter, most = mostLines): Table {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const rows: Row[] = []
  let left = 0
  let line = 1
  for (let at = 0; at < clean.length; ) {
    const { cells, end } = readRow(clean, at, delimiter)
    if (cells.some((cell) => cell.trim())) {
      if (rows.length < most) rows.push({ line, cells })
      else left++
    }
    line += linesIn(clean, at, end) + 1
    at = end + 1
  }
  return { rows, left }
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** The cells of one row, and where its line feed or the text ends. */
function readRow(text: string, start: number, delimiter: Delimiter): { cells: string[]; end: number } {
  const cells: string[] = []
  let at = start
  for (;;) {
    const quoted = text[at] === '"' ? quotedCell(text, at, delimiter) : undefined
    const end = quoted?.end ?? plainEnd(text, at, delimiter)
    cells.push(quoted?.cell ?? text.slice(at, end))
    if (text[end] !== delimiter) return { cells, end }
    at = end + 1
  }
}

function plainEnd(text: string, start: number, delimiter: Delimiter): number {
  let at = start
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++
  return at
}

function quotedCell(text: string, start: number, delimiter: Delimiter) {
  let from = start + 1
  for (;;) {
    const close = text.indexOf('"', from)
    if (close < 0) return undefined
    const after = text[close + 1]
    if (after === '"') {
      from = close + 2
      continue
    }
    if (after !== undefined && after !== delimiter && after !== '\n') return undefined
    return { cell: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 }
  }
}

/* ---- out ---- */

/** As French Excel opens it: UTF-8 with its mark, semicolons, CRLF. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map((cell) => quoted(guarded(cell))).join(';'))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function quoted(cell: string): string {
  return /[";,\n\r\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const number = /^-?\d+([.,]\d+)?$/

/** A cell that a spreadsheet would run gets an apostrophe; one that has some already gets another, so that
 * `restored` gives back exactly what was there. */
export function guarded(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) && !number.test(cell) ? `'${cell}` : cell
}

export function restored(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
