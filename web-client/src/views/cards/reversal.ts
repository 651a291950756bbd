// What takes one command back, worked out before it leaves from the records as they are: a patch is taken back by a
// patch with the old values, a put by a drop, and a drop of what everyone saw by restoring it. What only some saw is gone
// for good once it is dropped: it is taken back by a put of the same content under a fresh id, with the records that hung
// on it. Commands without a plain effect have inverses of their own.
//
// A card that was moved comes back out of its zone with what it had before: the fields that the zones' rules may
// set are said in the command, so that no rule sets them again.
//
// What somebody else changed meanwhile is theirs: a field that no longer holds what the action wrote is left
// alone, and a record of ours that others wrote on is not dropped. `still` says so in what it answers.
import type { ReadonlySignal } from '@preact/signals'
import {
  type AllotCommand,
  type Card,
  type Command,
  type CommandType,
  type EditTextCommand,
  type Effect,
  type LeadBoardCommand,
  type MergeCardsCommand,
  type Records,
  type RecordType,
  type ReleaseBoardCommand,
  type RestoreCardsCommand,
  references,
  commands as tables,
  type UnmergeCardsCommand,
} from '../../../../protocol/generated/protocol'
import { applied } from '../../sync/text/change'
import { isIdle } from '../../sync/text/draft'
import { merge } from '../../sync/text/merge'
import { same } from '../parts/same'
import { binned } from './act'
import { merged } from './merging'
import { ruled } from './ruled'

/** What history needs of a workshop session. */
export interface Workplace {
  record<T extends RecordType>(type: T, id: number): ReadonlySignal<Records[T] | undefined>
  where<T extends RecordType>(
    type: T,
    field: keyof Records[T] & string,
    id: number,
  ): ReadonlySignal<readonly Records[T][]>
  readonly bin: ReadonlySignal<readonly Card[]>
  readonly waiting: ReadonlySignal<number>
  serverNow(): number
  enact(command: Command): number
  newId(): number
}

type Values = Record<string, unknown>

/** One command that takes one command back, and what must still be true for each of its fields. */
export interface Reversal {
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
  /** What in turn takes this back, where the records do not tell it. */
  readonly again?: Reversal
}

/** A command that is still right, and whether it takes all of it back. */
interface Still {
  readonly command: Command | undefined
  readonly complete: boolean
}

const nothing: Still = { command: undefined, complete: false }

/** A record of everyone's that was taken off, as it was. */
interface Gone {
  readonly values: Values
  readonly hung: ReadonlySet<number>
}

/** Cards as they will be once the commands before are done that no page can do by itself. */
export type Ahead = Map<number, Card>

export class Reversals {
  private readonly gone = new Map<number, Gone>()
  /** The id a record came back under, by the one it had. */
  private readonly aliases = new Map<number, number>()
  /** What was added here. Who drew a link is told to nobody. */
  private readonly made = new Set<number>()

  constructor(private readonly place: Workplace) {}

  /** None for what cannot be taken back. */
  of(command: Command, ahead: Ahead): Reversal[] {
    if (command.type === 'merge_cards') return this.ofMerge(command, ahead)
    if (command.type === 'restore_cards') return this.ofRestoringMany(command)
    if (command.type === 'lead_board' || command.type === 'release_board') return [this.ofLead(command)]
    if (command.type === 'drop_priority') return []
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
    if (command.type === 'allot') return [ofAllotment(command, now)]
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
    const gone = this.gone.get(id) ?? this.inTheBin(id)
    return command && gone ? [{ command, record, id, left: gone.values, hung: gone.hung }] : []
  }

  /** What an animator brings back, whoever took it off. */
  private inTheBin(id: number): Gone | undefined {
    const card = this.place.bin.peek().find((one) => one.id === id) as Values | undefined
    const put = commandThat('put', 'card')
    if (!card || !put) return undefined
    return this.asItIs('card', put.effect, { ...card, audience: 'everyone', holder: 0 }, id)
  }

  private ofRestoringMany(command: RestoreCardsCommand): Reversal[] {
    return binned(this.place.bin.peek(), command).flatMap(({ id }) => this.reversalOfRestore('card', id))
  }

  /** What only some see is gone for good once it is merged. */
  private ofMerge(command: MergeCardsCommand, ahead: Ahead): Reversal[] {
    const card = (id: number) => ahead.get(id) ?? this.place.record('card', id).peek()
    const [kept, gone] = [card(command.kept), card(command.gone)]
    if (kept?.audience !== 'everyone' || gone?.audience !== 'everyone') return []
    const { text, tags, objectives, coauthors } = kept
    const links = [
      ...this.place.where('link', 'from', gone.id).peek(),
      ...this.place.where('link', 'to', gone.id).peek(),
    ].map(({ id }) => id)
    ahead.set(kept.id, { ...kept, ...merged(kept, gone) })
    const part = { type: 'unmerge_cards' as const, kept: kept.id, gone: gone.id }
    const back = {
      command: { ...part, text, tags, objectives, coauthors, links },
      record: 'card' as const,
      id: gone.id,
    }
    const again = { command, record: 'card' as const, id: gone.id, left: {} }
    const reversal: Reversal = { ...back, left: {}, again: { ...again, again: { ...back, left: {} } } }
    return [reversal]
  }

  private ofLead(command: LeadBoardCommand | ReleaseBoardCommand): Reversal {
    const { board } = command
    const now = this.place.record('lead', board).peek()
    const back: Command = now
      ? { type: 'lead_board', board, ...placeOf(now), held: now.held, card: now.card }
      : { type: 'release_board', board }
    const left = command.type === 'lead_board' ? viewOf(command) : undefined
    return { command: back, record: 'lead', id: board, left }
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
  still(reversal: Reversal): Still {
    const { command } = reversal
    const id = this.today(reversal.id)
    if (command.type === 'unmerge_cards' || command.type === 'merge_cards') return this.stillMerge(command)
    if (reversal.record === 'lead') return this.stillLead(reversal)
    const effect = tables[command.type].effect as Effect
    if (effect.operation === 'put') return this.stillPut(reversal, effect)
    const now = this.read(reversal.record, id)
    if (effect.operation === 'restore') return { command: now ? undefined : command, complete: true }
    if (!now) return { command: undefined, complete: true }
    if (command.type === 'edit_text') return stillText(command, id, now.text as string)
    if (effect.operation !== 'drop') return this.stillPatch(reversal, effect, now, id)
    const changed = Object.entries(reversal.left ?? {}).some(
      ([field, value]) => !same(now[field], this.todayValue(value)),
    )
    if (changed || this.othersHangOn(reversal, id, now)) return { command: undefined, complete: false }
    return { command: { ...command, [effect.id]: id } as Command, complete: true }
  }

  /** A card that was merged is gone, one that was parted is there: or that is still on its way. */
  private stillMerge(command: MergeCardsCommand | UnmergeCardsCommand): Still {
    const [kept, gone] = [this.today(command.kept), this.today(command.gone)]
    const isGone = this.read('card', gone) === undefined
    const asLeft = isGone === (command.type === 'unmerge_cards') || this.place.waiting.peek() > 0
    if (!asLeft || !this.read('card', kept)) return nothing
    return { command: { ...command, kept, gone }, complete: true }
  }

  private stillLead({ command, id, left }: Reversal): Still {
    const now = this.read('lead', id)
    if (!now && left) return { command: undefined, complete: true }
    const isOurs = now
      ? left && Object.entries(left).every(([field, value]) => same(now[field], value))
      : !left
    return isOurs || this.place.waiting.peek() > 0 ? { command, complete: true } : nothing
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
}

/** What takes back the rewriting of a card's text from `base`. */
export function rewriting(card: number, base: string, text: string): Reversal {
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

/** Points stand for all that one gives: none before the first. */
function ofAllotment(command: AllotCommand, now: Values | undefined): Reversal {
  const { allotment: id, priority, card, points } = command
  const back = { ...command, points: Number(now?.points ?? 0) }
  return { command: back, record: 'allotment', id, left: { priority, card, points } }
}

function placeOf({ x, y, width, height }: Records['lead']) {
  return { x, y, width, height }
}

function viewOf({ type: _type, board: _board, ...view }: LeadBoardCommand): Values {
  return { card: 0, ...view }
}

/** A link between two cards that go together hangs on both, and comes back once. */
export function isDrop(reversal: Reversal): boolean {
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
