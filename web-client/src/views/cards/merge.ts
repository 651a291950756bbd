// Two people in one text: both edits stay, and where they touch both insertions do. As the server joins them
// (server/core/text_merge.c). Pure.

/** One side's edit: base[start, end) became `put`. */
interface Span {
  readonly start: number
  readonly end: number
  readonly put: string
}

export function merged(base: string, theirs: string, mine: string): string {
  if (base === theirs || theirs === mine) return mine
  if (base === mine) return theirs
  let first = spanOf(base, theirs)
  let second = spanOf(base, mine)
  if (second.start < first.start) [first, second] = [second, first]
  const between = base.slice(first.end, Math.max(first.end, second.start))
  const rest = base.slice(Math.max(first.end, second.end))
  return base.slice(0, first.start) + first.put + between + second.put + rest
}

/** Where a caret goes when the text around it becomes another: it stays between the same words. */
export function carried(at: number, before: string, after: string): number {
  const { start, end, put } = spanOf(before, after)
  if (at <= start) return at
  if (at >= end) return at + put.length - (end - start)
  return start + Math.min(at - start, put.length)
}

/** The longest common beginning, then the longest common end of the rest, both on whole characters. */
function spanOf(base: string, text: string): Span {
  const most = Math.min(base.length, text.length)
  let start = 0
  while (start < most && base[start] === text[start]) start++
  if (isInside(base, start) || isInside(text, start)) start--
  let same = 0
  while (same < most - start && base[base.length - 1 - same] === text[text.length - 1 - same]) same++
  if (isInside(base, base.length - same) || isInside(text, text.length - same)) same--
  return { start, end: base.length - same, put: text.slice(start, text.length - same) }
}

/** Whether a character of two units would be cut there. */
function isInside(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  return isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
