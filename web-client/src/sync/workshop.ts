// What a view knows of a workshop: records to read as signals, commands to send. A view holds no truth of
// its own; what it sends is shown at once and confirmed, or taken back, by the server.
import type { ReadonlySignal } from '@preact/signals'
import type {
  Command,
  HintedItem,
  Records,
  RecordType,
  Role,
  SumsMessage,
} from '../../../protocol/generated/protocol'
import type { Kept } from './pending'
import type { Unsent } from './unsent'
import type { ApartCommand } from './ways'

/** Where the connection stands. `offline` still works: what is sent waits. `ended` does not come back by itself. */
export type SessionStatus = 'connecting' | 'live' | 'offline' | 'ended'

/** Somebody's own part. A guest holds a link and has not joined. */
export interface Me {
  person: number
  role: Role | 'guest'
}

/** One record that came, went or changed. */
export interface Touched {
  type: RecordType
  id: number
}

/** A sentence for the person: a refusal, something grave that happened, an event, something they can still take
 * back. */
export interface Notice {
  id: number
  kind: 'refusal' | 'warning' | 'event'
  text: string
  action?: { label: string; run(): void }
  /** Not taken, and with words in it that nobody else has. */
  kept?: readonly Kept[]
}

export interface WorkshopSession {
  /** The workshop's id. */
  readonly id: number
  readonly status: ReadonlySignal<SessionStatus>
  readonly me: ReadonlySignal<Me>
  /** What stands in fields and was not sent. */
  readonly unsent: Unsent
  /** Contributions not yet confirmed. */
  readonly waiting: ReadonlySignal<number>
  /** One record as it should be shown: confirmed, with what waits laid over it. */
  record<T extends RecordType>(type: T, id: number): ReadonlySignal<Records[T] | undefined>
  /** All of a type, in no order; a new array only when one of them came, went or changed. */
  all<T extends RecordType>(type: T): ReadonlySignal<readonly Records[T][]>
  /** Those of a type whose field is this id, or whose list holds it, in no order: the cards of a board are
   * `where('card', 'board', board)`. Costs what it finds. */
  where<T extends RecordType>(
    type: T,
    field: keyof Records[T] & string,
    id: number,
  ): ReadonlySignal<readonly Records[T][]>
  /** Cards that were taken off and that an animator may bring back, the newest first. */
  readonly bin: ReadonlySignal<readonly Records['card'][]>
  /** For imperative renderers: called once for each received frame or local command. Answers how to stop. */
  subscribe(listener: (touched: readonly Touched[]) => void): () => void
  /** Whether a command not yet confirmed touches it. */
  isPending(type: RecordType, id: number): boolean
  /** Shows the command's plain effect at once, queues it, and answers its counter. Content of a board does not go
   * here (ways.ts). */
  send(command: ApartCommand): number
  /** The same of any command; for the history of a board alone. */
  enact(command: Command): number
  /** The time on the server's clock, ms: all devices of a workshop agree on it to within their delay. */
  serverNow(): number
  /** A fresh id for a record of one's own. */
  newId(): number
  /** What the interface offers; the server decides. */
  readonly can: { edit(board: number): boolean; animate(): boolean }
  /** A cursor or drag under way; at most ten a second leave. */
  hint(hint: { board: number; card: number; x: number; y: number }): void
  /** Cursors and drags of others, the newest of each person. */
  readonly hints: ReadonlySignal<readonly HintedItem[]>
  /** How much there is of what one does not see, for animators and walls; read it by views/facilitation/sums.ts. */
  readonly sums: ReadonlySignal<SumsMessage | undefined>
  /** A key that gives what the participants' link gives, for animators and walls to show; empty when no such link
   * works, undefined when one is not told. */
  readonly way: ReadonlySignal<Uint8Array | undefined>
  /** Who is connected, by person id. */
  readonly present: ReadonlySignal<ReadonlySet<number>>
  /** Connections that have not joined. */
  readonly guests: ReadonlySignal<number>
  /** Sentences to show, oldest first, in the person's language. */
  readonly notices: ReadonlySignal<readonly Notice[]>
  /** Answers the notice's id. */
  notify(text: string, action?: { label: string; run(): void }): number
  dismiss(notice: number): void
}
