// Who is here and what their hands are doing: told by the server, never kept, forgotten when the connection goes.
import { signal } from '@preact/signals'
import type {
  HintedItem,
  HintMessage,
  PresenceMessage,
  SumsMessage,
} from '../../../protocol/generated/protocol'
import type { Clock } from './connection'

const hintLife = 3_000
const hintEvery = 100

export class Presence {
  readonly present = signal<ReadonlySet<number>>(new Set())
  readonly guests = signal(0)
  readonly hints = signal<readonly HintedItem[]>([])
  readonly sums = signal<SumsMessage | undefined>(undefined)
  readonly way = signal<Uint8Array | undefined>(undefined)

  private readonly hintedAt = new Map<number, number>()
  private outgoing: HintMessage | undefined
  private cooling = false

  constructor(
    private readonly clock: Clock,
    private readonly send: (hint: HintMessage) => void,
  ) {}

  told({ whole, came, left, guests }: PresenceMessage): void {
    const present = new Set(whole ? [] : this.present.value)
    for (const person of came) present.add(person)
    for (const person of left) present.delete(person)
    this.present.value = present
    this.guests.value = guests
  }

  hinted(items: readonly HintedItem[]): void {
    const fresh = new Set(items.map((item) => item.person))
    for (const person of fresh) this.hintedAt.set(person, this.clock.now())
    this.hints.value = [...this.hints.value.filter((item) => !fresh.has(item.person)), ...items]
    this.clock.after(hintLife, () => this.forgetOld())
  }

  private forgetOld(): void {
    const since = this.clock.now() - hintLife
    const kept = this.hints.value.filter((item) => (this.hintedAt.get(item.person) ?? 0) > since)
    if (kept.length !== this.hints.value.length) this.hints.value = kept
  }

  /** Sends the newest hint, and at most one in a tenth of a second. */
  hint(hint: Omit<HintMessage, 'type'>): void {
    this.outgoing = { type: 'hint', ...hint }
    if (!this.cooling) this.release()
  }

  private release(): void {
    this.cooling = this.outgoing !== undefined
    if (!this.outgoing) return
    this.send(this.outgoing)
    this.outgoing = undefined
    this.clock.after(hintEvery, () => this.release())
  }

  clear(): void {
    this.present.value = new Set()
    this.guests.value = 0
    this.hints.value = []
    this.sums.value = undefined
    this.hintedAt.clear()
    this.outgoing = undefined
  }
}
