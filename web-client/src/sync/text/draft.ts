// Changes of a text put together and looked at. Neighbours that do the same are one part, and no part does nothing,
// so that equal changes have equal parts. Pure.
import type { TextChange, TextPart } from '../../../../protocol/generated/protocol'
import { lengthOf, putBy } from './change'

/** Of two who come to the same place: who stands before what the other puts there, and who after. */
export type Side = 'before' | 'after'

/** One stretch of the old text: kept, or replaced by `put`. */
export interface Stretch {
  length: number
  put: string | undefined
}

export function stretchesOf(change: TextChange): Stretch[] {
  return change.map((part) => ({
    length: lengthOf(part),
    put: typeof part === 'number' ? undefined : putBy(part),
  }))
}

export class Draft {
  private readonly stretches: Stretch[] = []

  get count(): number {
    return this.stretches.length
  }

  keep(length: number): void {
    const last = this.stretches.at(-1)
    if (length === 0) return
    if (last && last.put === undefined) last.length += length
    else this.stretches.push({ length, put: undefined })
  }

  /** `joined`: what was replaced last and this become one part. */
  replace(length: number, put: string, joined = false): void {
    const last = this.stretches.at(-1)
    if (length === 0 && put === '') return
    const goesOn = joined || (last?.put === '' && put === '') || (last?.length === 0 && length === 0)
    if (last?.put === undefined || !goesOn) {
      this.stretches.push({ length, put })
      return
    }
    last.length += length
    last.put += put
  }

  done(): TextChange {
    return this.stretches.map(partOf)
  }
}

function partOf({ length, put }: Stretch): TextPart {
  if (put === undefined) return length
  return put === '' ? [length] : [length, ...put.split('\n')]
}

/** The lengths of the text that it changes, and of what it makes of it. */
export function lengthBefore(change: TextChange): number {
  return change.reduce<number>((sum, part) => sum + lengthOf(part), 0)
}

export function lengthAfter(change: TextChange): number {
  return stretchesOf(change).reduce(
    (sum, { length, put }) => sum + (put === undefined ? length : put.length),
    0,
  )
}

/** Whether it keeps everything. */
export function isIdle(change: TextChange): boolean {
  return change.every((part) => typeof part === 'number')
}

/** The change that takes it back, of a change of `text`. */
export function inverted(change: TextChange, text: string): TextChange {
  const draft = new Draft()
  let at = 0
  for (const { length, put } of stretchesOf(change)) {
    if (put === undefined) draft.keep(length)
    else draft.replace(put.length, text.slice(at, at + length))
    at += length
  }
  return draft.done()
}

/** Where a place of the old text (a caret, an end of a selection) lies in the new one. A place where something is
 * put stands before or after it, by its side; one whose text is gone lies where that was. */
export function placed(change: TextChange, place: number, side: Side): number {
  let before = 0
  let after = 0
  for (const { length, put } of stretchesOf(change)) {
    const end = before + length
    const units = put === undefined ? length : put.length
    const isHere = end > place || (length === 0 && end === place && side === 'before')
    if (put === undefined && end > place) return after + (place - before)
    if (put !== undefined && isHere) return place === before || side === 'before' ? after : after + units
    before = end
    after += units
  }
  return after
}
