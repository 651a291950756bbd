// What leads from one text to another, as a change: the method of the server, and its parts to the letter
// (server/core/methods/text_difference.h, which says where it is from). Pure.
import type { TextChange } from '../../../../protocol/generated/protocol'
import { Draft } from './draft'
import { type Hunk, type Steps, shortestEdit } from './shortest'

type Grain = 'lines' | 'words' | 'characters'

const steps = 100_000

const tokens: Record<Grain, RegExp> = {
  lines: /[^\n]*\n|[^\n]+/g,
  // A run of letters and digits, or any other character, with the blanks behind it.
  words: /(?:[a-zA-Z0-9\u00aa\u00ac-\u00ba\u00bc-\u1fff]+|[\s\S])[ \u00a0\u2009\u202f]*/gu,
  characters: /[\s\S]/gu,
}

export function difference(from: string, to: string): TextChange {
  const draft = new Draft()
  compare(draft, { left: steps }, from, to, 'lines')
  return draft.done()
}

function compare(draft: Draft, spent: Steps, from: string, to: string, grain: Grain): void {
  const one = from.match(tokens[grain]) ?? []
  const other = to.match(tokens[grain]) ?? []
  const most = Math.floor(spent.left / 2)
  const allowed = { left: most }
  const hunks = shortestEdit(one, other, allowed)
  spent.left -= most - allowed.left
  if (hunks && (grain !== 'characters' || isCorrection(one, other, hunks)))
    takeHunks(draft, spent, one, other, hunks, grain)
  else if (grain === 'lines') compare(draft, spent, from, to, 'words')
  else draft.replace(from.length, to)
}

/** Whether the two are one word corrected. */
function isCorrection(from: readonly string[], to: readonly string[], hunks: readonly Hunk[]): boolean {
  const gone = hunks.reduce((sum, hunk) => sum + hunk.fromEnd - hunk.from, 0)
  return (from.length - gone) * 3 >= Math.min(from.length, to.length) * 2
}

function takeHunks(
  draft: Draft,
  spent: Steps,
  from: readonly string[],
  to: readonly string[],
  hunks: readonly Hunk[],
  grain: Grain,
): void {
  let at = 0
  for (const hunk of hunks) {
    draft.keep(from.slice(at, hunk.from).join('').length)
    const old = from.slice(hunk.from, hunk.fromEnd).join('')
    const put = to.slice(hunk.to, hunk.toEnd).join('')
    if (old === '' || put === '' || grain === 'characters') draft.replace(old.length, put)
    else compare(draft, spent, old, put, grain === 'lines' ? 'words' : 'characters')
    at = hunk.fromEnd
  }
  draft.keep(from.slice(at).join('').length)
}
