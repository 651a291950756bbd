// Which records have which id in a field, for the fields that somebody asks about: from the first question on
// the answer is kept, so that whoever asks again pays for what is found and not for what there is.
import { type Signal, signal } from '@preact/signals'
import type { Records, RecordType } from '../../../protocol/generated/protocol'

type AnyRecord = Records[RecordType]
type Holders = Map<number, Set<number>>

const none: ReadonlySet<number> = new Set()

export class Indexes {
  private readonly fields = new Map<RecordType, Map<string, Holders>>()
  private readonly versions = new Map<string, Signal<number>>()
  private readonly touched = new Set<string>()

  constructor(private readonly tables: Record<RecordType, ReadonlyMap<number, AnyRecord>>) {}

  /** The records of a type whose field is this id, or whose list holds it. */
  holders(type: RecordType, field: string, id: number): ReadonlySet<number> {
    return this.index(type, field).get(id) ?? none
  }

  /** Moves when one of them came, went or changed, at the next `tell`. */
  version(type: RecordType, field: string, id: number): Signal<number> {
    this.index(type, field)
    const key = keyOf(type, field, id)
    let version = this.versions.get(key)
    if (!version) {
      version = signal(0)
      this.versions.set(key, version)
    }
    return version
  }

  /** The record has been `before`, and is `after`. */
  move(type: RecordType, id: number, before: AnyRecord | undefined, after: AnyRecord | undefined): void {
    for (const [field, index] of this.fields.get(type) ?? []) {
      for (const value of idsOf(before, field)) {
        index.get(value)?.delete(id)
        this.touched.add(keyOf(type, field, value))
      }
      for (const value of idsOf(after, field)) {
        add(index, value, id)
        this.touched.add(keyOf(type, field, value))
      }
    }
  }

  tell(): void {
    for (const key of this.touched) {
      const version = this.versions.get(key)
      if (version) version.value++
    }
    this.touched.clear()
  }

  private index(type: RecordType, field: string): Holders {
    const fields = this.fields.get(type) ?? new Map<string, Holders>()
    this.fields.set(type, fields)
    let index = fields.get(field)
    if (!index) {
      index = new Map()
      fields.set(field, index)
      for (const [id, record] of this.tables[type])
        for (const value of idsOf(record, field)) add(index, value, id)
    }
    return index
  }
}

const keyOf = (type: RecordType, field: string, id: number) => `${type} ${field} ${id}`

function add(index: Holders, value: number, id: number): void {
  const ids = index.get(value)
  if (ids) ids.add(id)
  else index.set(value, new Set([id]))
}

function idsOf(record: AnyRecord | undefined, field: string): readonly number[] {
  const value = (record as Record<string, unknown> | undefined)?.[field]
  if (Array.isArray(value)) return value as number[]
  return typeof value === 'number' && value !== 0 ? [value] : []
}
