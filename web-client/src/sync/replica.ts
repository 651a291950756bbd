// The records of one workshop as this browser knows them.
//
//   confirmed   what the server told, and the position it brought us to
//   overlay     what commands not yet confirmed do to it, folded anew whenever either side changes
//   standing    confirmed with the overlay on top
//   visible     standing without what hangs on something that is about to go: what views read
//
// Applying is generic: nothing here knows what a card is. After every frame, `flush` works out the visible
// records that were touched, moves the signals and tells the listeners once. What hangs on what stands in the
// schema: when a command that waits drops a record, what names it goes with it or lets go of it at once.
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import {
  bins,
  type Change,
  type Records,
  type RecordType,
  records,
  references,
  type TextChange,
} from '../../../protocol/generated/protocol'
import { Indexes } from './indexes'
import { applied } from './text/change'
import type { Touched } from './workshop'

type AnyRecord = Records[RecordType]
type Table = Map<number, AnyRecord>
type Tables = Record<RecordType, Table>
type Values = Record<string, unknown>

/** How the overlay answers for one record: as it stands after everything that waits. */
export type Fold = (type: RecordType, id: number, confirmed: AnyRecord | undefined) => AnyRecord | undefined

/** How far one has been told: a number, and the mark of the history up to it. */
export interface Point {
  seq: number
  mark: number
}

export interface Position extends Point {
  epoch: number
}

export const nowhere: Position = { epoch: 0, seq: 0, mark: 0 }

/** A message said it follows a position that is not ours. */
export class Hole extends Error {}

const types = Object.keys(records) as RecordType[]

/** The fields of a type that name another, and which. */
const naming = Object.entries(references).flatMap(([type, fields]) =>
  Object.entries(fields).map(([field, [of]]) => ({ holder: type as RecordType, field, of })),
)

export class Replica {
  position: Position = nowhere
  /** Whether the last snapshot has come whole; before it there is no position to resume from. */
  whole = false

  /** Whether what one needs to join is here, also while the rest still comes. */
  door = false

  private confirmed = emptyTables()
  private incoming: Tables | undefined
  /** Parts of it that have come, that will, and that make the door. */
  private parts = { here: 0, all: 0, door: 0 }
  private readonly standing = emptyTables()
  private readonly visible = emptyTables()
  /** What the server has, and is not shown since it is about to go. */
  private readonly going = new Set<string>()
  private readonly hanging = new Indexes(this.standing)
  private readonly found = new Indexes(this.visible)
  private readonly groups = new Map<string, ReadonlySignal<readonly AnyRecord[]>>()
  private readonly touched = new Map<string, Touched>()
  private readonly single = new Map<string, Signal<AnyRecord | undefined>>()
  private readonly versions = Object.fromEntries(types.map((type) => [type, signal(0)])) as Record<
    RecordType,
    Signal<number>
  >
  private readonly lists = new Map<RecordType, ReadonlySignal<readonly AnyRecord[]>>()
  private readonly listeners = new Set<(touched: readonly Touched[]) => void>()

  constructor(private readonly fold: Fold) {}

  /* ---- what the server tells ---- */

  /** Where to go on from with the next hello: from nowhere until a snapshot has come whole. */
  get left(): Position {
    return this.whole ? this.position : nowhere
  }

  /** A snapshot is about to come. What is shown stays until the last part is here. */
  expectSnapshot(epoch: number): void {
    this.position = { ...nowhere, epoch }
    this.whole = false
    this.incoming = emptyTables()
    this.parts = { here: 0, all: 0, door: 0 }
  }

  /** It comes in so many parts before its last, and with the first `door` of them one can join. */
  expectParts(all: number, door: number): void {
    this.parts = { here: 0, all, door }
  }

  /** How much of it is here, from 0 to 1; undefined when nobody said how much there is. */
  get arrived(): number | undefined {
    return this.parts.all > 0 ? Math.min(1, this.parts.here / this.parts.all) : undefined
  }

  /** The next hello asks for everything: whoever knocks then may see other things. */
  forgetPosition(): void {
    this.position = nowhere
    this.whole = false
    this.incoming = undefined
  }

  snapshotPart({ seq, mark }: Point, last: boolean, changes: readonly Change[]): void {
    if (!this.incoming) throw new Hole('a snapshot nobody expected')
    for (const change of changes) applyChange(this.incoming, change)
    if (++this.parts.here === this.parts.door) this.openDoor(this.incoming)
    if (!last) return
    this.touchDifferences(this.confirmed, this.incoming)
    this.confirmed = this.incoming
    this.incoming = undefined
    this.position = { epoch: this.position.epoch, seq, mark }
    this.whole = true
    this.door = true
  }

  /** Who has seen nothing yet sees this much. What was whole once stays as it was until the new one is whole too. */
  private openDoor(incoming: Tables): void {
    if (this.door) return
    const sofar = Object.fromEntries(
      types.map((type) => [type, new Map(incoming[type])]),
    ) as unknown as Tables
    this.touchDifferences(this.confirmed, sofar)
    this.confirmed = sofar
    this.door = true
  }

  changes(after: number, { seq, mark }: Point, changes: readonly Change[]): void {
    if (!this.whole || after !== this.position.seq) throw new Hole(`changes after ${after}, not ours`)
    for (const change of changes) {
      if (!applyChange(this.confirmed, change)) this.lose()
      this.touch(change.type, change.id)
    }
    this.position = { epoch: this.position.epoch, seq, mark }
  }

  /** What we have is not what the server has: nothing can be told on top of it. */
  private lose(): never {
    this.forgetPosition()
    throw new Hole('an edit of a text that is not ours')
  }

  private touchDifferences(before: Tables, after: Tables): void {
    for (const type of types) {
      for (const [id, record] of after[type]) if (!same(before[type].get(id), record)) this.touch(type, id)
      for (const id of before[type].keys()) if (!after[type].has(id)) this.touch(type, id)
    }
  }

  /** This record is to be worked out again at the next flush. */
  touch(type: RecordType, id: number): void {
    const key = `${type} ${id}`
    this.touched.delete(key)
    this.touched.set(key, { type, id })
  }

  /* ---- what views read ---- */

  flush(): void {
    if (this.touched.size === 0) return
    for (const { type, id } of this.touched.values()) this.stand(type, id)
    batch(() => {
      // What hangs on one that comes or goes is touched on the way, and comes up at the end.
      for (const { type, id } of this.touched.values()) this.show(type, id)
      for (const type of new Set([...this.touched.values()].map((one) => one.type)))
        this.versions[type].value++
      this.found.tell()
    })
    const touched = [...this.touched.values()]
    this.touched.clear()
    for (const listener of this.listeners) listener(touched)
  }

  private stand(type: RecordType, id: number): void {
    const record = inSight(type, this.fold(type, id, this.confirmed[type].get(id)))
    this.hanging.move(type, id, this.standing[type].get(id), record)
    setOrDelete(this.standing[type], id, record)
  }

  private show(type: RecordType, id: number): void {
    const record = this.withoutGoing(type, this.standing[type].get(id))
    this.found.move(type, id, this.visible[type].get(id), record)
    setOrDelete(this.visible[type], id, record)
    const single = this.single.get(`${type} ${id}`)
    if (single) single.value = record
    const goes = !record && inSight(type, this.confirmed[type].get(id)) !== undefined
    if (goes === this.going.has(`${type} ${id}`)) return
    if (goes) this.going.add(`${type} ${id}`)
    else this.going.delete(`${type} ${id}`)
    for (const { holder, field, of } of naming)
      if (of === type) for (const one of this.hanging.holders(holder, field, id)) this.touch(holder, one)
  }

  /** The record as it is once what is about to go has gone. */
  private withoutGoing(type: RecordType, record: AnyRecord | undefined): AnyRecord | undefined {
    let values = record as Values | undefined
    if (this.going.size === 0) return record
    for (const [field, [of, gone]] of Object.entries(references[type] ?? {})) {
      const value = values?.[field]
      const goes = (id: unknown) => this.going.has(`${of} ${id}`)
      if (!(Array.isArray(value) ? value.some(goes) : goes(value))) continue
      if (gone === 'drop') return undefined
      values = { ...values, [field]: Array.isArray(value) ? value.filter((id) => !goes(id)) : 0 }
    }
    return values as AnyRecord | undefined
  }

  record<T extends RecordType>(type: T, id: number): ReadonlySignal<Records[T] | undefined> {
    const key = `${type} ${id}`
    let single = this.single.get(key)
    if (!single) {
      single = signal(this.visible[type].get(id))
      this.single.set(key, single)
    }
    return single as ReadonlySignal<Records[T] | undefined>
  }

  all<T extends RecordType>(type: T): ReadonlySignal<readonly Records[T][]> {
    let list = this.lists.get(type)
    if (!list) {
      list = computed(() => {
        this.versions[type].value
        return [...this.visible[type].values()]
      })
      this.lists.set(type, list)
    }
    return list as ReadonlySignal<readonly Records[T][]>
  }

  /** Those of a type whose field is this id, or whose list holds it, in no order. */
  where<T extends RecordType>(
    type: T,
    field: keyof Records[T] & string,
    id: number,
  ): ReadonlySignal<readonly Records[T][]> {
    const key = `${type} ${field} ${id}`
    let group = this.groups.get(key)
    if (!group) {
      const version = this.found.version(type, field, id)
      group = computed(() => {
        version.value
        const ids = [...this.found.holders(type, field, id)]
        return ids.map((one) => this.visible[type].get(one) as AnyRecord)
      })
      this.groups.set(key, group)
    }
    return group as ReadonlySignal<readonly Records[T][]>
  }

  subscribe(listener: (touched: readonly Touched[]) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** All of a type as the server last told them, without what waits. */
  allTold<T extends RecordType>(type: T): ReadonlySignal<readonly Records[T][]> {
    return computed(() => {
      this.versions[type].value
      return [...this.confirmed[type].values()] as unknown as readonly Records[T][]
    })
  }

  /** The record as the server last told it, without what waits. */
  told<T extends RecordType>(type: T, id: number): Records[T] | undefined {
    return this.confirmed[type].get(id) as Records[T] | undefined
  }
}

/** Animators are told of what was taken off; nobody is shown it but in the bin. */
function inSight(type: RecordType, record: AnyRecord | undefined): AnyRecord | undefined {
  const at = bins[type]
  return at && (record as Values | undefined)?.[at] ? undefined : record
}

function setOrDelete(table: Table, id: number, record: AnyRecord | undefined): void {
  if (record) table.set(id, record)
  else table.delete(id)
}

function emptyTables(): Tables {
  return Object.fromEntries(types.map((type) => [type, new Map()])) as unknown as Tables
}

/** Answers false, with nothing done, for an edit that is none of the text. */
function applyChange(tables: Tables, change: Change): boolean {
  const table = tables[change.type]
  switch (change.operation) {
    case 'put':
      table.set(change.id, { id: change.id, ...change.fields } as AnyRecord)
      break
    case 'patch': {
      const before = table.get(change.id)
      if (before) table.set(change.id, { ...before, ...change.fields } as AnyRecord)
      break
    }
    case 'drop':
      table.delete(change.id)
      break
    case 'edit':
      return editRecord(table, change.id, Object.entries(change.fields))
  }
  return true
}

function editRecord(table: Table, id: number, fields: [string, unknown][]): boolean {
  const before = table.get(id) as Record<string, unknown> | undefined
  if (!before) return false
  const after = { ...before }
  for (const [name, change] of fields) {
    const text = applied(change as TextChange, before[name] as string)
    if (text === undefined) return false
    after[name] = text
  }
  table.set(id, after as unknown as AnyRecord)
  return true
}

function same(left: AnyRecord | undefined, right: AnyRecord): boolean {
  if (!left) return false
  const before = left as unknown as Record<string, unknown>
  return Object.entries(right).every(([name, value]) => sameValue(before[name], value))
}

function sameValue(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right
  return left.length === right.length && left.every((value, place) => value === right[place])
}
