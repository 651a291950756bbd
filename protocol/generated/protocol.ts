// Written by protocol/generate.mjs from protocol/schema; do not edit.

export const SUBPROTOCOL = 'archipel.v1'
export const VERSION = 1
export const limits = {
  message_bytes: 65536,
  organiser_message_bytes: 1048576,
  hello_bytes: 1024,
  hello_ms: 10000,
  silence_ms: 60000,
  depth: 8,
  outbox_bytes: 8388608,
  connections_per_person: 8,
  in_flight: 32,
} as const

/** The language a workshop speaks by default. */
export type Language = 'fr' | 'en'
/** What a person or a link may do. */
export type Role = 'participant' | 'facilitator' | 'animator' | 'screen' | 'organiser'
/** Who may see a record that carries its own scope. */
export type Audience = 'everyone' | 'animators' | 'person' | 'group'
/** A colour of the palette; the client maps it to light and dark tones that keep their contrast. */
export type Color = 'sand' | 'sun' | 'coral' | 'rose' | 'violet' | 'sky' | 'sea' | 'leaf'
export const choices: Record<string, Record<string, number>> = {
  language: { fr: 1, en: 2 },
  role: { participant: 1, facilitator: 2, animator: 3, screen: 4, organiser: 5 },
  audience: { everyone: 1, animators: 2, person: 3, group: 4 },
  color: { sand: 1, sun: 2, coral: 3, rose: 4, violet: 5, sky: 6, sea: 7, leaf: 8 },
}

/** The gathering itself; exactly one, its id is the workshop's. */
export interface Workshop {
  id: number
  /** What it is called on every screen. */
  title: string
  /** Language of what the template wrote. */
  language: Language
  /** Name of the template it was made from. */
  template: string
  /** When it was created. */
  made_at: number
  /** A closed workshop is read-only for all but animators. */
  closed: boolean
}

/** A category of actors (élu, agent…): data, chosen by the template. */
export interface Category {
  id: number
  /** What people read. */
  label: string
  /** What a roll's column says, for instance elu. */
  code: string
  /** Its colour beside names. */
  color: Color
}

/** A breakout room: the people whose groups name it share its records. */
export interface Group {
  id: number
  /** What it is called. */
  title: string
}

/** Somebody who is in, or a line of the roll that nobody has taken yet. */
export interface Person {
  id: number
  /** The name shown; a pseudonym is fine. */
  name: string
  /** Whom they come for; may be empty. */
  organisation: string
  /** Where they come from; may be empty. */
  territory: string
  /** Their category of actors, 0 for none. */
  category: number
  /** What they may do. */
  role: Role
  /** When they came in; 0 while their line of the roll is free. */
  joined_at: number
  /** They stand on the roll. */
  listed: boolean
  /** The access link they came in by. */
  invitation: number
  /** The groups they are in. */
  groups: number[]
}

/** An access link: who holds its key may come in with its role until it is revoked. The key itself is never stored. */
export interface Invitation {
  id: number
  /** The role it gives. */
  role: Role
  /** Which one of its role: keys are derived from a parent key and this number (PROTOCOL.md, H). */
  number: number
  /** When it was made. */
  made_at: number
  /** When it stopped working; 0 while it works. */
  revoked_at: number
}

/** The digest of a key that opens this workshop: an access link's, or a person's own. Told to nobody. */
export interface Key {
  id: number
  /** SHA-256 of the key, 32 bytes. */
  digest: Uint8Array
  /** The access link it is, or that it came from. */
  invitation: number
  /** Whose key it is; 0 for an access link's. */
  person: number
}

/** A shared surface of cards, links and zones. */
export interface Board {
  id: number
  /** What it is called. */
  title: string
  /** While locked, only animators change anything on it. */
  locked: boolean
  /** What people are asked to do here; stays visible. */
  instructions: string
}

/** A titled area of a board. */
export interface Zone {
  id: number
  /** Where it lies. */
  board: number
  /** What it stands for. */
  title: string
  /** Its tint. */
  color: Color
  /** Left edge, board units. */
  x: number
  /** Top edge, board units. */
  y: number
  /** Board units. */
  width: number
  /** Board units. */
  height: number
}

/** A project, a problem, an idea: the unit of the shared cartography. */
export interface Card {
  id: number
  /** Where it lies. */
  board: number
  /** What it is about. */
  title: string
  /** The rest; plain text. */
  text: string
  /** Its colour. */
  color: Color
  /** Left edge, board units. */
  x: number
  /** Top edge, board units. */
  y: number
  /** Board units. */
  width: number
  /** Board units. */
  height: number
  /** Who wrote it; 0 when a template did. */
  author: number
  /** When it was written. */
  made_at: number
  /** Who may see it. */
  audience: Audience
  /** The person or group that may see it, when its audience is person or group; else 0. */
  holder: number
}

/** An arrow from one card to another on the same board. Its scope is the narrower of its cards'. */
export interface Link {
  id: number
  /** Where it lies. */
  board: number
  /** The card it leaves. */
  from: number
  /** The card it reaches. */
  to: number
  /** What binds the two; may be empty. */
  label: string
  /** Who drew it. */
  author: number
  /** Who may see it. */
  audience: Audience
  /** As a card's. */
  holder: number
}

export interface Records {
  workshop: Workshop
  category: Category
  group: Group
  person: Person
  invitation: Invitation
  key: Key
  board: Board
  zone: Zone
  card: Card
  link: Link
}
export type RecordType = keyof Records

/** One record put whole, patched in some fields, or dropped. */
export type Change = {
  [T in RecordType]:
    | { operation: 'put'; type: T; id: number; fields: Omit<Records[T], 'id'> }
    | { operation: 'patch'; type: T; id: number; fields: Partial<Omit<Records[T], 'id'>> }
    | { operation: 'drop'; type: T; id: number }
}[RecordType]

/** Found a workshop from a template, with the people of its roll and its first three access links. */
export interface CreateWorkshopCommand {
  type: 'create_workshop'
  /** What it is called on every screen. */
  title: string
  /** Language of what the template wrote. */
  language: Language
  /** Name of the template it was made from. */
  template: string
}

/** Rename, close or reopen the workshop. */
export interface EditWorkshopCommand {
  type: 'edit_workshop'
  /** Its id. */
  workshop: number
  /** What it is called on every screen. */
  title?: string
  /** A closed workshop is read-only for all but animators. */
  closed?: boolean
}

/** Come in: as a new person, or as a free line of the roll (its id as person; the line's own fields then give way to these). The key is made by the person's device and brings them back later. */
export interface JoinCommand {
  type: 'join'
  /** A fresh id, or a free line of the roll. */
  person: number
  /** The name shown; a pseudonym is fine. */
  name: string
  /** Whom they come for; may be empty. */
  organisation?: string
  /** Where they come from; may be empty. */
  territory?: string
  /** Their category of actors, 0 for none. */
  category?: number
  /** The person's own key; only its digest goes past the decoder. */
  key: Uint8Array
}

/** Correct one's own line; an animator may correct anybody's and change their role. */
export interface EditPersonCommand {
  type: 'edit_person'
  /** Whose line. */
  person: number
  /** The name shown; a pseudonym is fine. */
  name?: string
  /** Whom they come for; may be empty. */
  organisation?: string
  /** Where they come from; may be empty. */
  territory?: string
  /** Their category of actors, 0 for none. */
  category?: number
  /** What they may do. */
  role?: Role
}

/** Take somebody's access away and close their connections; a line of the roll becomes free again, anybody else is dropped. */
export interface RemovePersonCommand {
  type: 'remove_person'
  /** Who. */
  person: number
}

/** Make a new access link. */
export interface AddInvitationCommand {
  type: 'add_invitation'
  /** A fresh id. */
  invitation: number
  /** The role it gives. */
  role: Role
  /** Which one of its role: keys are derived from a parent key and this number (PROTOCOL.md, H). */
  number: number
  /** The link's key; only its digest goes past the decoder. */
  key: Uint8Array
}

/** Stop an access link. Live connections that came by it close at once; with expel, everybody who came in by it loses their access too. */
export interface RevokeInvitationCommand {
  type: 'revoke_invitation'
  /** Which. */
  invitation: number
  /** Whether those who came in by it must leave. */
  expel: boolean
}

/** Rename or lock a board, change its instructions. */
export interface EditBoardCommand {
  type: 'edit_board'
  /** Which. */
  board: number
  /** What it is called. */
  title?: string
  /** While locked, only animators change anything on it. */
  locked?: boolean
  /** What people are asked to do here; stays visible. */
  instructions?: string
}

/** Lay a card on a board. */
export interface AddCardCommand {
  type: 'add_card'
  /** A fresh id. */
  card: number
  /** Where it lies. */
  board: number
  /** What it is about. */
  title: string
  /** The rest; plain text. */
  text?: string
  /** Its colour. */
  color: Color
  /** Left edge, board units. */
  x: number
  /** Top edge, board units. */
  y: number
  /** Board units. */
  width: number
  /** Board units. */
  height: number
  /** Who may see it. */
  audience: Audience
  /** The person or group that may see it, when its audience is person or group; else 0. */
  holder?: number
}

/** Change a card: its words, place, size, colour, or who may see it. */
export interface EditCardCommand {
  type: 'edit_card'
  /** Which. */
  card: number
  /** What it is about. */
  title?: string
  /** The rest; plain text. */
  text?: string
  /** Its colour. */
  color?: Color
  /** Left edge, board units. */
  x?: number
  /** Top edge, board units. */
  y?: number
  /** Board units. */
  width?: number
  /** Board units. */
  height?: number
  /** Who may see it. */
  audience?: Audience
  /** The person or group that may see it, when its audience is person or group; else 0. */
  holder?: number
}

/** Take a card off the board, and its links with it. */
export interface DropCardCommand {
  type: 'drop_card'
  /** Which. */
  card: number
}

/** Draw a link between two cards of one board. */
export interface AddLinkCommand {
  type: 'add_link'
  /** A fresh id. */
  link: number
  /** Where it lies. */
  board: number
  /** The card it leaves. */
  from: number
  /** The card it reaches. */
  to: number
  /** What binds the two; may be empty. */
  label?: string
}

/** Relabel a link. */
export interface EditLinkCommand {
  type: 'edit_link'
  /** Which. */
  link: number
  /** What binds the two; may be empty. */
  label: string
}

/** Take a link away. */
export interface DropLinkCommand {
  type: 'drop_link'
  /** Which. */
  link: number
}

export type Command = CreateWorkshopCommand | EditWorkshopCommand | JoinCommand | EditPersonCommand | RemovePersonCommand | AddInvitationCommand | RevokeInvitationCommand | EditBoardCommand | AddCardCommand | EditCardCommand | DropCardCommand | AddLinkCommand | EditLinkCommand | DropLinkCommand
export type CommandType = Command['type']

/** A cursor or drag of somebody, in an array. */
export interface HintedItem {
  /** Whose. */
  person: number
  /** Where. */
  board: number
  /** The card being dragged, 0 for a bare cursor. */
  card: number
  /** Board units. */
  x: number
  /** Board units. */
  y: number
}

/** A workshop as a list shows it. */
export interface SummaryItem {
  /** Its id. */
  workshop: number
  /** What it is called. */
  title: string
  /** Whether it is closed. */
  closed: boolean
  /** When it was created. */
  made_at: number
  /** Who came in or stands on the roll. */
  people: number
  /** Connections now, on this server. */
  connected: number
  /** Length of its journal. */
  entries: number
}

/** The first message: who I am and how far I have come. */
export interface HelloMessage {
  type: 'hello'
  /** The protocol version. */
  version: number
  /** Which workshop; 0 with the organiser key, to create or list. */
  workshop: number
  /** 32 bytes: an access link's key, a person's own, or the organiser's. */
  key: Uint8Array
  /** Of the last position, 0 for none. */
  epoch: number
  /** Of the last position, 0 for none. */
  seq: number
}

/** Somebody asks for something. client and counter make resending safe: a counter at or below the last one accepted from that client is answered done and does nothing. */
export interface CommandMessage {
  type: 'command'
  /** A random id, one for each page load. */
  client: number
  /** 1, 2, 3… in order, one for each command of that client. */
  counter: number
  /** What is asked for. */
  command: Command
}

/** A cursor or a drag under way; never kept, may be lost. */
export interface HintMessage {
  type: 'hint'
  /** Where. */
  board: number
  /** The card being dragged, 0 for a bare cursor. */
  card: number
  /** Board units. */
  x: number
  /** Board units. */
  y: number
}

/** I am alive; answered with pong. */
export interface PingMessage {
  type: 'ping'

}

/** An organiser founds a workshop. */
export interface CreateMessage {
  type: 'create'
  /** A fresh id. */
  workshop: number
  /** create_workshop. */
  command: Command
  /** A CSV file as it is, possibly empty: UTF-8 or CP1252; comma, semicolon or tab. */
  roll: Uint8Array
}

/** An organiser asks for the workshops there are. */
export interface ListMessage {
  type: 'list'

}

/** Let in. What follows is a snapshot unless resumed. */
export interface WelcomeMessage {
  type: 'welcome'
  /** The protocol version. */
  version: number
  /** Which. */
  workshop: number
  /** Who you are; 0 before join, for screens and for organisers. */
  person: number
  /** What you may do. */
  role: Role
  /** The workshop's epoch. */
  epoch: number
  /** True: what you have stands, changes follow. False: forget it, a snapshot follows. */
  resumed: boolean
  /** The server's clock. */
  now: number
}

/** A part of a snapshot: puts. The last part carries the position. */
export interface SnapshotMessage {
  type: 'snapshot'
  /** The position of the whole snapshot. */
  seq: number
  /** Nothing more follows. */
  last: boolean
  /** Puts only. */
  changes: Change[]
}

/** What happened after seq `after` up to and with `seq`, as far as you may see it. */
export interface ChangesMessage {
  type: 'changes'
  /** Must be your position, else you have a hole: reconnect. */
  after: number
  /** Your new position. */
  seq: number
  /** In order; may be empty. */
  changes: Change[]
}

/** A command of yours is in the journal for good. */
export interface DoneMessage {
  type: 'done'
  /** As sent. */
  client: number
  /** As sent. */
  counter: number
  /** Its entry; 0 when it changed nothing or had been accepted before. */
  seq: number
}

/** A command of yours was not accepted and changed nothing. */
export interface RefusedMessage {
  type: 'refused'
  /** As sent. */
  client: number
  /** As sent. */
  counter: number
  /** A number of codes.json. */
  refusal: number
  /** The command's number. */
  command: number
  /** The field of the command at fault, 0 for none. */
  field: number
  /** The limit that was passed, 0 for none. */
  limit: number
  /** The line of the roll at fault, 0 for none. */
  line: number
}

/** Who is connected. At most one a second; the first after welcome is whole. */
export interface PresenceMessage {
  type: 'presence'
  /** True: forget what you knew. */
  whole: boolean
  /** People now here. */
  came: number[]
  /** People no longer here. */
  left: number[]
  /** Connections that have not joined. */
  guests: number
}

/** Cursors and drags of others, coalesced: the newest of each person. */
export interface HintsMessage {
  type: 'hints'
  /** In no order. */
  hints: HintedItem[]
}

/** The answer to ping. */
export interface PongMessage {
  type: 'pong'
  /** The position this connection has been told; a client that is elsewhere has lost something and reconnects. */
  seq: number
  /** The server's clock. */
  now: number
}

/** The workshop stands; the organiser derives its keys (PROTOCOL.md, H). */
export interface CreatedMessage {
  type: 'created'
  /** Its id. */
  workshop: number
  /** How many the roll brought. */
  people: number
}

/** The workshops there are. */
export interface ListedMessage {
  type: 'listed'
  /** Newest first. */
  workshops: SummaryItem[]
}

export type ToServer = HelloMessage | CommandMessage | HintMessage | PingMessage | CreateMessage | ListMessage
export type ToClient = WelcomeMessage | SnapshotMessage | ChangesMessage | DoneMessage | RefusedMessage | PresenceMessage | HintsMessage | PongMessage | CreatedMessage | ListedMessage

export type FieldKind = 'id' | 'integer' | 'time' | 'flag' | 'choice' | 'text' | 'ids' | 'secret' | 'bytes' | 'command' | 'changes' | 'list'
export interface Field {
  name: string
  number: number
  kind: FieldKind
  of?: string
  min?: number
  max?: number
  optional?: boolean
}
export interface RecordTable { number: number; fields: Field[] }
/** What a command plainly does to one record; map goes from command field to record field. */
export interface Effect {
  operation: 'put' | 'patch' | 'drop'
  record: RecordType
  id: string
  map: Record<string, string>
  actor?: string
  time?: string
}
export interface CommandTable { number: number; who: Role[]; fields: Field[]; effect?: Effect }

export const records: Record<RecordType, RecordTable> = {
  workshop: { number: 1, fields: [{ name: 'title', number: 1, kind: 'text', max: 160 }, { name: 'language', number: 2, kind: 'choice', of: 'language' }, { name: 'template', number: 3, kind: 'text', max: 40 }, { name: 'made_at', number: 4, kind: 'time' }, { name: 'closed', number: 5, kind: 'flag' }] },
  category: { number: 2, fields: [{ name: 'label', number: 1, kind: 'text', max: 80 }, { name: 'code', number: 2, kind: 'text', max: 24 }, { name: 'color', number: 3, kind: 'choice', of: 'color' }] },
  group: { number: 3, fields: [{ name: 'title', number: 1, kind: 'text', max: 120 }] },
  person: { number: 4, fields: [{ name: 'name', number: 1, kind: 'text', max: 80 }, { name: 'organisation', number: 2, kind: 'text', max: 160 }, { name: 'territory', number: 3, kind: 'text', max: 120 }, { name: 'category', number: 4, kind: 'id' }, { name: 'role', number: 5, kind: 'choice', of: 'role' }, { name: 'joined_at', number: 6, kind: 'time' }, { name: 'listed', number: 7, kind: 'flag' }, { name: 'invitation', number: 8, kind: 'id' }, { name: 'groups', number: 9, kind: 'ids', max: 12 }] },
  invitation: { number: 5, fields: [{ name: 'role', number: 1, kind: 'choice', of: 'role' }, { name: 'number', number: 2, kind: 'integer', min: 1, max: 1000000 }, { name: 'made_at', number: 3, kind: 'time' }, { name: 'revoked_at', number: 4, kind: 'time' }] },
  key: { number: 6, fields: [{ name: 'digest', number: 1, kind: 'secret' }, { name: 'invitation', number: 2, kind: 'id' }, { name: 'person', number: 3, kind: 'id' }] },
  board: { number: 7, fields: [{ name: 'title', number: 1, kind: 'text', max: 120 }, { name: 'locked', number: 2, kind: 'flag' }, { name: 'instructions', number: 3, kind: 'text', max: 600 }] },
  zone: { number: 8, fields: [{ name: 'board', number: 1, kind: 'id' }, { name: 'title', number: 2, kind: 'text', max: 200 }, { name: 'color', number: 3, kind: 'choice', of: 'color' }, { name: 'x', number: 4, kind: 'integer', min: -100000, max: 100000 }, { name: 'y', number: 5, kind: 'integer', min: -100000, max: 100000 }, { name: 'width', number: 6, kind: 'integer', min: 40, max: 20000 }, { name: 'height', number: 7, kind: 'integer', min: 40, max: 20000 }] },
  card: { number: 9, fields: [{ name: 'board', number: 1, kind: 'id' }, { name: 'title', number: 2, kind: 'text', max: 240 }, { name: 'text', number: 3, kind: 'text', max: 4000 }, { name: 'color', number: 4, kind: 'choice', of: 'color' }, { name: 'x', number: 5, kind: 'integer', min: -100000, max: 100000 }, { name: 'y', number: 6, kind: 'integer', min: -100000, max: 100000 }, { name: 'width', number: 7, kind: 'integer', min: 80, max: 2000 }, { name: 'height', number: 8, kind: 'integer', min: 40, max: 2000 }, { name: 'author', number: 9, kind: 'id' }, { name: 'made_at', number: 10, kind: 'time' }, { name: 'audience', number: 11, kind: 'choice', of: 'audience' }, { name: 'holder', number: 12, kind: 'id' }] },
  link: { number: 10, fields: [{ name: 'board', number: 1, kind: 'id' }, { name: 'from', number: 2, kind: 'id' }, { name: 'to', number: 3, kind: 'id' }, { name: 'label', number: 4, kind: 'text', max: 80 }, { name: 'author', number: 5, kind: 'id' }, { name: 'audience', number: 6, kind: 'choice', of: 'audience' }, { name: 'holder', number: 7, kind: 'id' }] },
}

export const commands: Record<CommandType, CommandTable> = {
  create_workshop: { number: 1, who: ['organiser'], fields: [{ name: 'title', number: 1, kind: 'text', max: 160 }, { name: 'language', number: 2, kind: 'choice', of: 'language' }, { name: 'template', number: 3, kind: 'text', max: 40 }] },
  edit_workshop: { number: 2, who: ['animator', 'organiser'], fields: [{ name: 'workshop', number: 1, kind: 'id' }, { name: 'title', number: 2, kind: 'text', max: 160, optional: true }, { name: 'closed', number: 3, kind: 'flag', optional: true }], effect: { operation: 'patch', record: 'workshop', id: 'workshop', map: { title: 'title', closed: 'closed' } } },
  join: { number: 3, who: ['participant', 'facilitator', 'animator'], fields: [{ name: 'person', number: 1, kind: 'id' }, { name: 'name', number: 2, kind: 'text', max: 80 }, { name: 'organisation', number: 3, kind: 'text', max: 160, optional: true }, { name: 'territory', number: 4, kind: 'text', max: 120, optional: true }, { name: 'category', number: 5, kind: 'id', optional: true }, { name: 'key', number: 6, kind: 'secret' }] },
  edit_person: { number: 4, who: ['participant', 'facilitator', 'animator'], fields: [{ name: 'person', number: 1, kind: 'id' }, { name: 'name', number: 2, kind: 'text', max: 80, optional: true }, { name: 'organisation', number: 3, kind: 'text', max: 160, optional: true }, { name: 'territory', number: 4, kind: 'text', max: 120, optional: true }, { name: 'category', number: 5, kind: 'id', optional: true }, { name: 'role', number: 6, kind: 'choice', of: 'role', optional: true }], effect: { operation: 'patch', record: 'person', id: 'person', map: { name: 'name', organisation: 'organisation', territory: 'territory', category: 'category', role: 'role' } } },
  remove_person: { number: 5, who: ['animator'], fields: [{ name: 'person', number: 1, kind: 'id' }] },
  add_invitation: { number: 6, who: ['animator', 'organiser'], fields: [{ name: 'invitation', number: 1, kind: 'id' }, { name: 'role', number: 2, kind: 'choice', of: 'role' }, { name: 'number', number: 3, kind: 'integer', min: 1, max: 1000000 }, { name: 'key', number: 4, kind: 'secret' }] },
  revoke_invitation: { number: 7, who: ['animator', 'organiser'], fields: [{ name: 'invitation', number: 1, kind: 'id' }, { name: 'expel', number: 2, kind: 'flag' }] },
  edit_board: { number: 8, who: ['animator'], fields: [{ name: 'board', number: 1, kind: 'id' }, { name: 'title', number: 2, kind: 'text', max: 120, optional: true }, { name: 'locked', number: 3, kind: 'flag', optional: true }, { name: 'instructions', number: 4, kind: 'text', max: 600, optional: true }], effect: { operation: 'patch', record: 'board', id: 'board', map: { title: 'title', locked: 'locked', instructions: 'instructions' } } },
  add_card: { number: 9, who: ['participant', 'facilitator', 'animator'], fields: [{ name: 'card', number: 1, kind: 'id' }, { name: 'board', number: 2, kind: 'id' }, { name: 'title', number: 3, kind: 'text', max: 240 }, { name: 'text', number: 4, kind: 'text', max: 4000, optional: true }, { name: 'color', number: 5, kind: 'choice', of: 'color' }, { name: 'x', number: 6, kind: 'integer', min: -100000, max: 100000 }, { name: 'y', number: 7, kind: 'integer', min: -100000, max: 100000 }, { name: 'width', number: 8, kind: 'integer', min: 80, max: 2000 }, { name: 'height', number: 9, kind: 'integer', min: 40, max: 2000 }, { name: 'audience', number: 10, kind: 'choice', of: 'audience' }, { name: 'holder', number: 11, kind: 'id', optional: true }], effect: { operation: 'put', record: 'card', id: 'card', map: { board: 'board', title: 'title', text: 'text', color: 'color', x: 'x', y: 'y', width: 'width', height: 'height', audience: 'audience', holder: 'holder' }, actor: 'author', time: 'made_at' } },
  edit_card: { number: 10, who: ['participant', 'facilitator', 'animator'], fields: [{ name: 'card', number: 1, kind: 'id' }, { name: 'title', number: 2, kind: 'text', max: 240, optional: true }, { name: 'text', number: 3, kind: 'text', max: 4000, optional: true }, { name: 'color', number: 4, kind: 'choice', of: 'color', optional: true }, { name: 'x', number: 5, kind: 'integer', min: -100000, max: 100000, optional: true }, { name: 'y', number: 6, kind: 'integer', min: -100000, max: 100000, optional: true }, { name: 'width', number: 7, kind: 'integer', min: 80, max: 2000, optional: true }, { name: 'height', number: 8, kind: 'integer', min: 40, max: 2000, optional: true }, { name: 'audience', number: 9, kind: 'choice', of: 'audience', optional: true }, { name: 'holder', number: 10, kind: 'id', optional: true }], effect: { operation: 'patch', record: 'card', id: 'card', map: { title: 'title', text: 'text', color: 'color', x: 'x', y: 'y', width: 'width', height: 'height', audience: 'audience', holder: 'holder' } } },
  drop_card: { number: 11, who: ['participant', 'facilitator', 'animator'], fields: [{ name: 'card', number: 1, kind: 'id' }], effect: { operation: 'drop', record: 'card', id: 'card', map: {  } } },
  add_link: { number: 12, who: ['participant', 'facilitator', 'animator'], fields: [{ name: 'link', number: 1, kind: 'id' }, { name: 'board', number: 2, kind: 'id' }, { name: 'from', number: 3, kind: 'id' }, { name: 'to', number: 4, kind: 'id' }, { name: 'label', number: 5, kind: 'text', max: 80, optional: true }], effect: { operation: 'put', record: 'link', id: 'link', map: { board: 'board', from: 'from', to: 'to', label: 'label' }, actor: 'author' } },
  edit_link: { number: 13, who: ['participant', 'facilitator', 'animator'], fields: [{ name: 'link', number: 1, kind: 'id' }, { name: 'label', number: 2, kind: 'text', max: 80 }], effect: { operation: 'patch', record: 'link', id: 'link', map: { label: 'label' } } },
  drop_link: { number: 14, who: ['participant', 'facilitator', 'animator'], fields: [{ name: 'link', number: 1, kind: 'id' }], effect: { operation: 'drop', record: 'link', id: 'link', map: {  } } },
}

export const lists: Record<string, Field[]> = {
  hinted: [{ name: 'person', number: 1, kind: 'id' }, { name: 'board', number: 2, kind: 'id' }, { name: 'card', number: 3, kind: 'id' }, { name: 'x', number: 4, kind: 'integer', min: -100000, max: 100000 }, { name: 'y', number: 5, kind: 'integer', min: -100000, max: 100000 }],
  summary: [{ name: 'workshop', number: 1, kind: 'id' }, { name: 'title', number: 2, kind: 'text' }, { name: 'closed', number: 3, kind: 'flag' }, { name: 'made_at', number: 4, kind: 'time' }, { name: 'people', number: 5, kind: 'integer' }, { name: 'connected', number: 6, kind: 'integer' }, { name: 'entries', number: 7, kind: 'integer' }],
}

export const toServer: Record<ToServer['type'], { number: number; fields: Field[] }> = {
  hello: { number: 1, fields: [{ name: 'version', number: 1, kind: 'integer' }, { name: 'workshop', number: 2, kind: 'id' }, { name: 'key', number: 3, kind: 'secret' }, { name: 'epoch', number: 4, kind: 'integer' }, { name: 'seq', number: 5, kind: 'integer' }] },
  command: { number: 2, fields: [{ name: 'client', number: 1, kind: 'id' }, { name: 'counter', number: 2, kind: 'integer' }, { name: 'command', number: 3, kind: 'command' }] },
  hint: { number: 3, fields: [{ name: 'board', number: 1, kind: 'id' }, { name: 'card', number: 2, kind: 'id' }, { name: 'x', number: 3, kind: 'integer', min: -100000, max: 100000 }, { name: 'y', number: 4, kind: 'integer', min: -100000, max: 100000 }] },
  ping: { number: 4, fields: [] },
  create: { number: 5, fields: [{ name: 'workshop', number: 1, kind: 'id' }, { name: 'command', number: 2, kind: 'command' }, { name: 'roll', number: 3, kind: 'bytes' }] },
  list: { number: 6, fields: [] },
}

export const toClient: Record<ToClient['type'], { number: number; fields: Field[] }> = {
  welcome: { number: 32, fields: [{ name: 'version', number: 1, kind: 'integer' }, { name: 'workshop', number: 2, kind: 'id' }, { name: 'person', number: 3, kind: 'id' }, { name: 'role', number: 4, kind: 'choice', of: 'role' }, { name: 'epoch', number: 5, kind: 'integer' }, { name: 'resumed', number: 6, kind: 'flag' }, { name: 'now', number: 7, kind: 'time' }] },
  snapshot: { number: 33, fields: [{ name: 'seq', number: 1, kind: 'integer' }, { name: 'last', number: 2, kind: 'flag' }, { name: 'changes', number: 3, kind: 'changes' }] },
  changes: { number: 34, fields: [{ name: 'after', number: 1, kind: 'integer' }, { name: 'seq', number: 2, kind: 'integer' }, { name: 'changes', number: 3, kind: 'changes' }] },
  done: { number: 35, fields: [{ name: 'client', number: 1, kind: 'id' }, { name: 'counter', number: 2, kind: 'integer' }, { name: 'seq', number: 3, kind: 'integer' }] },
  refused: { number: 36, fields: [{ name: 'client', number: 1, kind: 'id' }, { name: 'counter', number: 2, kind: 'integer' }, { name: 'refusal', number: 3, kind: 'integer' }, { name: 'command', number: 4, kind: 'integer' }, { name: 'field', number: 5, kind: 'integer' }, { name: 'limit', number: 6, kind: 'integer' }, { name: 'line', number: 7, kind: 'integer' }] },
  presence: { number: 37, fields: [{ name: 'whole', number: 1, kind: 'flag' }, { name: 'came', number: 2, kind: 'ids' }, { name: 'left', number: 3, kind: 'ids' }, { name: 'guests', number: 4, kind: 'integer' }] },
  hints: { number: 38, fields: [{ name: 'hints', number: 1, kind: 'list', of: 'hinted' }] },
  pong: { number: 39, fields: [{ name: 'seq', number: 1, kind: 'integer' }, { name: 'now', number: 2, kind: 'time' }] },
  created: { number: 40, fields: [{ name: 'workshop', number: 1, kind: 'id' }, { name: 'people', number: 2, kind: 'integer' }] },
  listed: { number: 41, fields: [{ name: 'workshops', number: 1, kind: 'list', of: 'summary' }] },
}

export type Refusal = 'not_allowed' | 'not_joined' | 'workshop_closed' | 'board_locked' | 'unknown_record' | 'id_taken' | 'field_missing' | 'field_too_long' | 'field_out_of_range' | 'field_empty' | 'field_not_text' | 'field_control_character' | 'field_wrong_kind' | 'too_many' | 'person_taken' | 'already_joined' | 'same_card' | 'link_exists' | 'other_board' | 'already_revoked' | 'last_animator' | 'unknown_template' | 'workshop_exists' | 'roll_empty' | 'roll_no_name_column' | 'roll_bad_line' | 'roll_no_name' | 'roll_field_too_long' | 'roll_unknown_category' | 'roll_too_long' | 'journal_unavailable' | 'field_unknown' | 'not_yours' | 'private_link'
export const refusals: Record<Refusal, number> = {
  not_allowed: 1,
  not_joined: 2,
  workshop_closed: 3,
  board_locked: 4,
  unknown_record: 5,
  id_taken: 6,
  field_missing: 7,
  field_too_long: 8,
  field_out_of_range: 9,
  field_empty: 10,
  field_not_text: 11,
  field_control_character: 12,
  field_wrong_kind: 13,
  too_many: 14,
  person_taken: 15,
  already_joined: 16,
  same_card: 17,
  link_exists: 18,
  other_board: 19,
  already_revoked: 20,
  last_animator: 21,
  unknown_template: 22,
  workshop_exists: 23,
  roll_empty: 24,
  roll_no_name_column: 25,
  roll_bad_line: 26,
  roll_no_name: 27,
  roll_field_too_long: 28,
  roll_unknown_category: 29,
  roll_too_long: 30,
  journal_unavailable: 31,
  field_unknown: 32,
  not_yours: 33,
  private_link: 34,
}

export type Close = 'going_away' | 'too_big' | 'bad_message' | 'wrong_version' | 'unknown_workshop' | 'unknown_key' | 'revoked' | 'no_hello' | 'silent' | 'too_slow' | 'elsewhere' | 'unavailable' | 'damaged' | 'full'
/** again: whether the page should come back by itself. */
export const closes: Record<Close, { number: number; again: boolean }> = {
  going_away: { number: 1012, again: true },
  too_big: { number: 1009, again: false },
  bad_message: { number: 4000, again: false },
  wrong_version: { number: 4001, again: false },
  unknown_workshop: { number: 4002, again: false },
  unknown_key: { number: 4003, again: false },
  revoked: { number: 4004, again: false },
  no_hello: { number: 4005, again: true },
  silent: { number: 4006, again: true },
  too_slow: { number: 4007, again: true },
  elsewhere: { number: 4009, again: false },
  unavailable: { number: 4010, again: true },
  damaged: { number: 4011, again: false },
  full: { number: 4012, again: true },
}
