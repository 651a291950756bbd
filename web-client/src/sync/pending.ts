// Commands not yet acknowledged, in the order in which they go to the server. At most 32 are under way at once;
// after a reconnect all go again, which is safe because each carries its client and counter.
//
// Those of this page have this page's client id. Those that a closed tab left in the store are adopted under
// the id they had, so that the server recognises what it has already accepted.
import {
  type Command,
  commands,
  limits,
  type Records,
  type RecordType,
  type RefusedMessage,
  type ToServer,
} from '../../../protocol/generated/protocol'
import { BrokenMessage, decodeCommand, encodeCommand, wordsOf } from './codec'
import { applyEffect, effectTarget, writtenIn } from './effect'
import type { Owner, PendingStore, StoredCommand } from './store'

interface Waiting extends StoredCommand {
  command: Command
  person: number
  sent: boolean
  /** It is in the store. */
  kept: boolean
  /** The browser would not keep it: a closed tab loses it. */
  unkept: boolean
}

/** A command that has been answered, or that a closed tab left. */
export interface Kept {
  client: number
  counter: number
  person: number
  /** What somebody wrote in it. */
  words: string[]
  /** None when it is of another version. */
  command?: Command
  refused?: RefusedMessage
}

type AnyRecord = Records[RecordType]

export class Pending {
  private queue: Waiting[] = []
  private readonly byRecord = new Map<string, Waiting[]>()
  private counter = 0
  /** This page's client id, made with its first command; 0 before. */
  client = 0

  constructor(
    private readonly newClient: () => number,
    private readonly store: PendingStore,
    private readonly events: {
      /** The record is to be worked out again. */
      touch(type: RecordType, id: number): void
      /** A command could not be stored. */
      unkept(): void
      /** What a closed tab left and cannot be sent: it was refused, or is of another version. It stays in the store
       * until it is let go of. */
      kept(one: Kept): void
    },
  ) {}

  get length(): number {
    return this.queue.length
  }

  /** Whether all that waits would wait in the next page too. */
  get kept(): boolean {
    return this.queue.every((one) => one.kept)
  }

  /** Whether leaving now would lose something. */
  get unkept(): boolean {
    return this.queue.some((one) => one.unkept)
  }

  /** Queues a command of this page. What has no owner yet (a guest's) is not stored: it may hold a key. */
  add(command: Command, owner: Owner, time: number): number {
    this.client ||= this.newClient()
    const waiting = {
      client: this.client,
      counter: ++this.counter,
      time,
      command,
      person: owner.person,
      sent: false,
      kept: false,
      unkept: false,
    }
    this.queue.push(waiting)
    this.index(waiting, 'last')
    if (owner.person !== 0) void this.keep(owner, waiting)
    return waiting.counter
  }

  private async keep(owner: Owner, waiting: Waiting): Promise<void> {
    const { client, counter, time, command } = waiting
    waiting.kept = await this.store.put(owner, { client, counter, time, command: encodeCommand(command) })
    waiting.unkept = !waiting.kept
    if (waiting.refused) return
    if (!this.queue.includes(waiting)) await this.store.remove(owner, client, counter)
    else if (waiting.unkept) this.events.unkept()
  }

  /** Takes over what closed tabs of the same person left; `living` are the clients of tabs still open. Answers
   * whether something was left to one of those. */
  async adopt(owner: Owner, living: ReadonlySet<number>): Promise<boolean> {
    const stored = await this.store.load(owner)
    const known = new Set(this.queue.map((one) => one.client)).add(this.client)
    const left = stored.filter(({ client }) => !living.has(client) && client !== this.client)
    for (const one of left.flatMap((stored) => cannotBeSent(owner, stored))) this.events.kept(one)
    const adopted = left.filter(({ client }) => !known.has(client)).flatMap((one) => toBeSent(owner, one))
    for (const waiting of [...adopted].reverse()) this.index(waiting, 'first')
    this.queue = [...adopted, ...this.queue]
    return stored.some(({ client, refused }) => !refused && living.has(client))
  }

  /** What may be sent now, in order. */
  take(): ToServer[] {
    let room = limits.in_flight - this.queue.filter((one) => one.sent).length
    const messages: ToServer[] = []
    for (const waiting of this.queue) {
      if (waiting.sent) continue
      if (room-- <= 0) break
      waiting.sent = true
      const { client, counter, command } = waiting
      messages.push({ type: 'command', client, counter, command })
    }
    return messages
  }

  /** The connection is gone: everything goes again over the next one. */
  unsend(): void {
    for (const waiting of this.queue) waiting.sent = false
  }

  /** The server has answered; the command if it was still known. One that was refused is kept in the store if
   * told so, to be let go of later. */
  settle(owner: Owner, client: number, counter: number, keepAs?: RefusedMessage): Kept | undefined {
    const waiting = this.queue.find((one) => one.client === client && one.counter === counter)
    if (!waiting) return undefined
    this.remove(waiting)
    const { command, person } = waiting
    const words = writtenIn(command)
    if (keepAs && words.length > 0) waiting.refused = keepAs
    this.putAway(owner, waiting)
    return { client, counter, person, command, words, ...(keepAs && { refused: keepAs }) }
  }

  /** Out of the store, or into it as what was refused. */
  private putAway(owner: Owner, { client, counter, time, command, refused }: Waiting): void {
    if (owner.person === 0) return
    const stored = { client, counter, time, command: encodeCommand(command) }
    if (refused) void this.store.put(owner, { ...stored, refused })
    else void this.store.remove(owner, client, counter)
  }

  /** The person has seen what was refused, and has no more use for it. */
  letGo({ client, counter, person }: Kept, workshop: number): void {
    if (person !== 0) void this.store.remove({ workshop, person }, client, counter)
  }

  /** From now on everything is sent as this person: what waits for another is left in the store for them. */
  setPerson(person: number): void {
    for (const waiting of this.queue.filter((one) => one.person !== person)) this.remove(waiting)
  }

  /** The command of a kind that waits, newest first. */
  find<T extends Command['type']>(type: T): Extract<Command, { type: T }> | undefined {
    const found = this.queue.filter(({ command }) => command.type === type).at(-1)
    return found?.command as Extract<Command, { type: T }> | undefined
  }

  isPending(type: RecordType, id: number): boolean {
    return this.byRecord.has(key(type, id))
  }

  /** The record as it stands after all that waits. */
  fold(type: RecordType, id: number, confirmed: AnyRecord | undefined): AnyRecord | undefined {
    let record = confirmed
    let last = confirmed
    for (const { command, person, time } of this.byRecord.get(key(type, id)) ?? []) {
      const restores = commands[command.type].effect?.operation === 'restore'
      record = applyEffect(restores ? last : record, command, { person, time })
      last = record ?? last
    }
    return record
  }

  private index(waiting: Waiting, end: 'first' | 'last'): void {
    const target = effectTarget(waiting.command)
    if (!target) return
    const place = key(target.type, target.id)
    const others = this.byRecord.get(place) ?? []
    this.byRecord.set(place, end === 'last' ? [...others, waiting] : [waiting, ...others])
    this.events.touch(target.type, target.id)
  }

  private remove(waiting: Waiting): void {
    this.queue = this.queue.filter((one) => one !== waiting)
    const target = effectTarget(waiting.command)
    if (!target) return
    const place = key(target.type, target.id)
    const others = (this.byRecord.get(place) ?? []).filter((one) => one !== waiting)
    if (others.length > 0) this.byRecord.set(place, others)
    else this.byRecord.delete(place)
    this.events.touch(target.type, target.id)
  }
}

/** The command as this page would send it; none of another version. */
function understood(stored: StoredCommand): Command | undefined {
  try {
    return decodeCommand(stored.command)
  } catch (error) {
    if (!(error instanceof BrokenMessage)) throw error
    return undefined
  }
}

function toBeSent({ person }: Owner, stored: StoredCommand): Waiting[] {
  const command = stored.refused ? undefined : understood(stored)
  return command ? [{ ...stored, command, person, sent: false, kept: true, unkept: false }] : []
}

function cannotBeSent({ person }: Owner, stored: StoredCommand): Kept[] {
  const { client, counter, refused } = stored
  const command = understood(stored)
  if (command && !refused) return []
  const words = command ? writtenIn(command) : wordsOf(stored.command)
  return [{ client, counter, person, words, ...(command && { command }), ...(refused && { refused }) }]
}

function key(type: RecordType, id: number): string {
  return `${type} ${id}`
}
