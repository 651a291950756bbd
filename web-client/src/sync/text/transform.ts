// Changes of a text upon one another, as the server does it (server/core/methods/text_transform.h, which says where
// it is from): one after another as one, and one moved over another that came before it. Pure.
import type { TextChange } from '../../../../protocol/generated/protocol'
import { Draft, lengthAfter, lengthBefore, type Side, type Stretch, stretchesOf } from './draft'

/** One of two changes that are walked side by side, as what is left of the part it stands in. */
class Walk {
  length = 0
  put: string | undefined
  ended = false
  /** Some of the part is behind. */
  begun = false
  /** What it puts has been put. */
  hasPut = false
  private readonly stretches: Stretch[]
  private place = 0

  constructor(change: TextChange) {
    this.stretches = stretchesOf(change)
    this.next()
  }

  get kept(): boolean {
    return !this.ended && this.put === undefined
  }

  /** The length of what it makes of this part. */
  get units(): number {
    return this.put === undefined ? this.length : this.put.length
  }

  get takesOut(): boolean {
    return this.put === ''
  }

  get inserts(): boolean {
    return !this.ended && this.length === 0
  }

  next(): void {
    const stretch = this.stretches[this.place++]
    this.length = stretch?.length ?? 0
    this.put = stretch?.put
    this.ended = stretch === undefined
    this.begun = false
    this.hasPut = false
  }

  /** So much of the old text is behind. */
  passOld(length: number): void {
    if (length === this.length) {
      this.next()
      return
    }
    this.length -= length
    this.begun ||= length > 0
  }

  /** So much of the new text is behind. */
  passNew(units: number): void {
    if (this.put === undefined) this.passOld(units)
    else if (units === this.put.length) this.next()
    else {
      this.put = this.put.slice(units)
      this.begun = true
    }
  }
}

/* ---- one after the other ---- */

/** Both as one. The second is a change of what the first makes. */
export function composed(first: TextChange, second: TextChange): TextChange {
  if (lengthAfter(first) !== lengthBefore(second)) throw new RangeError('no change of what the first makes')
  const one = new Walk(first)
  const other = new Walk(second)
  const draft = new Draft()
  let joined = false
  while (!one.ended || !other.ended) {
    if (one.takesOut) {
      draft.replace(one.length, '', joined)
      one.next()
    } else if (other.inserts) {
      draft.replace(0, other.put ?? '', joined)
      other.next()
    } else joined = composeCommon(draft, joined, one, other)
  }
  return draft.done()
}

/** Answers whether the next piece belongs to a part that has been begun. */
function composeCommon(draft: Draft, joined: boolean, first: Walk, second: Walk): boolean {
  const length = Math.min(first.units, second.length)
  const { count } = draft
  addCommon(draft, joined, first, second, length)
  const goesOn = (!first.kept && first.units > length) || (!second.kept && second.length > length)
  const next = goesOn && (joined || draft.count > count)
  first.passNew(length)
  second.passOld(length)
  return next
}

/** A part that is taken piece by piece says what it replaces, and puts, with its first. */
function addCommon(draft: Draft, joined: boolean, first: Walk, second: Walk, length: number): void {
  if (first.kept && second.kept) {
    draft.keep(length)
    return
  }
  const whole = first.begun ? 0 : first.length
  const replaced = first.kept ? length : whole
  const put = second.begun ? '' : (second.put ?? '')
  draft.replace(replaced, second.kept ? (first.put ?? '').slice(0, length) : put, joined)
}

/* ---- one over another ---- */

/** The change as it is to be made after `over`, which was made on the same text. After: what both put at one place
 * stands in the order over, change; before: change, over. */
export function mapped(change: TextChange, over: TextChange, side: Side): TextChange {
  if (lengthBefore(change) !== lengthBefore(over)) throw new RangeError('changes of two texts')
  const walk = new Walk(change)
  const other = new Walk(over)
  const draft = new Draft()
  while (!walk.ended || !other.ended) {
    if (overComesFirst(walk, other, side)) passOver(draft, walk, other)
    else if (walk.kept) keepCommon(draft, walk, other)
    else mapReplaced(draft, walk, other)
  }
  return draft.done()
}

/** In the order of where they begin, then of how much they replace, then of the side. */
function overComesFirst(walk: Walk, over: Walk, side: Side): boolean {
  if (over.ended || over.kept) return false
  if (walk.ended || walk.kept || walk.hasPut) return true
  if (walk.begun) return false
  return over.length < walk.length || (over.length === walk.length && side === 'after')
}

function putOnce(draft: Draft, walk: Walk, length: number): void {
  draft.replace(length, walk.hasPut ? '' : (walk.put ?? ''))
  walk.hasPut = true
}

/** What `over` put is kept; of what it took out nothing is left to change, but what was put in there stays. */
function passOver(draft: Draft, walk: Walk, over: Walk): void {
  draft.keep(over.units)
  for (let left = over.length; left > 0; ) {
    const piece = Math.min(walk.length, left)
    if (!walk.kept && walk.length <= piece) putOnce(draft, walk, 0)
    walk.passOld(piece)
    left -= piece
  }
  over.next()
}

/** A replaced stretch, as far as `over` puts nothing into it. */
function mapReplaced(draft: Draft, walk: Walk, over: Walk): void {
  let length = 0
  let left = walk.length
  while (left > 0) {
    const piece = Math.min(over.length, left)
    if (over.kept) {
      length += piece
      left -= piece
      over.passOld(piece)
    } else if (over.takesOut && over.length < left) {
      left -= over.length
      over.next()
    } else break
  }
  putOnce(draft, walk, length)
  walk.passOld(walk.length - left)
}

function keepCommon(draft: Draft, walk: Walk, over: Walk): void {
  const length = Math.min(walk.length, over.length)
  draft.keep(length)
  walk.passOld(length)
  over.passOld(length)
}
