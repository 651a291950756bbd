// What has come over one connection and is not yet heard, in order.
//
//   frame ──messages──▶ waiting ──one after the other──▶ hear
//                          └── packed: the browser unpacks it, which takes a moment, and what came behind waits
import { limits, type PackedMessage, type ToClient } from '../../../protocol/generated/protocol'
import { BrokenMessage, decodeFrame, decodeTables } from './codec'
import type { Unpack } from './unpack'

export interface InboxEvents {
  /** One message; a packed part is heard as a part of a snapshot like others. */
  hear(message: ToClient): void
  /** All that has come so far is heard, or waits to be unpacked. */
  settled(): void
  /** What came makes no sense, here or to `hear`: nothing more is heard. */
  fault(error: unknown): void
}

export class Inbox {
  private waiting: ToClient[] = []
  private unpacking = false
  private closed = false

  constructor(
    private readonly unpack: Unpack | undefined,
    private readonly events: InboxEvents,
  ) {}

  /** One WebSocket message. */
  take(data: unknown): void {
    try {
      if (!(data instanceof ArrayBuffer)) throw new BrokenMessage('text where bytes are due')
      this.waiting = [...this.waiting, ...decodeFrame(new Uint8Array(data))]
      if (!this.unpacking) this.hearAll()
    } catch (error) {
      this.fail(error)
    }
  }

  /** Nothing more is heard. */
  close(): void {
    this.closed = true
    this.waiting = []
  }

  private hearAll(): void {
    while (!this.unpacking) {
      const message = this.waiting.shift()
      if (!message) break
      if (message.type === 'packed') void this.hearPacked(message)
      else this.events.hear(message)
    }
    if (!this.closed) this.events.settled()
  }

  private async hearPacked({ tables }: PackedMessage): Promise<void> {
    this.unpacking = true
    try {
      const part = decodeTables(await this.unpacked(tables))
      this.unpacking = false
      if (this.closed) return
      this.events.hear({ type: 'snapshot', seq: 0, mark: 0, last: false, changes: part })
      this.hearAll()
    } catch (error) {
      this.fail(error)
    }
  }

  private async unpacked(bytes: Uint8Array): Promise<Uint8Array> {
    if (!this.unpack) throw new BrokenMessage('packed, and nobody asked for it')
    try {
      return await this.unpack(bytes, limits.packed_bytes)
    } catch (error) {
      throw new BrokenMessage(`cannot be unpacked: ${String(error)}`)
    }
  }

  private fail(error: unknown): void {
    if (this.closed) return
    this.close()
    this.events.fault(error)
  }
}
