// A workshop as this page lives it: the connection, the replica, what waits, who one is. Everything comes in
// through SessionParts, so that a test holds the socket, the clock and the store.
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import {
  type Close,
  type Command,
  type JoinCommand,
  type Records,
  type RecordType,
  type RefusedMessage,
  type Role,
  SCHEMA,
  type ToClient,
  type ToServer,
  VERSION,
  type WelcomeMessage,
} from '../../../protocol/generated/protocol'
import { clientId, randomId } from './bytes'
import { cleanCommand } from './codec'
import { type Clock, Connection, type Socket } from './connection'
import { Identity, sameKey } from './identity'
import type { Keys } from './keys'
import { Notices } from './notices'
import { type Kept, Pending } from './pending'
import { Presence } from './presence'
import type { Renewal } from './renewal'
import { nowhere, Replica } from './replica'
import type { Owner, PendingStore } from './store'
import { type Channel, Tabs } from './tabs'
import type { Unpack } from './unpack'
import type { Unsent } from './unsent'
import type { ApartCommand } from './ways'
import type { Me, Notice, SessionStatus, Touched, WorkshopSession } from './workshop'

type Card = Records['card']

export interface SessionParts {
  workshop: number
  open: (subprotocol: string) => Socket
  unpack?: Unpack | undefined
  clock: Clock
  store: PendingStore
  unsent: Unsent
  keys: Keys
  /** The key the address brought, if any. */
  landed?: Uint8Array | undefined
  channel?: Channel | undefined
  /** What a refusal says to the person. */
  refusalText: (refused: RefusedMessage) => Promise<string>
  /** What to say of words that a page of another version kept and this one cannot send. */
  strangeText: () => string
  /** Loads a page of another version anew. */
  renewal?: Renewal | undefined
  /** What is said when the server has lost what it had confirmed. */
  lostText: () => string
}

interface Asked {
  tell(refused: RefusedMessage | undefined): void
  /** Whether there is still somebody to tell of a refusal. */
  hears(): boolean
}

/** Hints are dropped rather than queued behind this much. */
const crowdedBytes = 32_768
const askAgainMs = 10_000

export class Session implements WorkshopSession {
  readonly id: number
  readonly keys: Keys
  readonly unsent: Unsent
  readonly status = signal<SessionStatus>('connecting')
  /** Why the connection ended, or why it was last cut. */
  readonly reason = signal<Close | undefined>(undefined)
  readonly me = signal<Me>({ person: 0, role: 'guest' })
  /** What the access link gives to whoever joins by it. */
  readonly linkRole = signal<Role | undefined>(undefined)
  readonly waiting = signal(0)
  /** Whether there is everything to show. */
  readonly ready = signal(false)
  /** Whether there is what one needs to join. */
  readonly door = signal(false)
  /** That this page was last told of; 0 before. */
  private epoch = 0
  /** How much of a snapshot is here, from 0 to 1, while it comes. */
  readonly arrived = signal<number | undefined>(undefined)
  /** Whether some of what waits would be lost with this tab. */
  readonly unkept = signal(false)

  private readonly replica: Replica
  private readonly pending: Pending
  private readonly connection: Connection
  private readonly presence: Presence
  private readonly said = new Notices()
  private readonly identity: Identity
  readonly bin: ReadonlySignal<readonly Card[]>
  private readonly tabs: Tabs
  private readonly answers = new Map<number, Asked>()
  /** Whose key the position was told to: it is nobody else's. */
  private toldTo: Uint8Array | undefined
  private adopting = false
  private stopAsking = () => {}
  /** How far the server's clock is ahead of ours, ms. */
  private ahead = 0

  constructor(private readonly parts: SessionParts) {
    this.id = parts.workshop
    this.keys = parts.keys
    this.unsent = parts.unsent
    this.identity = new Identity(parts.keys, parts.landed)
    this.replica = new Replica((type, id, confirmed) => this.pending.fold(type, id, confirmed))
    const cards = this.replica.allTold('card')
    this.bin = computed(() => cards.value.filter(isTakenOff).sort((a, b) => b.dropped_at - a.dropped_at))
    this.pending = new Pending(() => clientId(this.replica.position.seq), parts.store, {
      touch: (type, id) => this.replica.touch(type, id),
      unkept: () => this.settled(),
      kept: (one) => void this.tellKept(one),
    })
    this.tabs = new Tabs(parts.channel, parts.clock, () => [this.pending.client, this.unsent.id])
    this.connection = new Connection(
      parts.open,
      parts.clock,
      {
        hello: () => this.hello(),
        receive: (message) => this.receive(message),
        settled: () => this.settled(),
        point: () => (this.replica.whole ? this.replica.position : undefined),
        down: (reason) => this.down(reason),
        ended: (reason) => this.ended(reason),
      },
      parts.unpack,
    )
    this.presence = new Presence(parts.clock, (hint) => {
      if (this.connection.backlog < crowdedBytes) this.connection.send(hint)
    })
  }

  /* ---- the connection ---- */

  /** False when this browser holds no key for the workshop. */
  start(): boolean {
    if (!this.identity.key) return false
    this.connection.start()
    return true
  }

  /** After an end that a person may want to try again. */
  retry(): void {
    this.status.value = 'connecting'
    this.connection.start()
  }

  wake(): void {
    this.connection.wake()
  }

  /** The page goes to sleep; a later wake or start resumes. */
  sleep(): void {
    if (this.status.value === 'ended') return
    this.connection.pause()
    this.down(undefined)
  }

  close(): void {
    this.stopAsking()
    this.connection.stop()
    this.tabs.close()
  }

  serverNow(): number {
    return this.parts.clock.now() + this.ahead
  }

  private hello(): ToServer {
    const key = this.identity.key as Uint8Array
    const resumes = sameKey(key, this.toldTo)
    return {
      type: 'hello',
      version: VERSION,
      schema: SCHEMA,
      workshop: this.id,
      key,
      ...(resumes ? this.replica.left : nowhere),
      unpacks: this.parts.unpack !== undefined,
    }
  }

  private receive(message: ToClient): void {
    switch (message.type) {
      case 'welcome':
        this.welcomed(message)
        break
      case 'snapshot':
        this.replica.snapshotPart(message, message.last, message.changes)
        this.arrived.value = this.replica.arrived
        this.door.value = this.door.value || this.replica.door
        if (message.last) this.live()
        break
      case 'coming':
        this.replica.expectParts(message.parts, message.door)
        this.arrived.value = 0
        break
      case 'changes':
        this.replica.changes(message.after, message, message.changes)
        break
      case 'done':
        this.answered(message.client, message.counter, undefined)
        break
      case 'refused':
        this.answered(message.client, message.counter, message)
        break
      case 'presence':
        this.presence.told(message)
        break
      case 'hints':
        this.presence.hinted(message.hints)
        break
      case 'sums':
        this.presence.sums.value = message
        break
      case 'way_in':
        this.presence.way.value = message.key
        break
      case 'pong':
      case 'created':
      case 'listed':
      case 'packed': // the inbox hands it on as a part of a snapshot
        break
    }
  }

  private welcomed({ person, role, epoch, resumed, now }: WelcomeMessage): void {
    this.ahead = now - this.parts.clock.now()
    if (this.identity.welcomed(person, role)) {
      this.knockAgain()
      return
    }
    this.presence.sums.value = undefined
    const apart = person !== 0 || role === 'screen' || role === 'organiser'
    this.toldTo = this.identity.key
    this.me.value = { person, role: apart ? role : 'guest' }
    this.linkRole.value = apart ? undefined : role
    this.pending.setPerson(person)
    this.said.setPerson(person)
    this.unsent.setPerson(person)
    void this.adopt(person)
    this.noteEpoch(epoch)
    if (resumed) this.live()
    else this.replica.expectSnapshot(epoch)
  }

  /** Another epoch than the one this page knew, or when it comes anew this device: entries were lost. Who animates
   * should know, in each of their tabs. */
  private noteEpoch(epoch: number): void {
    const before = this.epoch || this.keys.epoch
    this.epoch = epoch
    this.keys.epoch = epoch
    const { role } = this.me.value
    const animates = role === 'animator' || role === 'organiser'
    if (before !== 0 && before !== epoch && animates) this.said.show('warning', this.parts.lostText())
  }

  /** With another key: whoever it belongs to may see other things. */
  private knockAgain(): void {
    this.replica.forgetPosition()
    this.pending.unsend()
    this.connection.start()
  }

  /** At every welcome: a tab beside this one may have closed since. One that was closing may still have answered,
   * so what is left to others is looked at again. */
  private async adopt(person: number): Promise<void> {
    if (person === 0 || this.adopting) return
    this.adopting = true
    const living = await this.tabs.living()
    const isMe = this.me.value.person === person
    if (isMe) this.unsent.adopt(living)
    const left = isMe && (await this.pending.adopt(this.owner, living))
    this.adopting = false
    this.settled()
    this.stopAsking()
    if (left) this.stopAsking = this.parts.clock.after(askAgainMs, () => void this.adopt(person))
  }

  private live(): void {
    this.status.value = 'live'
    this.ready.value = true
    this.door.value = true
    this.arrived.value = undefined
    this.reason.value = undefined
  }

  /** A frame is handled: show what it changed, send what there is room for. */
  private settled(): void {
    this.replica.flush()
    this.waiting.value = this.pending.length
    this.unkept.value = this.pending.unkept
    if (this.status.value !== 'live') return
    for (const message of this.pending.take()) this.connection.send(message)
  }

  private answered(client: number, counter: number, refused: RefusedMessage | undefined): void {
    const asked = client === this.pending.client ? this.answers.get(counter) : undefined
    const answer = refused && !asked?.hears() ? undefined : asked
    const settled = this.pending.settle(this.owner, client, counter, answer ? undefined : refused)
    if (settled?.command?.type === 'join' && refused) this.identity.joinRefused()
    this.answers.delete(counter)
    if (answer) answer.tell(refused)
    else if (settled?.refused) void this.tellKept(settled)
  }

  /** It was not taken: with the words in it, if it has any; they stay until the person lets go of them. */
  private async tellKept(one: Kept): Promise<void> {
    const { refused, words, person } = one
    const text = refused ? await this.parts.refusalText(refused) : this.parts.strangeText()
    if (person !== this.me.value.person) return
    if (words.length > 0) this.said.keep(text, one)
    else if (refused) this.said.show('refusal', text)
    else this.pending.letGo(one, this.id)
  }

  private down(reason: Close | undefined): void {
    this.status.value = 'offline'
    this.reason.value = reason
    this.arrived.value = undefined
    this.pending.unsend()
    this.presence.clear()
    this.identity.fell()
  }

  private ended(reason: Close): void {
    if (reason === 'unknown_key' && this.identity.unknown()) {
      this.knockAgain()
      return
    }
    this.down(reason)
    if (reason === 'wrong_version' && this.renew()) return
    this.status.value = 'ended'
  }

  private renew(): boolean {
    const say = (text: string, action: Notice['action']) => this.said.show('refusal', text, action)
    return this.parts.renewal?.begin(() => this.pending.kept, say) ?? false
  }

  /* ---- what views read and send ---- */

  private get owner(): Owner {
    return { workshop: this.id, person: this.me.value.person }
  }

  get present(): ReadonlySignal<ReadonlySet<number>> {
    return this.presence.present
  }

  get guests(): ReadonlySignal<number> {
    return this.presence.guests
  }

  get hints(): Presence['hints'] {
    return this.presence.hints
  }

  get way(): Presence['way'] {
    return this.presence.way
  }

  get sums(): Presence['sums'] {
    return this.presence.sums
  }

  readonly can = {
    edit: (board: number) => this.mayEdit(board),
    animate: () => this.me.value.role === 'animator',
  }

  private mayEdit(board: number): boolean {
    const { role } = this.me.value
    if (role === 'animator') return true
    if (role !== 'participant' && role !== 'facilitator') return false
    return !this.workshop.value?.closed && this.record('board', board).value?.locked === false
  }

  /** The workshop's own record. */
  readonly workshop = computed(() => this.record('workshop', this.id).value)

  record<T extends RecordType>(type: T, id: number): ReadonlySignal<Records[T] | undefined> {
    return this.replica.record(type, id)
  }

  all<T extends RecordType>(type: T): ReadonlySignal<readonly Records[T][]> {
    return this.replica.all(type)
  }

  where<T extends RecordType>(type: T, field: keyof Records[T] & string, id: number) {
    return this.replica.where(type, field, id)
  }

  subscribe(listener: (touched: readonly Touched[]) => void): () => void {
    return this.replica.subscribe(listener)
  }

  isPending(type: RecordType, id: number): boolean {
    return this.pending.isPending(type, id)
  }

  send(command: ApartCommand): number {
    return this.enact(command)
  }

  enact(command: Command): number {
    const counter = this.pending.add(cleanCommand(command), this.owner, this.parts.clock.now())
    this.settled()
    return counter
  }

  /** Sends, and answers how it went: undefined when done. A refusal heard so makes no notice; where whoever asked
   * hears nothing any more, for their dialog is closed, it makes one after all. */
  ask(command: ApartCommand, hears = () => true): Promise<RefusedMessage | undefined> {
    return new Promise((tell) => {
      const counter = this.pending.add(cleanCommand(command), this.owner, this.parts.clock.now())
      this.answers.set(counter, { tell, hears })
      this.settled()
    })
  }

  /** Comes in with this key as one's own from now on. */
  join(command: JoinCommand): Promise<RefusedMessage | undefined> {
    this.identity.join(command.key)
    return this.ask(command)
  }

  newId(): number {
    return randomId()
  }

  hint(hint: { board: number; card: number; x: number; y: number }): void {
    if (this.status.value === 'live') this.presence.hint(hint)
  }

  notify(text: string, action?: { label: string; run(): void }): number {
    return this.said.show('event', text, action)
  }

  get notices(): ReadonlySignal<readonly Notice[]> {
    return this.said.list
  }

  /** What was kept with it is let go of. */
  dismiss(notice: number): void {
    for (const one of this.said.dismiss(notice)) this.pending.letGo(one, this.id)
  }

  /** Sends what was refused and kept once more, anew: its reason may be gone. */
  tryAgain(notice: number): void {
    const kept = this.said.list.value.find(({ id }) => id === notice)?.kept ?? []
    this.dismiss(notice)
    for (const { command } of kept) if (command) this.enact(command)
  }
}

function isTakenOff(card: Card): boolean {
  return card.dropped_at > 0
}
