// The start page's connection: with the organiser's key, workshops are listed and founded.
import { signal } from '@preact/signals'
import {
  type Close,
  type CreateWorkshopCommand,
  type RefusedMessage,
  refusals,
  SCHEMA,
  type SummaryItem,
  type ToClient,
  type ToServer,
  VERSION,
} from '../../../protocol/generated/protocol'
import { randomId } from './bytes'
import { cleanCommand } from './codec'
import { type Clock, Connection, type Socket } from './connection'
import type { Renewal } from './renewal'
import type { SessionStatus } from './workshop'

export interface Founding {
  title: string
  template: string
  language: CreateWorkshopCommand['language']
  /** The file as it is; empty for none. */
  roll: Uint8Array
}

export type Founded = { workshop: number; people: number } | { refused: RefusedMessage }

interface Asked {
  message: Extract<ToServer, { type: 'create' }>
  /** It went over a connection that fell: should it exist already, then because of us. */
  again: boolean
  answer: (founded: Founded) => void
}

export class Organiser {
  readonly status = signal<SessionStatus>('connecting')
  readonly reason = signal<Close | undefined>(undefined)
  readonly workshops = signal<readonly SummaryItem[] | undefined>(undefined)

  private readonly connection: Connection
  private asked: Asked | undefined

  constructor(
    open: (subprotocol: string) => Socket,
    clock: Clock,
    private readonly key: Uint8Array,
    /** Loads a page of another version anew. */
    private readonly renewal?: Renewal,
  ) {
    this.connection = new Connection(open, clock, {
      hello: () => ({
        type: 'hello',
        version: VERSION,
        schema: SCHEMA,
        workshop: 0,
        key: this.key,
        epoch: 0,
        seq: 0,
        mark: 0,
        unpacks: false,
      }),
      receive: (message) => this.receive(message),
      settled: () => {},
      point: () => undefined,
      down: (reason) => this.down(reason),
      ended: (reason) => this.ended(reason),
    })
  }

  start(): void {
    this.connection.start()
  }

  wake(): void {
    this.connection.wake()
  }

  stop(): void {
    this.connection.stop()
  }

  refresh(): void {
    this.connection.send({ type: 'list' })
  }

  create({ title, template, language, roll }: Founding): Promise<Founded> {
    const command = cleanCommand({ type: 'create_workshop', title, template, language } as const)
    return new Promise((answer) => {
      this.asked = { message: { type: 'create', workshop: randomId(), command, roll }, again: false, answer }
      if (this.status.value === 'live') this.connection.send(this.asked.message)
    })
  }

  private receive(message: ToClient): void {
    if (message.type === 'welcome') this.welcomed()
    else if (message.type === 'listed') this.workshops.value = message.workshops
    else if (message.type === 'created') this.settle({ workshop: message.workshop, people: message.people })
    else if (message.type === 'refused') this.refused(message)
  }

  private welcomed(): void {
    this.status.value = 'live'
    this.refresh()
    if (this.asked) this.connection.send(this.asked.message)
  }

  private refused(refused: RefusedMessage): void {
    if (!this.asked) return
    const ours = this.asked.again && refused.refusal === refusals.workshop_exists
    this.settle(ours ? { workshop: this.asked.message.workshop, people: 0 } : { refused })
  }

  private settle(founded: Founded): void {
    const asked = this.asked
    this.asked = undefined
    asked?.answer(founded)
    this.refresh()
  }

  private down(reason: Close | undefined): void {
    this.status.value = 'offline'
    this.reason.value = reason
    if (this.asked) this.asked.again = true
  }

  private ended(reason: Close): void {
    this.reason.value = reason
    const renews =
      reason === 'wrong_version' &&
      this.renewal?.begin(
        () => !this.asked,
        () => {},
      )
    this.status.value = renews ? 'offline' : 'ended'
  }
}
