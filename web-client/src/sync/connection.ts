// One WebSocket at a time, opened again when it falls, for as long as the close code allows.
//
//   opening ──open──▶ open ──welcome──▶ (greeted) ──close, silence, hole──▶ waiting ──backoff or wake──▶ opening
//                                         └── a close code that says so ──▶ ended
//
// Frames that make no sense three times in a row come from another version, whatever it called itself: that is an
// end too.
//
// Backoff has full jitter from 0.5 s to 15 s, so that five hundred people do not come back in one instant. A
// ping every 20 s tells a dead network from a quiet one, and its answer tells whether something was lost. Who acts
// wants to know sooner: an act that is not answered is followed by a ping. On a slow line patience counts from the
// last message that came, not from the question.
import {
  type Close,
  closes,
  limits,
  SUBPROTOCOL,
  type ToClient,
  type ToServer,
} from '../../../protocol/generated/protocol'
import { BrokenMessage, encodeMessage } from './codec'
import { Inbox } from './inbox'
import { Hole, type Point } from './replica'
import type { Unpack } from './unpack'

/** What of a WebSocket is used. */
export interface Socket {
  binaryType: BinaryType
  readonly bufferedAmount: number
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number }) => void) | null
  send(bytes: Uint8Array): void
  close(code?: number): void
}

/** Time and chance, so that tests can hold both. */
export interface Clock {
  now(): number
  random(): number
  /** Answers how to cancel. */
  after(ms: number, run: () => void): () => void
}

export interface ConnectionEvents {
  /** The first message of every connection. */
  hello(): ToServer
  /** One message; a Hole or BrokenMessage thrown from here starts the connection over. */
  receive(message: ToClient): void
  /** All messages of a frame have been received. */
  settled(): void
  /** What to compare with a pong; undefined while a snapshot is coming. */
  point(): Point | undefined
  /** The connection fell and will be tried again; `reason` when the server said why. */
  down(reason: Close | undefined): void
  /** The server said not to come back. */
  ended(reason: Close): void
}

const pingEvery = limits.silence_ms / 3
const answerWithin = 10_000
const actAnsweredWithin = 4_500
const openWithin = 15_000
const firstBackoff = 500
const longestBackoff = 15_000
const mostBroken = 3

const closeNames = new Map((Object.keys(closes) as Close[]).map((name) => [closes[name].number, name]))

export class Connection {
  private state: 'stopped' | 'opening' | 'open' | 'waiting' = 'stopped'
  private socket: Socket | undefined
  private inbox: Inbox | undefined
  /** The server has let us in over this socket. */
  private greeted = false
  /** Commands sent over this socket and not answered. */
  private unanswered = 0
  /** A snapshot has been announced and is not whole. */
  private coming = false
  private attempts = 0
  private faults = 0
  private broken = 0
  private readonly timers = new Map<string, () => void>()

  constructor(
    private readonly open: (subprotocol: string) => Socket,
    private readonly clock: Clock,
    private readonly events: ConnectionEvents,
    private readonly unpack?: Unpack,
  ) {}

  /** Connects now, whatever was planned. */
  start(): void {
    this.drop()
    this.state = 'opening'
    this.timer('open', openWithin, () => this.retry())
    try {
      this.listen(this.open(SUBPROTOCOL))
    } catch {
      this.retry()
    }
  }

  /** Closes and stays closed until start or wake. */
  stop(): void {
    this.drop()
    this.state = 'stopped'
  }

  /** Closes until the next wake. */
  pause(): void {
    this.drop()
    this.state = 'waiting'
  }

  /** Something changed outside (network back, page shown): find out at once whether the connection lives. Before
   * welcome nothing may be said, and an answer is awaited anyway. */
  wake(): void {
    if (this.state === 'waiting') this.start()
    else if (this.greeted) this.ping(answerWithin / 2)
  }

  /** False when there is no connection to send over. */
  send(message: ToServer): boolean {
    if (this.state !== 'open' || !this.socket) return false
    if (message.type === 'command' && this.unanswered++ === 0) this.awaitAnswer()
    this.socket.send(encodeMessage(message))
    return true
  }

  /** Bytes the browser has not yet given to the network. */
  get backlog(): number {
    return this.socket?.bufferedAmount ?? 0
  }

  private listen(socket: Socket): void {
    this.socket = socket
    this.inbox = new Inbox(this.unpack, {
      hear: (message) => this.handle(message),
      settled: () => this.events.settled(),
      fault: (error) => this.fault(error),
    })
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => this.opened()
    socket.onmessage = ({ data }) => this.received(data)
    socket.onclose = ({ code }) => this.closed(code)
  }

  private opened(): void {
    this.cancel('open')
    this.state = 'open'
    this.expectAnswer(answerWithin)
    this.timer('ping', pingEvery, () => this.ping(answerWithin))
    this.send(this.events.hello())
  }

  private ping(patience: number): void {
    this.expectAnswer(patience)
    this.timer('ping', pingEvery, () => this.ping(answerWithin))
    this.send({ type: 'ping' })
  }

  /** Asking again does not make patience longer. */
  private expectAnswer(patience: number): void {
    if (!this.timers.has('answer')) this.timer('answer', patience, () => this.retry())
  }

  private received(data: unknown): void {
    this.cancel('answer')
    this.inbox?.take(data)
    // More is due: it comes soon, or the line is dead.
    if (this.coming) this.expectAnswer(answerWithin)
    if (this.unanswered > 0 && !this.timers.has('act')) this.awaitAnswer()
  }

  private handle(message: ToClient): void {
    if (message.type === 'welcome') this.welcomed()
    if (message.type === 'pong') this.compare(message)
    if (message.type === 'done' || message.type === 'refused') this.answered()
    if (message.type === 'coming') this.coming = true
    if (message.type === 'snapshot' && message.last) this.isWhole()
    this.events.receive(message)
  }

  private welcomed(): void {
    this.attempts = 0
    this.greeted = true
  }

  private isWhole(): void {
    if (this.coming) this.cancel('answer')
    this.coming = false
  }

  /** Somebody acted and looks at the screen: a line that is dead is to be found out before they go on for long. */
  private awaitAnswer(): void {
    this.timer('act', actAnsweredWithin, () => this.ping(answerWithin / 2))
  }

  private answered(): void {
    this.unanswered = Math.max(0, this.unanswered - 1)
    if (this.unanswered > 0) this.awaitAnswer()
    else this.cancel('act')
  }

  private compare(told: Point): void {
    const here = this.events.point()
    if (here && here.seq !== told.seq) throw new Hole(`told ${told.seq}, have ${here.seq}`)
    if (here && here.mark !== told.mark) throw new Hole(`another history at ${told.seq}`)
    this.faults = this.broken = 0
  }

  /** Something was lost on the way or makes no sense: the next hello brings the position and fills it. */
  private fault(error: unknown): void {
    if (!(error instanceof BrokenMessage || error instanceof Hole)) throw error
    this.faults++
    this.events.settled()
    if (error instanceof BrokenMessage && ++this.broken === mostBroken) this.end('wrong_version')
    else this.retry()
  }

  private closed(code: number): void {
    const reason = closeNames.get(code)
    if (reason && !closes[reason].again) this.end(reason)
    else this.retry(reason)
  }

  private end(reason: Close): void {
    this.stop()
    this.broken = 0
    this.events.ended(reason)
  }

  private retry(reason?: Close): void {
    this.drop()
    this.state = 'waiting'
    const ceiling = Math.min(longestBackoff, firstBackoff * 2 ** (this.attempts++ + this.faults))
    this.timer('backoff', this.clock.random() * ceiling, () => this.start())
    this.events.down(reason)
  }

  /** Forgets the socket: nothing it still says is heard. */
  private drop(): void {
    for (const cancel of this.timers.values()) cancel()
    this.timers.clear()
    this.inbox?.close()
    this.unanswered = 0
    this.coming = this.greeted = false
    const socket = this.socket
    if (!socket) return
    this.socket = undefined
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
  }

  private timer(name: string, ms: number, run: () => void): void {
    this.cancel(name)
    const due = () => {
      this.timers.delete(name)
      run()
    }
    this.timers.set(name, this.clock.after(ms, due))
  }

  private cancel(name: string): void {
    this.timers.get(name)?.()
    this.timers.delete(name)
  }
}
