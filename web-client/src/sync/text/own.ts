// What one person wrote in a text that others write in too, to be taken back and made again: step by step, and
// theirs stays.
//
// Each step is the change that takes it back. The last one is a change of the text as it is, the one before of the text
// without the last, and so on; what others write is mapped through all of them. Pure.
import type { TextChange } from '../../../../protocol/generated/protocol'
import { applied } from './change'
import { inverted, lengthAfter } from './draft'
import { composed, mapped } from './transform'

export class OwnSteps {
  private undoable: TextChange[] = []
  private redoable: TextChange[] = []
  private open = false

  /** Something was written: a step of its own after a rest, else a part of the last one. */
  wrote(change: TextChange, before: string): void {
    const back = inverted(change, before)
    const last = this.open ? this.undoable.pop() : undefined
    this.undoable.push(last ? composed(back, last) : back)
    this.redoable = []
    this.open = true
  }

  /** What is written from now on is another step. */
  rest(): void {
    this.open = false
  }

  /** Others wrote: `change` is of the text as it is here. */
  others(change: TextChange): void {
    this.rest()
    this.undoable = through(this.undoable, change)
    this.redoable = through(this.redoable, change)
  }

  /** The change that takes the last step back; undefined when there is none. */
  undo(text: string): TextChange | undefined {
    return this.turn(this.undoable, this.redoable, text)
  }

  redo(text: string): TextChange | undefined {
    return this.turn(this.redoable, this.undoable, text)
  }

  /** The text without anything that this person wrote. */
  without(text: string): string {
    return [...this.undoable].reverse().reduce((now, back) => applied(back, now) ?? now, text)
  }

  private turn(from: TextChange[], onto: TextChange[], text: string): TextChange | undefined {
    this.rest()
    const change = from.pop()
    if (change) onto.push(inverted(change, text))
    return change
  }
}

/** The steps as they are after a change, the last of which is of the same text as it. */
function through(steps: readonly TextChange[], change: TextChange): TextChange[] {
  let over = change
  const after: TextChange[] = []
  for (const step of [...steps].reverse()) {
    after.push(mapped(step, over, 'after'))
    over = mapped(over, step, 'before')
  }
  return after.reverse()
}

/** Where the last thing that a change does ends, in the new text: there the caret belongs. */
export function endOf(change: TextChange): number {
  const last = change.at(-1)
  return lengthAfter(change) - (typeof last === 'number' ? last : 0)
}
