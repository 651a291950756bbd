// Undo and redo of one's own actions on a board, and the one door by which content of a board is changed: whatever
// goes through it is on the stack. Taking back is itself an action, so redo is the undo of an undo.
//
// What no command takes back (sync/ways.ts) is on the stack too: what was done before it is not taken back in its place
// unless that is asked for.
import { signal } from '@preact/signals'
import type { Command } from '../../../../protocol/generated/protocol'
import { type Act, actOf, type Whole } from './act'
import { type Ahead, isDrop, type Reversal, Reversals, rewriting, type Workplace } from './reversal'

export type { Workplace }

/** How taking back went: all of it, some of it because others changed the rest, or none of it. */
export type Outcome = 'done' | 'partly' | 'nothing'

/** One action, and what takes it back; nothing when it cannot be. */
export interface Step {
  readonly act: Act
  readonly reversals: readonly Reversal[]
}

export type Way = 'undo' | 'redo'

/** Steps kept; older ones are forgotten. */
const depth = 200
/** An action that is older and about more cards than this is asked for before it is taken back. */
const oldMs = 5 * 60_000
const large = 10

const none: Step = { act: { commands: [], cards: 0, name: '', time: 0 }, reversals: [] }

export class History {
  private readonly steps = { undo: signal<readonly Step[]>([]), redo: signal<readonly Step[]>([]) }
  private readonly reversals: Reversals

  /** `final` is told of what cannot be taken back, once it is done. */
  constructor(
    private readonly place: Workplace,
    private readonly final: (step: Step) => void = () => {},
  ) {
    this.reversals = new Reversals(place)
  }

  /** What would be taken back next; reactive. */
  next(way: Way): Step | undefined {
    return this.steps[way].value.at(-1)
  }

  /** Sends the commands of one action; they are taken back together, by what this answers. */
  perform(commands: readonly Command[], as?: Whole): Step {
    if (commands.length === 0) return none
    const act = actOf(this.place, commands, as)
    const step = { act, reversals: this.run(commands) }
    if (isLead(step)) this.keepLead(step)
    else this.keep(step)
    if (step.reversals.length === 0) this.final(step)
    return step
  }

  /** Sends what a new board begins with: no action on it, it goes with the board. */
  begin(commands: readonly Command[]): void {
    for (const command of commands) this.place.enact(command)
  }

  /** Rewrites a card's text, piece by piece; `wrote` makes one action of the pieces. */
  write(card: number, base: string, text: string): void {
    this.place.enact({ type: 'edit_text', card, base, text })
  }

  /** A text that was written and sent piece by piece is one action too. Taken back are the words of the person
   * alone, whatever others have written since. */
  wrote(card: number, before: string, after: string): void {
    if (before === after) return
    const act = actOf(this.place, [{ type: 'edit_text', card, base: before, text: after }])
    this.keep({ act, reversals: [rewriting(card, after, before)] })
  }

  private keep(step: Step): void {
    this.steps.undo.value = [...this.steps.undo.peek(), step].slice(-depth)
    this.steps.redo.value = []
  }

  /** Leading on, from card to card, is one action, which letting go takes back; once all are let go again there is
   * nothing of it to take back. */
  private keepLead(step: Step): void {
    const before = this.steps.undo.peek()
    const last = before.at(-1)
    const left = step.reversals[0]?.left
    const first = last && isLead(last) ? last.reversals[0] : undefined
    if (!first) this.keep(step)
    else {
      this.steps.undo.value = before.slice(0, -1)
      if (left || first.command.type !== 'release_board')
        this.keep({ act: step.act, reversals: [{ ...first, left }] })
    }
  }

  /** Whether the next step is not to be taken back before it is asked for. */
  asks(way: Way): boolean {
    const step = this.steps[way].peek().at(-1)
    if (!step) return false
    const { cards, time } = step.act
    const isOld = this.place.serverNow() - time > oldMs
    return isFinal(step) || (isOld && cards > large)
  }

  /** What stands before the newest steps that cannot be taken back. */
  beforeFinal(): Step | undefined {
    return [...this.steps.undo.peek()].reverse().find((step) => !isFinal(step))
  }

  /** Forgets the newest steps that cannot be taken back. */
  passFinal(): void {
    const steps = [...this.steps.undo.peek()]
    while (steps.length && isFinal(steps.at(-1) as Step)) steps.pop()
    this.steps.undo.value = steps
  }

  /** Takes back the last action, or the one given when it has not been taken back yet. */
  undo(step?: Step): Outcome {
    const steps = this.steps.undo.peek()
    if (step && !steps.includes(step)) return 'done'
    if (step) this.steps.undo.value = [...steps.filter((one) => one !== step), step]
    return this.take('undo')
  }

  redo(): Outcome {
    return this.take('redo')
  }

  private take(way: Way): Outcome {
    const [from, onto] =
      way === 'undo' ? [this.steps.undo, this.steps.redo] : [this.steps.redo, this.steps.undo]
    const step = from.peek().at(-1)
    if (!step || isFinal(step)) return 'nothing'
    from.value = from.peek().slice(0, -1)
    const done: Reversal[] = []
    let whole = true
    for (const reversal of [...step.reversals].reverse()) {
      const { command, complete } = this.reversals.still(reversal)
      if (command) done.push(...this.runBack(command, reversal))
      whole &&= complete
    }
    const act = { ...step.act, time: this.place.serverNow() }
    if (done.length) onto.value = [...onto.peek(), { act, reversals: done }]
    return whole ? 'done' : done.length ? 'partly' : 'nothing'
  }

  private runBack(command: Command, { again }: Reversal): readonly Reversal[] {
    if (!again) return this.run([command])
    this.place.enact(command)
    return [again]
  }

  private run(commands: readonly Command[]): Reversal[] {
    const found: Reversal[] = []
    const ahead: Ahead = new Map()
    for (const command of commands) {
      const reversals = this.reversals.of(command, ahead)
      this.place.enact(command)
      found.push(
        ...reversals.filter(
          (one) => !found.some(({ record, id }) => isDrop(one) && record === one.record && id === one.id),
        ),
      )
    }
    return found
  }
}

export function isFinal(step: Step): boolean {
  return step.reversals.length === 0
}

function isLead({ act: { commands } }: Step): boolean {
  return commands.every(({ type }) => type === 'lead_board' || type === 'release_board')
}
