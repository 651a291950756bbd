// Undo and redo of one's own actions on a board, for any command whose effect is plain.
//
// Before an action's commands leave, the commands that take it back are computed from the records as they
// are: a patch is taken back by a patch with the old values, a put by a drop, and a drop of what everyone saw by
// restoring it. What only some saw is gone for good once it is dropped: it is taken back by a put of the same
// content under a fresh id, with the records that hung on it. Taking back is itself an action, so redo is the
// undo of an undo.
//
// A card that was moved comes back out of its zone with what it had before: the fields that the zones' rules may
// set are said in the command, so that no rule sets them again.
//
// What somebody else changed meanwhile is theirs: a field that no longer holds what the action wrote is left
// alone, and a record of ours that others wrote on is not dropped. `undo` says so in what it answers.
import { type ReadonlySignal, signal } from '@preact/signals'
import {
  type Card,
  type Command,
  type CommandType,
  type EditTextCommand,
  type Effect,
  type Records,
  type RecordType,
  references,
  commands as tables,
} from '../../../../protocol/generated/protocol'
import { applied } from '../../sync/text/change'
import { isIdle } from '../../sync/text/draft'
import { merge } from '../../sync/text/merge'
import { same } from '../parts/same'
import { ruled } from './ruled'

/** What history needs of a workshop session. */
export interface Workplace {
  record<T extends RecordType>(type: T, id: number): ReadonlySignal<Records[T] | undefined>
  where<T extends RecordType>(
    type: T,
    field: keyof Records[T] & string,
    id: number,
  ): ReadonlySignal<readonly Records[T][]>
  send(command: Command): number
  newId(): number
}

/** How taking back went: all of it, some of it because others changed the rest, or none of it. */
export type Outcome = 'done' | 'partly' | 'nothing'

type Values = Record<string, unknown>

/** One command that takes one command back, and what must still be true for each of its fields. */
interface Reversal {
  readonly command: Command
  readonly record: RecordType
  readonly id: number
  /** By field of the record: what the action left there. Absent when the record must be gone. */
  readonly left: Values | undefined
  /** Fields that the action did not name and a zone's rule may have set. They go back along with the others; what
   * somebody has changed since is said as it is, for no rule to set. */
  readonly beside?: readonly string[]
  /** What hung on a record before it was dropped for the first time. */
  readonly hung?: ReadonlySet<number>
}

/** A record of everyone's that was taken off, as it was. */
interface Gone {
  readonly values: Values
  readonly hung: ReadonlySet<number>
}

/** One action, as what takes it back. */
export type Step = readonly Reversal[]

/** Steps kept; older ones are forgotten. */
const depth = 200

export class History {
  private undoable: Step[] = []
  private redoable: Step[] = []
  private readonly gone = new Map<number, Gone>()
  /** The id a record came back under, by the one it had. */
  private readonly aliases = new Map<number, number>()
  /** What was added here. Who drew a link is told to nobody. */
  private readonly made = new Set<number>()
  private readonly undoes = signal(false)
  private readonly redoes = signal(false)
  readonly canUndo: ReadonlySignal<boolean> = this.undoes
  readonly canRedo: ReadonlySignal<boolean> = this.redoes

  constructor(private readonly place: Workplace) {}

  /** Sends the commands of one action; they are taken back together, by what this answers. */
  perform(commands: readonly Command[]): Step {
    if (commands.length === 0) return []
    const step = this.run(commands)
    this.keep(step)
    return step
  }

  private keep(step: Step): void {
    this.undoable.push(step)
    if (this.undoable.length > depth) this.undoable.shift()
    this.redoable = []
    this.tell()
  }

  /** A text that was written and sent piece by piece is one action too. Taken back are the words of the person
   * alone, whatever others have written since. */
  wrote(card: number, before: string, after: string): void {
    if (before !== after) this.keep([rewriting(card, after, before)])
  }

  /** Takes back the last action, or the one given when it has not been taken back yet. */
  undo(step?: Step): Outcome {
    if (!step) return this.takeBack(this.undoable, this.redoable)
    const at = this.undoable.indexOf(step)
    if (at < 0) return 'done'
    this.undoable.push(...this.undoable.splice(at, 1))
    return this.takeBack(this.undoable, this.redoable)
  }

  redo(): Outcome {
    return this.takeBack(this.redoable, this.undoable)
  }

  private takeBack(from: Step[], onto: Step[]): Outcome {
    const step = from.pop()
    if (!step) return 'nothing'
    const done: Reversal[] = []
    let whole = true
    for (const reversal of [...step].reverse()) {
      const { command, complete } = this.still(reversal)
      if (command) done.push(...this.run([command]))
      whole &&= complete
    }
    if (done.length) onto.push(done)
    this.tell()
    return whole ? 'done' : done.length ? 'partly' : 'nothing'
  }

  private run(commands: readonly Command[]): Step {
    const step: Reversal[] = []
    for (const command of commands) {
      const reversals = this.reversalsOf(command)
      this.place.send(command)
      step.push(
        ...reversals.filter(
          (one) => !step.some(({ record, id }) => isDrop(one) && record === one.record && id === one.id),
        ),
      )
    }
    return step
  }

  private reversalsOf(command: Command): Reversal[] {
    const effect = tables[command.type].effect
    if (!effect) return []
    const values = command as unknown as Values
    const id = values[effect.id] as number
    const now = this.read(effect.record, id)
    if (effect.operation === 'put') {
      this.made.add(id)
      return this.reversalOfPut(effect, values, id)
    }
    if (effect.operation === 'restore') return this.reversalOfRestore(effect.record, id)
    if (!now) return []
    if (command.type === 'edit_text') return [rewriting(id, command.text, command.base)]
    if (effect.operation === 'patch') return [this.reversalOfPatch(command, effect, now, id)]
    return this.reversalsOfDrop(effect.record, now, id)
  }

  private reversalOfPatch(command: Command, effect: Effect, now: Values, id: number): Reversal {
    const { back, left } = patchBack(command, effect, now)
    const ruled = effect.record === 'card' ? this.ruled(now, left) : undefined
    const beside = Object.keys(ruled ?? {}).filter((field) => !(field in left))
    for (const field of beside) back[field] = now[field]
    const reverse = { type: command.type, [effect.id]: id, ...back } as unknown as Command
    return { command: reverse, record: effect.record, id, left: { ...ruled, ...left }, beside }
  }

  private ruled(card: Values, move: Values) {
    const zones = this.place.where('zone', 'board', card.board as number)
    return ruled(card as unknown as Card, move as Partial<Card>, zones.peek())
  }

  private reversalOfRestore(record: RecordType, id: number): Reversal[] {
    const command = commandOn('drop', record, id)
    const gone = this.gone.get(id)
    return command && gone ? [{ command, record, id, left: gone.values, hung: gone.hung }] : []
  }

  private reversalOfPut(effect: Effect, values: Values, id: number): Reversal[] {
    const command = commandOn('drop', effect.record, id)
    if (!command) return []
    const left: Values = {}
    for (const [field, target] of Object.entries(effect.map)) {
      if (values[field] !== undefined) left[target] = values[field]
    }
    return [{ command, record: effect.record, id, left }]
  }

  /** The followers' reversals come first: they are executed last, when what they name is back. */
  private reversalsOfDrop(record: RecordType, now: Values, id: number): Reversal[] {
    const put = commandThat('put', record)
    if (!put) return []
    const command = now.audience === 'everyone' ? commandOn('restore', record, id) : undefined
    if (command) {
      this.gone.set(id, this.asItIs(record, put.effect, now, id))
      return [{ command, record, id, left: undefined }]
    }
    const hanging = this.followersOf(record, id).flatMap((follower) =>
      this.reversalsOfDrop(follower.type, follower.values, follower.values.id as number),
    )
    const values: Values = { type: put.type, [put.effect.id]: id }
    for (const [field, source] of Object.entries(put.effect.map)) values[field] = now[source]
    return [...hanging, { command: values as unknown as Command, record, id, left: undefined }]
  }

  private asItIs(record: RecordType, put: Effect, now: Values, id: number): Gone {
    const fields = Object.values(put.map).map((field) => [field, now[field]])
    const hung = this.followersOf(record, id).map(({ values }) => values.id as number)
    return { values: Object.fromEntries(fields), hung: new Set(hung) }
  }

  private followersOf(record: RecordType, id: number): { type: RecordType; values: Values }[] {
    return namesOf(record).flatMap(({ type, field }) =>
      (this.place.where(type, field as 'id', id).peek() as readonly unknown[] as readonly Values[]).map(
        (values) => ({ type, values }),
      ),
    )
  }

  /** The reversal's command as far as it is still right, in today's ids. */
  private still(reversal: Reversal): { command: Command | undefined; complete: boolean } {
    const effect = tables[reversal.command.type].effect as Effect
    const id = this.today(reversal.id)
    if (effect.operation === 'put') return this.stillPut(reversal, effect)
    const now = this.read(reversal.record, id)
    if (effect.operation === 'restore') return { command: now ? undefined : reversal.command, complete: true }
    if (!now) return { command: undefined, complete: true }
    if (reversal.command.type === 'edit_text') return stillText(reversal.command, id, now.text as string)
    if (effect.operation === 'patch') return this.stillPatch(reversal, effect, now, id)
    const changed = Object.entries(reversal.left ?? {}).some(
      ([field, value]) => !same(now[field], this.todayValue(value)),
    )
    if (changed || this.othersHangOn(reversal, id, now)) return { command: undefined, complete: false }
    const command = { ...reversal.command, [effect.id]: id } as Command
    return { command, complete: true }
  }

  private stillPatch(reversal: Reversal, effect: Effect, now: Values, id: number) {
    const values: Values = { type: reversal.command.type, [effect.id]: id }
    let kept = 0
    let lost = 0
    for (const [field, target] of Object.entries(effect.map)) {
      const back = (reversal.command as unknown as Values)[field]
      if (back === undefined) continue
      const isBeside = reversal.beside?.includes(target)
      const isOurs = same(now[target], reversal.left?.[target])
      if (!isOurs) lost++
      else if (!isBeside) kept++
      if (isOurs || isBeside) values[field] = isOurs ? back : now[target]
    }
    return { command: kept ? (values as unknown as Command) : undefined, complete: lost === 0 }
  }

  private stillPut(reversal: Reversal, effect: Effect) {
    const refusedDrop = this.read(reversal.record, this.today(reversal.id)) !== undefined
    if (refusedDrop) return { command: undefined, complete: true }
    const fresh = this.place.newId()
    const values: Values = { ...reversal.command, [effect.id]: fresh }
    for (const [field, target] of Object.entries(effect.map)) {
      const [of, gone] = references[reversal.record]?.[target] ?? []
      if (!of || gone !== 'drop') continue
      values[field] = this.today(values[field] as number)
      if (!this.read(of, values[field] as number)) return { command: undefined, complete: false }
    }
    this.aliases.set(reversal.id, fresh)
    return { command: values as unknown as Command, complete: true }
  }

  private othersHangOn({ record, hung }: Reversal, id: number, now: Values): boolean {
    const author = now[makerField(record)]
    const isOurs = (type: RecordType, { id, ...values }: Values) =>
      this.made.has(id as number) || values[makerField(type)] === author
    return this.followersOf(record, id).some(
      ({ type, values }) => !isOurs(type, values) && !hung?.has(values.id as number),
    )
  }

  private today(id: number): number {
    let at = id
    for (let next = this.aliases.get(at); next !== undefined; next = this.aliases.get(at)) at = next
    return at
  }

  /** Ids are random 53-bit numbers: a value that is an alias's old id is that id. */
  private todayValue(value: unknown): unknown {
    return typeof value === 'number' ? this.today(value) : value
  }

  private read(record: RecordType, id: number): Values | undefined {
    return this.place.record(record, id).peek() as unknown as Values | undefined
  }

  private tell(): void {
    this.undoes.value = this.undoable.length > 0
    this.redoes.value = this.redoable.length > 0
  }
}

/** What takes back the rewriting of a card's text from `base`. */
function rewriting(card: number, base: string, text: string): Reversal {
  return { command: { type: 'edit_text', card, base, text }, record: 'card', id: card, left: {} }
}

/** From the text as it is now, so that what others wrote since is not seen to go and come. */
function stillText({ base, text }: EditTextCommand, card: number, now: string) {
  const change = merge(base, now, text)
  const wanted = applied(change, now) ?? now
  if (isIdle(change)) return { command: undefined, complete: false }
  const command: Command = { type: 'edit_text', card, base: now, text: wanted }
  return { command, complete: true }
}

/** A link between two cards that go together hangs on both, and comes back once. */
function isDrop(reversal: Reversal): boolean {
  return reversal.left === undefined
}

/** The fields a patch gives, with their old values and with the new ones. */
function patchBack(command: Command, effect: Effect, now: Values): { back: Values; left: Values } {
  const given = command as unknown as Values
  const back: Values = {}
  const left: Values = {}
  for (const [field, target] of Object.entries(effect.map)) {
    if (given[field] === undefined) continue
    back[field] = now[target]
    left[target] = given[field]
  }
  return { back, left }
}

function commandThat(
  operation: Effect['operation'],
  record: RecordType,
): { type: CommandType; effect: Effect } | undefined {
  for (const [type, { effect }] of Object.entries(tables)) {
    if (effect?.operation === operation && effect.record === record)
      return { type: type as CommandType, effect }
  }
  return undefined
}

/** That command, when it says nothing but which record. */
function commandOn(operation: 'drop' | 'restore', record: RecordType, id: number): Command | undefined {
  const found = commandThat(operation, record)
  return found && ({ type: found.type, [found.effect.id]: id } as unknown as Command)
}

/** What goes when a record of this type goes, and the field that names it. */
function namesOf(record: RecordType): { type: RecordType; field: string }[] {
  return Object.entries(references).flatMap(([type, fields]) =>
    Object.entries(fields)
      .filter(([, [of, gone]]) => of === record && gone === 'drop')
      .map(([field]) => ({ type: type as RecordType, field })),
  )
}

/** The field that says who made a record of this type. */
function makerField(record: RecordType): string {
  return (commandThat('put', record) ?? commandThat('set', record))?.effect.actor ?? ''
}
