// A world a test holds in its hand: a clock that moves when told, sockets that go where it says, a store and
// shelves in memory. Nothing waits, nothing is random but from the seed.
import type { ToClient, ToServer } from '../../../protocol/generated/protocol'
import type { Clock, Socket } from '../../src/sync/connection'
import type { Shelf } from '../../src/sync/keys'
import { inSendingOrder, type Owner, type PendingStore, type StoredCommand } from '../../src/sync/store'
import { decodeFromClient, encodeForClient } from './wire'

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export class FakeClock implements Clock {
  time = 1_790_000_000_000
  private timers: { at: number; order: number; run: () => void }[] = []
  private order = 0

  constructor(readonly random: () => number = () => 0.5) {}

  now(): number {
    return this.time
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + ms, order: this.order++, run }
    this.timers.push(timer)
    return () => {
      this.timers = this.timers.filter((one) => one !== timer)
    }
  }

  /** Runs everything that falls due, in order. */
  pass(ms: number): void {
    const until = this.time + ms
    for (;;) {
      const [next] = this.timers
        .filter(({ at }) => at <= until)
        .sort((left, right) => left.at - right.at || left.order - right.order)
      if (!next) break
      this.timers = this.timers.filter((one) => one !== next)
      this.time = next.at
      next.run()
    }
    this.time = until
  }
}

/** A socket seen from the server's end. */
export class FakeSocket implements Socket {
  binaryType: BinaryType = 'blob'
  bufferedAmount = 0
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  readonly sent: ToServer[] = []
  closed = false
  onSent: (message: ToServer) => void = () => {}

  send(bytes: Uint8Array): void {
    const message = decodeFromClient(bytes)
    this.sent.push(message)
    this.onSent(message)
  }

  close(): void {
    this.closed = true
  }

  accept(): void {
    this.onopen?.()
  }

  tell(...messages: ToClient[]): void {
    this.tellBytes(Uint8Array.from(messages.flatMap((message) => [...encodeForClient(message)])))
  }

  tellBytes(bytes: Uint8Array): void {
    this.onmessage?.({ data: bytes.slice().buffer })
  }

  end(code: number): void {
    this.closed = true
    this.onclose?.({ code })
  }
}

export class MemoryStore implements PendingStore {
  readonly kept = new Map<string, StoredCommand & Owner>()
  full = false

  async load({ workshop, person }: Owner): Promise<StoredCommand[]> {
    const mine = [...this.kept.values()].filter((one) => one.workshop === workshop && one.person === person)
    return inSendingOrder(mine.map(({ workshop: _workshop, person: _person, ...stored }) => stored))
  }

  async put(owner: Owner, stored: StoredCommand): Promise<boolean> {
    if (!this.full) this.kept.set(this.name(owner, stored.client, stored.counter), { ...owner, ...stored })
    return !this.full
  }

  async remove(owner: Owner, client: number, counter: number): Promise<void> {
    this.kept.delete(this.name(owner, client, counter))
  }

  private name({ workshop, person }: Owner, client: number, counter: number): string {
    return [workshop, person, client, counter].join(' ')
  }
}

export function memoryShelf(): Shelf {
  const held = new Map<string, string>()
  return {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  }
}

/** Lets promises that are already settled run on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve()
}
