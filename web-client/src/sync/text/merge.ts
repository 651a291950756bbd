// Two people in one text, as the server joins them (server/core/text_merge.h): the difference of base and wanted,
// mapped over the difference of base and now. What either removed is removed, what both added stays, theirs first,
// and a correction that both made alike counts once. Pure.
import type { TextChange } from '../../../../protocol/generated/protocol'
import { difference } from './difference'
import { Draft, stretchesOf } from './draft'
import { mapped } from './transform'

/** The change that makes of `now` what both wanted. */
export function merge(base: string, now: string, wanted: string): TextChange {
  const mine = difference(base, wanted)
  if (base === now) return mine
  const theirs = difference(base, now)
  return mapped(without(mine, theirs), theirs, 'after')
}

/** The change of `mine`, which was written from `base`, that brings in what others made of it: the same text as by
 * `merge`. */
export function brought(base: string, now: string, mine: string): TextChange {
  const theirs = difference(base, now)
  const own = difference(base, mine)
  return mapped(without(theirs, own), own, 'before')
}

/** The change without what the other does as well. */
function without(change: TextChange, other: TextChange): TextChange {
  const done = new Set(replacements(other))
  const draft = new Draft()
  let begin = 0
  for (const { length, put } of stretchesOf(change)) {
    if (put === undefined || done.has(nameOf(begin, length, put))) draft.keep(length)
    else draft.replace(length, put)
    begin += length
  }
  return draft.done()
}

function* replacements(change: TextChange): Generator<string> {
  let begin = 0
  for (const { length, put } of stretchesOf(change)) {
    if (put !== undefined) yield nameOf(begin, length, put)
    begin += length
  }
}

function nameOf(begin: number, length: number, put: string): string {
  return `${begin} ${length} ${put}`
}
