// A workshop session without a server: what is sent is true at once, and `others` say what they like.
import { signal } from '@preact/signals'
import type {
  Change,
  Command,
  HintedItem,
  Records,
  RecordType,
  SumsMessage,
} from '../../../protocol/generated/protocol'
import { zeros } from '../../src/sync/codec'
import { applyEffect, effectTarget } from '../../src/sync/effect'
import { Replica } from '../../src/sync/replica'
import { Unsent } from '../../src/sync/unsent'
import type { ApartCommand } from '../../src/sync/ways'
import type { Me, Notice, SessionStatus, Touched, WorkshopSession } from '../../src/sync/workshop'
import { FakeClock, memoryShelf } from './world'

export class LoneSession implements WorkshopSession {
  readonly id = 1
  readonly status = signal<SessionStatus>('live')
  readonly me = signal<Me>({ person: 7, role: 'participant' })
  readonly waiting = signal(0)
  readonly unsent = lonelyUnsent()
  readonly hints = signal<readonly HintedItem[]>([])
  readonly sums = signal<SumsMessage | undefined>(undefined)
  readonly way = signal<Uint8Array | undefined>(undefined)
  readonly present = signal<ReadonlySet<number>>(new Set([7]))
  readonly guests = signal(0)
  readonly notices = signal<readonly Notice[]>([])
  readonly bin = signal<readonly Records['card'][]>([])
  readonly sent: Command[] = []
  readonly told: { board: number; card: number; x: number; y: number }[] = []
  readonly pending = new Set<number>()
  readonly editable = signal(true)
  readonly can = {
    edit: () => this.editable.value,
    animate: () => this.me.value.role === 'animator',
  }
  /** Off, the links of a card that goes stay until `others` take them: the server has not answered yet. */
  answers = true
  /** When this session's commands take effect. */
  time = 1_000
  /** What a card that was taken off comes back with. */
  private readonly takenOff = new Map<number, Change[]>()
  private readonly replica = new Replica((_type, _id, confirmed) => confirmed)
  private lastId = 1_000_000
  private lastNotice = 0

  constructor(changes: readonly Change[] = []) {
    this.replica.expectSnapshot(1)
    this.replica.snapshotPart({ seq: 0, mark: 0 }, true, [aBoard(), ...changes])
    this.replica.flush()
  }

  /** Somebody else's entry arrives. */
  others(...changes: Change[]): void {
    const { seq } = this.replica.position
    this.replica.changes(seq, { seq: seq + 1, mark: 0 }, changes)
    this.replica.flush()
  }

  send(command: ApartCommand): number {
    return this.enact(command)
  }

  enact(command: Command): number {
    this.sent.push(command)
    this.others(...this.changesOf(command))
    return this.sent.length
  }

  private changesOf(command: Command): Change[] {
    const target = effectTarget(command)
    if (!target) return []
    const { type, id } = target
    if (command.type === 'restore_card') return this.takenOff.get(id) ?? []
    const now = this.replica.told(type, id)
    const after = applyEffect(now, command, { person: this.me.value.person, time: this.time++ })
    if (!after) {
      if (now) this.takenOff.set(id, [put(type, now), ...this.linksOf(id).map((link) => put('link', link))])
      return [...this.linksThatGo(id), { operation: 'drop', type, id }]
    }
    const { id: _id, ...fields } = after
    return [{ operation: 'put', type, id, fields } as Change]
  }

  private linksThatGo(card: number): Change[] {
    if (!this.answers) return []
    return this.linksOf(card).map(({ id }) => ({ operation: 'drop', type: 'link', id }))
  }

  private linksOf(card: number): Records['link'][] {
    return this.all('link').value.filter(({ from, to }) => from === card || to === card)
  }

  record<T extends RecordType>(type: T, id: number) {
    return this.replica.record(type, id)
  }

  all<T extends RecordType>(type: T) {
    return this.replica.all(type)
  }

  where<T extends RecordType>(type: T, field: keyof Records[T] & string, id: number) {
    return this.replica.where(type, field, id)
  }

  subscribe(listener: (touched: readonly Touched[]) => void): () => void {
    return this.replica.subscribe(listener)
  }

  isPending(_type: RecordType, id: number): boolean {
    return this.pending.has(id)
  }

  newId(): number {
    return ++this.lastId
  }

  hint(hint: { board: number; card: number; x: number; y: number }): void {
    this.told.push(hint)
  }

  serverNow(): number {
    return this.time
  }

  notify(text: string, action?: { label: string; run(): void }): number {
    const notice: Notice = { id: ++this.lastNotice, kind: 'event', text, ...(action && { action }) }
    this.notices.value = [...this.notices.value, notice]
    return notice.id
  }

  dismiss(notice: number): void {
    this.notices.value = this.notices.value.filter(({ id }) => id !== notice)
  }
}

export const boardId = 2

/** What everything here lies on. */
function aBoard(): Change {
  return put('board', { ...(zeros('board') as unknown as Records['board']), id: boardId })
}

export function put<T extends RecordType>(type: T, record: Records[T]): Change {
  const { id, ...fields } = record
  return { operation: 'put', type, id, fields } as unknown as Change
}

export function aCard(id: number, fields: Partial<Records['card']> = {}): Records['card'] {
  return {
    ...(zeros('card') as unknown as Records['card']),
    id,
    board: boardId,
    title: `Fiche ${id}`,
    text: '',
    color: 'sand',
    x: 0,
    y: 0,
    width: 240,
    height: 140,
    author: 7,
    made_at: id,
    audience: 'everyone',
    holder: 0,
    ...fields,
  }
}

export function aLink(
  id: number,
  from: number,
  to: number,
  fields: Partial<Records['link']> = {},
): Records['link'] {
  const blank = zeros('link') as unknown as Records['link']
  return { ...blank, id, board: boardId, from, to, author: 7, audience: 'everyone', ...fields }
}

export function aZone(id: number, fields: Partial<Records['zone']> = {}): Records['zone'] {
  return {
    ...(zeros('zone') as unknown as Records['zone']),
    id,
    board: boardId,
    title: `Zone ${id}`,
    color: 'sea',
    x: 0,
    y: 0,
    width: 1000,
    height: 800,
    ...fields,
  }
}

export function aTerritory(id: number, fields: Partial<Records['territory']> = {}): Records['territory'] {
  return { id, name: `Territoire ${id}`, kind: '', code: '', longitude: 0, latitude: 0, ...fields }
}

function lonelyUnsent(): Unsent {
  const shelf = memoryShelf()
  return new Unsent({ workshop: 1, clock: new FakeClock(), shelfOf: () => shelf, tab: shelf })
}
