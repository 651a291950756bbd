// A change of a text, as it travels: parts from left to right, kept or replaced (PROTOCOL.md, E11). It fits one text
// only: that of its length, in which it cuts no character. Nothing is applied before that is known. Pure.
import type { TextChange, TextPart } from '../../../../protocol/generated/protocol'

/** Longer than any text. */
const longest = 2 ** 31 - 1

/** What came from outside as a change; undefined when it is none. */
export function readChange(value: unknown): TextChange | undefined {
  return Array.isArray(value) && value.every(isPart) ? value : undefined
}

function isPart(value: unknown): value is TextPart {
  if (!Array.isArray(value)) return isLength(value)
  const [length, ...lines] = value
  return isLength(length) && lines.every((line) => typeof line === 'string' && !/[\n\r]/.test(line))
}

function isLength(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= longest
}

/** How much of the old text a part takes. */
export function lengthOf(part: TextPart): number {
  return typeof part === 'number' ? part : part[0]
}

/** What a replaced part puts there. */
export function putBy(part: readonly [number, ...string[]]): string {
  return part.slice(1).join('\n')
}

/** The changed text; undefined when it is no change of this one. */
export function applied(change: TextChange, text: string): string | undefined {
  let after = ''
  let at = 0
  for (const part of change) {
    const end = at + lengthOf(part)
    if (end > text.length || cuts(text, end)) return undefined
    after += typeof part === 'number' ? text.slice(at, end) : putBy(part)
    at = end
  }
  return at === text.length ? after : undefined
}

/** Whether a character of two units would be cut there. */
export function cuts(text: string, at: number): boolean {
  return at > 0 && isHalf(text.charCodeAt(at - 1), 0xd800) && isHalf(text.charCodeAt(at), 0xdc00)
}

function isHalf(unit: number, first: number): boolean {
  return unit >= first && unit < first + 0x400
}
