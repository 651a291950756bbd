// Lines pasted from a spreadsheet or a text: a card a line, its title in the first column and its text in the
// second. Pure.
import { type Draft, limits } from '../cards/draft'
import { oneLine, plain } from '../parts/text'

/** Cards laid by one paste. */
export const mostAtOnce = 200

export interface Problem {
  /** Counted from 1, as rows are. */
  readonly line: number
  readonly why: 'title' | 'text'
}

export interface Pasted {
  readonly cards: readonly Draft[]
  readonly problems: readonly Problem[]
  /** Lines that could be cards but are too many for once. */
  readonly left: number
}

export function readLines(text: string): Pasted {
  const cards: Draft[] = []
  const problems: Problem[] = []
  let left = 0
  rows(text).forEach((cells, at) => {
    const draft = { title: oneLine(cells[0] ?? ''), text: plain(cells[1] ?? '').trim() }
    const why = tooLong(draft)
    if (!draft.title && !draft.text) return
    if (why) problems.push({ line: at + 1, why })
    else if (cards.length < mostAtOnce) cards.push(draft)
    else left++
  })
  return { cards, problems, left }
}

function tooLong({ title, text }: Draft): Problem['why'] | undefined {
  if (bytes(title) > limits.title) return 'title'
  return bytes(text) > limits.text ? 'text' : undefined
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Rows of cells. A cell that begins with a quote and is closed may hold tabs and line ends, as spreadsheets copy
 * them; a quote that is not closed is a quote. */
function rows(text: string): string[][] {
  const clean = text.replace(/\r\n?/g, '\n')
  const found: string[][] = [[]]
  let at = 0
  while (at < clean.length) {
    const quoted = clean[at] === '"' ? quotedCell(clean, at) : undefined
    const end = quoted?.end ?? plainEnd(clean, at)
    found.at(-1)?.push(quoted?.cell ?? clean.slice(at, end))
    if (clean[end] === '\n') found.push([])
    at = end + 1
  }
  return found
}

function plainEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++
  return end
}

function quotedCell(text: string, at: number): { cell: string; end: number } | undefined {
  let end = at + 1
  while (end < text.length) {
    const close = text.indexOf('"', end)
    if (close < 0) return undefined
    if (text[close + 1] !== '"') {
      const after = text[close + 1]
      if (after !== undefined && after !== '\t' && after !== '\n') return undefined
      return { cell: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 }
    }
    end = close + 2
  }
  return undefined
}
