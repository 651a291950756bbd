// A simple server: one workshop, every command accepted unless its target is gone, everybody sees everything.
// What is here is true the moment it is accepted; the sockets in between lose and delay as the test says.
import type {
  Change,
  Command,
  Records,
  RecordType,
  ToClient,
  ToServer,
} from '../../../protocol/generated/protocol'
import { closes, commands, refusals } from '../../../protocol/generated/protocol'
import { keyToText } from '../../src/sync/bytes'
import { applyEffect, effectTarget } from '../../src/sync/effect'
import type { FakeSocket } from './world'

interface Entry {
  seq: number
  changes: Change[]
}

interface Member {
  socket: FakeSocket
  person: number
  position: number
}

type AnyRecord = Records[RecordType]

export class ModelServer {
  epoch = 1
  private past = 1
  readonly entries: Entry[] = []
  readonly state = new Map<string, AnyRecord>()
  /** Every command taken into the journal, by person, client and counter: each at most once. */
  readonly accepted: string[] = []
  /** Who holds which key: a person's id, or 0 for the participants' link. */
  readonly keyHolders = new Map<string, number>()
  /** Refuses commands it would else accept. */
  refuses: (command: Command) => boolean = () => false
  private readonly taken = new Set<string>()
  private readonly members = new Set<Member>()

  constructor(readonly workshop = 77) {
    this.commit([
      {
        operation: 'put',
        type: 'workshop',
        id: workshop,
        fields: { title: 'Essai', language: 'fr', template: 'blank', made_at: 1, closed: false },
      },
      {
        operation: 'put',
        type: 'board',
        id: 5,
        fields: {
          title: 'Planche',
          locked: false,
          instructions: '',
          controlled: false,
          veiled: false,
          timer_end: 0,
          scene: '',
          timer_left: 0,
          timer_rings: false,
        },
      },
    ])
  }

  get seq(): number {
    return this.entries.length
  }

  attach(socket: FakeSocket): void {
    const member: Member = { socket, person: -1, position: 0 }
    socket.onSent = (message) => this.receive(member, message)
    socket.accept()
  }

  private receive(member: Member, message: ToServer): void {
    if (member.socket.closed) return
    switch (message.type) {
      case 'hello':
        this.hello(member, message)
        break
      case 'command':
        this.command(member, message.client, message.counter, message.command)
        break
      case 'ping':
        member.socket.tell({ type: 'pong', ...this.at(member.position), now: 1 })
        break
      case 'hint':
      case 'create':
      case 'list':
        break
    }
  }

  private hello(member: Member, { key, epoch, seq, mark }: Extract<ToServer, { type: 'hello' }>): void {
    const person = this.keyHolders.get(keyToText(key))
    if (person === undefined) {
      member.socket.end(closes.unknown_key.number)
      return
    }
    member.person = person
    this.members.add(member)
    const resumed = epoch === this.epoch && seq > 0 && seq <= this.seq && mark === this.at(seq).mark
    this.welcome(member, resumed, resumed ? seq : 0)
  }

  private welcome(member: Member, resumed: boolean, seq: number): void {
    const { person } = member
    const role = (this.state.get(`person ${person}`) as Records['person'] | undefined)?.role ?? 'participant'
    const first: ToClient = {
      type: 'welcome',
      version: 1,
      workshop: this.workshop,
      person,
      role,
      epoch: this.epoch,
      ...this.at(this.seq),
      resumed,
      now: 1,
    }
    const presence: ToClient = {
      type: 'presence',
      whole: true,
      came: person ? [person] : [],
      left: [],
      guests: 0,
    }
    const missed = this.entries.slice(seq)
    const rest: ToClient[] = resumed ? missed.map((entry) => this.changesMessage(entry)) : this.snapshot()
    member.position = this.seq
    member.socket.tell(first, ...rest, presence)
  }

  private snapshot(): ToClient[] {
    const puts = [...this.state].map(([name, { id, ...fields }]) => {
      return { operation: 'put', type: name.split(' ')[0], id, fields } as Change
    })
    const half = Math.ceil(puts.length / 2)
    return [
      { type: 'snapshot', ...this.at(this.seq), last: false, changes: puts.slice(0, half) },
      { type: 'snapshot', ...this.at(this.seq), last: true, changes: puts.slice(half) },
    ]
  }

  private command(member: Member, client: number, counter: number, command: Command): void {
    const who = `${member.person} ${client}`
    if (this.taken.has(`${who} ${counter}`)) {
      member.socket.tell({ type: 'done', client, counter, seq: 0 })
      return
    }
    const changes = this.refuses(command) ? undefined : this.decide(member, command)
    if (!changes) {
      const none = { command: commands[command.type].number, field: 0, limit: 0, line: 0 }
      member.socket.tell({ type: 'refused', client, counter, refusal: refusals.unknown_record, ...none })
      return
    }
    this.taken.add(`${who} ${counter}`)
    this.accepted.push(`${who} ${counter}`)
    this.commit(changes)
    member.socket.tell({ type: 'done', client, counter, seq: this.seq })
    if (command.type === 'join') this.welcome(member, false, 0)
  }

  private decide(member: Member, command: Command): Change[] | undefined {
    if (command.type === 'join') return this.decideJoin(member, command)
    const target = effectTarget(command)
    if (!target) return undefined
    const before = this.state.get(`${target.type} ${target.id}`)
    if (commands[command.type].effect?.operation === 'put' ? before : !before) return undefined
    const after = applyEffect(before, command, { person: member.person, time: this.seq })
    if (!after) return [{ operation: 'drop', ...target } as Change]
    const { id, ...fields } = after
    return [{ operation: 'put', type: target.type, id, fields } as Change]
  }

  private decideJoin(member: Member, command: Extract<Command, { type: 'join' }>): Change[] {
    const { person, name, organisation = '', territory = '', category = 0, key } = command
    this.keyHolders.set(keyToText(key), person)
    member.person = person
    const kept = { role: 'participant', joined_at: 1, listed: false, invitation: 3, groups: [] } as const
    return [
      {
        operation: 'put',
        type: 'person',
        id: person,
        fields: { ...kept, groups: [], name, organisation, territory, category },
      },
    ]
  }

  /** What somebody else's server, or an animator, did. */
  commit(changes: Change[]): void {
    for (const change of changes) this.apply(change)
    const entry = { seq: this.seq + 1, changes }
    this.entries.push(entry)
    for (const member of this.members) {
      if (member.socket.closed) continue
      member.position = entry.seq
      member.socket.tell(this.changesMessage(entry))
    }
  }

  private apply(change: Change): void {
    const name = `${change.type} ${change.id}`
    if (change.operation === 'drop') this.state.delete(name)
    else if (change.operation === 'put')
      this.state.set(name, { id: change.id, ...change.fields } as AnyRecord)
    else this.state.set(name, { ...this.state.get(name), ...change.fields } as AnyRecord)
  }

  /** History was lost: positions of before mean nothing. */
  rewrite(): void {
    this.epoch++
  }

  /** A backup is restored and others have written since: the numbers are the same, the past is another. */
  restore(): void {
    this.past++
  }

  private at(seq: number): { seq: number; mark: number } {
    return { seq, mark: seq === 0 ? 0 : 1000 * this.past + seq }
  }

  private changesMessage({ seq, changes }: Entry): ToClient {
    return { type: 'changes', after: seq - 1, ...this.at(seq), changes }
  }
}
