// Written by protocol/generate.mjs from protocol/schema; do not edit.

export const SUBPROTOCOL = 'archipel.v1'
export const VERSION = 1
/** The fingerprint of the schema that this was built with (PROTOCOL.md, H19). */
export const SCHEMA = 47982263700762
export const limits = {
  message_bytes: 65536,
  organiser_message_bytes: 1048576,
  hello_bytes: 1024,
  hello_ms: 10000,
  silence_ms: 60000,
  depth: 8,
  outbox_bytes: 8388608,
  frame_bytes: 16384,
  resumption_bytes: 32768,
  packed_bytes: 1048576,
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
/** What the walls of a hall show. */
export type WallPhase = 'auto' | 'joining' | 'writing' | 'voting' | 'result' | 'presenting' | 'message' | 'board'
export const choices: Record<string, Record<string, number>> = {
  language: { fr: 1, en: 2 },
  role: { participant: 1, facilitator: 2, animator: 3, screen: 4, organiser: 5 },
  audience: { everyone: 1, animators: 2, person: 3, group: 4 },
  color: { sand: 1, sun: 2, coral: 3, rose: 4, violet: 5, sky: 6, sea: 7, leaf: 8 },
  wall_phase: { auto: 1, joining: 2, writing: 3, voting: 4, result: 5, presenting: 6, message: 7, board: 8 },
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
  /** How many people may be in by it; 0 for as many as come. */
  entries: number
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
  /** Contributions wait in an inbox until an animator places them. */
  controlled: boolean
  /** What participants write stays theirs until an animator reveals it. */
  veiled: boolean
  /** When the timer shown on the board runs out; 0 for none. Indicative: nothing happens by itself. */
  timer_end: number
  /** What lies behind the cards: empty, or france for the map of départements. */
  scene: string
  /** What is left of a timer that was paused, milliseconds, up to 99:59:59; 0 when it is not. While it is paused, timer_end counts for nothing. */
  timer_left: number
  /** The end of the timer is heard, on walls and at the animators'. */
  timer_rings: boolean
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
  /** Cards laid here get this objective; 0 for none. */
  objective: number
  /** Cards laid here become of this type; 0 for none. */
  card_type: number
  /** Cards laid here take the zone's colour. */
  paints: boolean
  /** Only animators change, bring in or take out what lies here. */
  locked: boolean
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
  /** Project, problem, resource…; 0 for none. */
  card_type: number
  /** The charter's objectives it serves. */
  objectives: number[]
  /** Where it is; 0 for none. */
  territory: number
  /** One a line. */
  tags: string
  /** The group it was written in; 0 for none. */
  group: number
  /** Only animators change it. */
  locked: boolean
  /** Its turn, from 1; 0 for none. */
  place: number
  /** It waits in the inbox for an animator to place it. */
  unplaced: boolean
  /** It was written under a veil and is shown when that is lifted. */
  veiled: boolean
  /** Its author is told to nobody; author is then 0. */
  anonymous: boolean
  /** It has a point of its own. */
  pinned: boolean
  /** Of its own point, millionths of a degree, WGS 84. */
  longitude: number
  /** Of its own point, millionths of a degree, WGS 84. */
  latitude: number
  /** Who took it off; 0 for an animator without a name, and for an anonymous card. */
  dropped_by: number
  /** When it was taken off; it is kept for animators to bring back. 0 while it is there. */
  dropped_at: number
  /** Who wrote what was merged into it. */
  coauthors: number[]
  /** It waits, and an animator has sent it back to who wrote it. */
  returned: boolean
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
  /** Who drew it, as stores of before 0.2 have it; 0 since: it would tell whose an anonymous card is. */
  author: number
  /** Who may see it. */
  audience: Audience
  /** As a card's. */
  holder: number
  /** Supports, hinders…; 0 for none. */
  link_type: number
}

/** A kind of card (project, problem, resource…): data, chosen by the template. */
export interface CardType {
  id: number
  /** What people read. */
  label: string
  /** The name of an icon of the client; one it does not have is shown as a dot. */
  icon: string
  /** Its colour. */
  color: Color
  /** Its place in lists. */
  place: number
}

/** A kind of link (supports, hinders…): data, chosen by the template. */
export interface LinkType {
  id: number
  /** What people read. */
  label: string
  /** Its colour. */
  color: Color
  /** Drawn as a dashed line. */
  dashed: boolean
  /** Its place in lists. */
  place: number
}

/** An objective that cards serve: data, chosen by the template. */
export interface Objective {
  id: number
  /** The whole sentence. */
  title: string
  /** What stands on a card. */
  brief: string
  /** Its colour. */
  color: Color
  /** Its place in lists. */
  place: number
}

/** A place that cards are about. */
export interface Territory {
  id: number
  /** What people read. */
  name: string
  /** Commune, pays, PETR… */
  kind: string
  /** INSEE code, for instance 62 or 2A; may be empty. */
  code: string
  /** Millionths of a degree, WGS 84. */
  longitude: number
  /** Millionths of a degree, WGS 84. */
  latitude: number
}

/** A prioritisation: everybody, or every delegation, spreads points over the cards of a board. */
export interface Priority {
  id: number
  /** Over whose cards. */
  board: number
  /** What is asked. */
  title: string
  /** For each person or delegation. */
  points: number
  /** The people of one territory share one budget. */
  by_delegation: boolean
  /** No more points are taken. */
  closed: boolean
  /** The points are shown to everybody. */
  shown: boolean
  /** When it was opened. */
  made_at: number
}

/** The points that somebody gives to a card; theirs alone until the prioritisation is shown. */
export interface Allotment {
  id: number
  /** In which. */
  priority: number
  /** Whose points. */
  person: number
  /** On which card. */
  card: number
  /** How many, in all, on this card. */
  points: number
  /** Person until shown, then everyone. */
  audience: Audience
  /** The person, until shown. */
  holder: number
}

/** An animator leads everybody's eyes on a board; its id is the board's. */
export interface Lead {
  id: number
  /** Where. */
  board: number
  /** Left edge of what is to be seen, board units. */
  x: number
  /** Top edge. */
  y: number
  /** Board units. */
  width: number
  /** Board units. */
  height: number
  /** Everybody stays there until released. */
  held: boolean
  /** The card in the spotlight; 0 for none. */
  card: number
  /** The animator. */
  person: number
  /** Since when; a new time calls everybody again. */
  at: number
}

/** Who wrote an anonymous card, and who took it off; its id is the card's. Told to nobody. */
export interface Authorship {
  id: number
  /** Who wrote it. */
  person: number
  /** Who took it off, and may bring it back; 0 while it is there, and for an animator without a name. */
  dropped_by: number
}

/** Six letters that lead in as the participants' link does, while an animator keeps the door open (PROTOCOL.md, H21). Its id is the workshop's. */
export interface ShortCode {
  id: number
  /** The letters; empty once it was withdrawn because somebody guesses at codes. */
  code: string
  /** Since when it leads in; it does for a day at most. */
  opened_at: number
  /** When the server withdrew it; 0 while it works. */
  withdrawn_at: number
}

/** A word with which a card that waits was sent back; for who wrote the card alone, also when it is unsigned. */
export interface Remark {
  id: number
  /** Which. */
  card: number
  /** What is said; may be empty. */
  text: string
  /** Person. */
  audience: Audience
  /** Who wrote the card. */
  holder: number
  /** When. */
  at: number
}

/** Who drew a link, and when; its id is the link's. Told to nobody. */
export interface LinkAuthorship {
  id: number
  /** Who drew it. */
  person: number
  /** When. */
  made_at: number
  /** One of its cards was anonymous then: it is taken off with what is unsigned, never with what somebody added. */
  anonymous: boolean
}

/** Who named a place, and when; its id is the territory's. Told to nobody: a place that one anonymous card is about would sign it. */
export interface TerritoryAuthorship {
  id: number
  /** Who named it. */
  person: number
  /** When. */
  made_at: number
}

/** What an animator has chosen for the walls; its id is the workshop's. */
export interface Wall {
  id: number
  /** Auto: what follows from the state of the workshop. */
  phase: WallPhase
  /** An animator's word to the hall, for the phase message. */
  message: string
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
  card_type: CardType
  link_type: LinkType
  objective: Objective
  territory: Territory
  priority: Priority
  allotment: Allotment
  lead: Lead
  authorship: Authorship
  short_code: ShortCode
  remark: Remark
  link_authorship: LinkAuthorship
  territory_authorship: TerritoryAuthorship
  wall: Wall
}
export type RecordType = keyof Records

/** What becomes of a stretch of a text: so many units are kept; or so many are replaced by lines, by none at all. */
export type TextPart = number | readonly [number, ...string[]]
/** Changes of a text, from left to right (PROTOCOL.md, E11). */
export type TextChange = readonly TextPart[]

/** One record put whole, patched in some fields, or dropped, or one of its texts edited. */
export type Change = {
  [T in RecordType]:
    | { operation: 'put'; type: T; id: number; fields: Omit<Records[T], 'id'> }
    | { operation: 'patch'; type: T; id: number; fields: Partial<Omit<Records[T], 'id'>> }
    | { operation: 'drop'; type: T; id: number }
    | { operation: 'edit'; type: T; id: number; fields: Partial<Record<keyof Omit<Records[T], 'id'>, TextChange>> }
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

/** Rename or lock a board, change its instructions or its timer. */
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
  /** Contributions wait in an inbox until an animator places them. */
  controlled?: boolean
  /** When the timer shown on the board runs out; 0 for none. Indicative: nothing happens by itself. */
  timer_end?: number
  /** What lies behind the cards: empty, or france for the map of départements. */
  scene?: string
  /** What is left of a timer that was paused, milliseconds, up to 99:59:59; 0 when it is not. While it is paused, timer_end counts for nothing. */
  timer_left?: number
  /** The end of the timer is heard, on walls and at the animators'. */
  timer_rings?: boolean
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
  /** Project, problem, resource…; 0 for none. */
  card_type?: number
  /** The charter's objectives it serves. */
  objectives?: number[]
  /** Where it is; 0 for none. */
  territory?: number
  /** One a line. */
  tags?: string
  /** Its author is told to nobody; author is then 0. */
  anonymous?: boolean
  /** It has a point of its own. */
  pinned?: boolean
  /** Of its own point, millionths of a degree, WGS 84. */
  longitude?: number
  /** Of its own point, millionths of a degree, WGS 84. */
  latitude?: number
}

/** Change a card: its words, place, size, colour, or who may see it; hand in again one that was sent back. */
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
  /** Project, problem, resource…; 0 for none. */
  card_type?: number
  /** The charter's objectives it serves. */
  objectives?: number[]
  /** Where it is; 0 for none. */
  territory?: number
  /** One a line. */
  tags?: string
  /** It has a point of its own. */
  pinned?: boolean
  /** Of its own point, millionths of a degree, WGS 84. */
  longitude?: number
  /** Of its own point, millionths of a degree, WGS 84. */
  latitude?: number
  /** Only animators change it. */
  locked?: boolean
  /** Its turn, from 1; 0 for none. */
  place?: number
  /** It waits in the inbox for an animator to place it. */
  unplaced?: boolean
  /** It waits, and an animator has sent it back to who wrote it. */
  returned?: boolean
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
  /** Supports, hinders…; 0 for none. */
  link_type?: number
}

/** Relabel a link. */
export interface EditLinkCommand {
  type: 'edit_link'
  /** Which. */
  link: number
  /** What binds the two; may be empty. */
  label?: string
  /** Supports, hinders…; 0 for none. */
  link_type?: number
}

/** Take a link away. */
export interface DropLinkCommand {
  type: 'drop_link'
  /** Which. */
  link: number
}

/** Open another board. */
export interface AddBoardCommand {
  type: 'add_board'
  /** A fresh id. */
  board: number
  /** What it is called. */
  title: string
  /** What people are asked to do here; stays visible. */
  instructions?: string
  /** What lies behind the cards: empty, or france for the map of départements. */
  scene?: string
}

/** Take a board away, with all that lies on it. The last one stays. */
export interface DropBoardCommand {
  type: 'drop_board'
  /** Which. */
  board: number
}

/** Draw a zone on a board. */
export interface AddZoneCommand {
  type: 'add_zone'
  /** A fresh id. */
  zone: number
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
  /** Cards laid here get this objective; 0 for none. */
  objective?: number
  /** Cards laid here become of this type; 0 for none. */
  card_type?: number
  /** Cards laid here take the zone's colour. */
  paints?: boolean
  /** Only animators change, bring in or take out what lies here. */
  locked?: boolean
}

/** Change a zone: its words, place, size, rule or lock. */
export interface EditZoneCommand {
  type: 'edit_zone'
  /** Which. */
  zone: number
  /** What it stands for. */
  title?: string
  /** Its tint. */
  color?: Color
  /** Left edge, board units. */
  x?: number
  /** Top edge, board units. */
  y?: number
  /** Board units. */
  width?: number
  /** Board units. */
  height?: number
  /** Cards laid here get this objective; 0 for none. */
  objective?: number
  /** Cards laid here become of this type; 0 for none. */
  card_type?: number
  /** Cards laid here take the zone's colour. */
  paints?: boolean
  /** Only animators change, bring in or take out what lies here. */
  locked?: boolean
}

/** Take a zone away; the cards in it stay. */
export interface DropZoneCommand {
  type: 'drop_zone'
  /** Which. */
  zone: number
}

/** From now on what participants write on this board stays theirs until it is revealed. */
export interface VeilBoardCommand {
  type: 'veil_board'
  /** Which. */
  board: number
}

/** Show everybody what was written under the veil. */
export interface RevealBoardCommand {
  type: 'reveal_board'
  /** Which. */
  board: number
}

/** Rewrite a card's text, starting from base. What others wrote since is kept: both edits are joined, and where they touch both insertions stay. */
export interface EditTextCommand {
  type: 'edit_text'
  /** Whose text. */
  card: number
  /** The card's text as the writer last saw it. */
  base: string
  /** The rest; plain text. */
  text: string
}

/** Make one card of two: the one kept takes the other's words, author, objectives, tags and links; the other is taken off. */
export interface MergeCardsCommand {
  type: 'merge_cards'
  /** Which. */
  kept: number
  /** Which. */
  gone: number
}

/** Bring back what somebody took off since a moment, in one action. */
export interface RestoreCardsCommand {
  type: 'restore_cards'
  /** Who took them off; 0, or left out, for anybody. */
  person?: number
  /** Cards taken off at this time or later. */
  since: number
}

/** Bring everybody to this view, hold them there, or put a card in the spotlight. */
export interface LeadBoardCommand {
  type: 'lead_board'
  /** Which. */
  board: number
  /** Left edge of what is to be seen, board units. */
  x: number
  /** Top edge. */
  y: number
  /** Board units. */
  width: number
  /** Board units. */
  height: number
  /** Everybody stays there until released. */
  held: boolean
  /** The card in the spotlight; 0 for none. */
  card?: number
}

/** Let everybody look where they like. */
export interface ReleaseBoardCommand {
  type: 'release_board'
  /** Which. */
  board: number
}

/** Open a prioritisation over the cards of a board. */
export interface AddPriorityCommand {
  type: 'add_priority'
  /** A fresh id. */
  priority: number
  /** Over whose cards. */
  board: number
  /** What is asked. */
  title: string
  /** For each person or delegation. */
  points: number
  /** The people of one territory share one budget. */
  by_delegation: boolean
}

/** Close or reopen a prioritisation, show its points to everybody. */
export interface EditPriorityCommand {
  type: 'edit_priority'
  /** Which. */
  priority: number
  /** What is asked. */
  title?: string
  /** No more points are taken. */
  closed?: boolean
  /** The points are shown to everybody. */
  shown?: boolean
}

/** Take a prioritisation away with its points. */
export interface DropPriorityCommand {
  type: 'drop_priority'
  /** Which. */
  priority: number
}

/** Give a card this many of one's points, in all; 0 takes them back. */
export interface AllotCommand {
  type: 'allot'
  /** The allotment that holds one's points on this card; a fresh id when there is none. */
  allotment: number
  /** In which. */
  priority: number
  /** On which card. */
  card: number
  /** How many, in all, on this card. */
  points: number
}

/** Name a place that cards can be about. */
export interface AddTerritoryCommand {
  type: 'add_territory'
  /** A fresh id. */
  territory: number
  /** What people read. */
  name: string
  /** Commune, pays, PETR… */
  kind?: string
  /** INSEE code, for instance 62 or 2A; may be empty. */
  code?: string
  /** Millionths of a degree, WGS 84. */
  longitude: number
  /** Millionths of a degree, WGS 84. */
  latitude: number
}

/** Add a kind of card. */
export interface AddCardTypeCommand {
  type: 'add_card_type'
  /** A fresh id. */
  card_type: number
  /** What people read. */
  label: string
  /** The name of an icon of the client; one it does not have is shown as a dot. */
  icon: string
  /** Its colour. */
  color: Color
  /** Its place in lists. */
  place: number
}

/** Bring back, with its links, a card that one took off; as an animator, whoever did. */
export interface RestoreCardCommand {
  type: 'restore_card'
  /** Which. */
  card: number
}

/** Add a kind of link. */
export interface AddLinkTypeCommand {
  type: 'add_link_type'
  /** A fresh id. */
  link_type: number
  /** What people read. */
  label: string
  /** Its colour. */
  color: Color
  /** Drawn as a dashed line. */
  dashed: boolean
  /** Its place in lists. */
  place: number
}

/** Add an objective that cards can serve. */
export interface AddObjectiveCommand {
  type: 'add_objective'
  /** A fresh id. */
  objective: number
  /** The whole sentence. */
  title: string
  /** What stands on a card. */
  brief: string
  /** Its colour. */
  color: Color
  /** Its place in lists. */
  place: number
}

/** Take a merge back: the card merged comes out of the bin with its links, and the card kept gives back its words, tags, objectives and author. What the kept card had of its own before is said, and stays. */
export interface UnmergeCardsCommand {
  type: 'unmerge_cards'
  /** Which. */
  kept: number
  /** Which; it lies in the bin. */
  gone: number
  /** What the kept card said before. What others wrote since stays. */
  text?: string
  /** Those the kept card had before. */
  tags?: string
  /** Those the kept card had before. */
  objectives?: number[]
  /** Those the kept card had before. */
  coauthors?: number[]
  /** Those that were the merged card's. */
  links?: number[]
}

/** Open the door with a short code, or give it another one. */
export interface GiveCodeCommand {
  type: 'give_code'
  /** Its id. */
  workshop: number
  /** The letters; empty once it was withdrawn because somebody guesses at codes. */
  code: string
}

/** Close the door: its short code leads nowhere any more. */
export interface DropCodeCommand {
  type: 'drop_code'
  /** Its id. */
  workshop: number
}

/** Withdraw this short code, because somebody guesses at codes; what a server says for itself. */
export interface WithdrawCodeCommand {
  type: 'withdraw_code'
  /** Its id. */
  workshop: number
  /** The letters; empty once it was withdrawn because somebody guesses at codes. */
  code: string
}

/** Send a card that waits back to who wrote it, with a word. */
export interface ReturnCardCommand {
  type: 'return_card'
  /** A fresh id. */
  remark: number
  /** Which. */
  card: number
  /** What is said; may be empty. */
  text?: string
}

/** Take off, in one action, what was added since a moment: somebody's signed cards and the links that they drew between signed cards; or, of nobody named, all unsigned cards, the links drawn to them, and the territories that people named and no card is about. Cards go to the bin. */
export interface DropAddedCommand {
  type: 'drop_added'
  /** Who added it; 0 for what is unsigned. */
  person?: number
  /** What was added at this time or later. */
  since: number
}

/** Say how many people may be in by an access link. Who is in already stays. */
export interface EditInvitationCommand {
  type: 'edit_invitation'
  /** Which. */
  invitation: number
  /** How many people may be in by it; 0 for as many as come. */
  entries: number
}

/** Take out all who came in by an access link since a moment, in one action, as by remove_person; not oneself. The link goes on. */
export interface RemovePeopleCommand {
  type: 'remove_people'
  /** Which. */
  invitation: number
  /** Who came in at this time or later. */
  since: number
}

/** Choose what the walls show, say a word to the hall. */
export interface SetWallCommand {
  type: 'set_wall'
  /** Its id. */
  workshop: number
  /** Auto: what follows from the state of the workshop. */
  phase?: WallPhase
  /** An animator's word to the hall, for the phase message. */
  message?: string
}

/** Take one's name off a card that one wrote, or put it on again. */
export interface SignCardCommand {
  type: 'sign_card'
  /** Which. */
  card: number
  /** Its author is told to nobody; author is then 0. */
  anonymous: boolean
}

export type Command = CreateWorkshopCommand | EditWorkshopCommand | JoinCommand | EditPersonCommand | RemovePersonCommand | AddInvitationCommand | RevokeInvitationCommand | EditBoardCommand | AddCardCommand | EditCardCommand | DropCardCommand | AddLinkCommand | EditLinkCommand | DropLinkCommand | AddBoardCommand | DropBoardCommand | AddZoneCommand | EditZoneCommand | DropZoneCommand | VeilBoardCommand | RevealBoardCommand | EditTextCommand | MergeCardsCommand | RestoreCardsCommand | LeadBoardCommand | ReleaseBoardCommand | AddPriorityCommand | EditPriorityCommand | DropPriorityCommand | AllotCommand | AddTerritoryCommand | AddCardTypeCommand | RestoreCardCommand | AddLinkTypeCommand | AddObjectiveCommand | UnmergeCardsCommand | GiveCodeCommand | DropCodeCommand | WithdrawCodeCommand | ReturnCardCommand | DropAddedCommand | EditInvitationCommand | RemovePeopleCommand | SetWallCommand | SignCardCommand
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

/** What is written behind the veil of a board, in numbers. */
export interface VeiledItem {
  /** Which. */
  board: number
  /** So many cards. */
  cards: number
  /** Who signed them: so many people. Who wrote an unsigned card counts for no one, or the number would tell of them. */
  people: number
  /** So many of the cards are unsigned. */
  anonymous: number
}

/** Who has given points that are not shown yet, in numbers. */
export interface VotedItem {
  /** In which prioritisation. */
  priority: number
  /** Of which category; 0 for those without one, and on a wall for all together. */
  category: number
  /** So many people. */
  people: number
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
  /** The fingerprint of the schema the client was built with (PROTOCOL.md, H19). */
  schema: number
  /** Which workshop; 0 with the organiser key, to create or list. */
  workshop: number
  /** 32 bytes: an access link's key, a person's own, or the organiser's. */
  key: Uint8Array
  /** Of the last position, 0 for none. */
  epoch: number
  /** Of the last position, 0 for none. */
  seq: number
  /** Of the last position, 0 for none. */
  mark: number
  /** Parts of a snapshot may come as packed. */
  unpacks: boolean
}

/** Somebody asks for something. client and counter make resending safe: what was accepted is answered done and does nothing, what was refused is judged again (PROTOCOL.md, C6 and C7). */
export interface CommandMessage {
  type: 'command'
  /** An id of this page load, made of where it was made and chance (PROTOCOL.md, C1). */
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

/** In the place of a hello: a short code that somebody typed. Answered way_in, or closed with unknown_code. */
export interface TryCodeMessage {
  type: 'try_code'
  /** The protocol version. */
  version: number
  /** The fingerprint of the schema the client was built with (PROTOCOL.md, H19). */
  schema: number
  /** Six letters (PROTOCOL.md, H21). */
  code: string
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
  /** Where what follows leads to: the snapshot, or the changes of a resumption. */
  seq: number
  /** Of that position. */
  mark: number
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
  /** Of that position. */
  mark: number
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
  /** Of that position. */
  mark: number
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
  /** Of that position. */
  mark: number
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

/** To who unpacks: a snapshot comes, in so many parts before its last. */
export interface ComingMessage {
  type: 'coming'
  /** Messages snapshot and packed that come before the last. */
  parts: number
  /** With the first so many of them all is there that somebody needs to join by. */
  door: number
}

/** A part of a snapshot, compressed; never the last. */
export interface PackedMessage {
  type: 'packed'
  /** The records of a snapshot's part, field by field (PROTOCOL.md, P8), in the form of zlib (RFC 1950). */
  tables: Uint8Array
}

/** To animators and walls: how much there is of what they do not see. Whole; at most one a second. */
export interface SumsMessage {
  type: 'sums'
  /** For each board with a veil. */
  written: VeiledItem[]
  /** For each prioritisation whose points are not shown, and each category. */
  voted: VotedItem[]
}

/** How participants come in now: to who tried a code that works; to a screen and to animators after the snapshot, and whenever it changes. */
export interface WayInMessage {
  type: 'way_in'
  /** Where. */
  workshop: number
  /** A key that gives what the newest participants' link that works gives, 32 bytes; none when there is no such link. */
  key: Uint8Array
}

export type ToServer = HelloMessage | CommandMessage | HintMessage | PingMessage | CreateMessage | ListMessage | TryCodeMessage
export type ToClient = WelcomeMessage | SnapshotMessage | ChangesMessage | DoneMessage | RefusedMessage | PresenceMessage | HintsMessage | PongMessage | CreatedMessage | ListedMessage | ComingMessage | PackedMessage | SumsMessage | WayInMessage

export type FieldKind = 'id' | 'integer' | 'time' | 'flag' | 'choice' | 'text' | 'ids' | 'secret' | 'bytes' | 'command' | 'changes' | 'list'
export interface Field {
  name: string
  number: number
  kind: FieldKind
  of?: string
  min?: number
  max?: number
  lines?: boolean
  optional?: boolean
}
export type References = Readonly<Record<string, readonly [RecordType, 'drop' | 'clear']>>
export interface RecordTable { number: number; fields: Field[] }
/** What a command plainly does to one record (set: a put where there is none, else a patch; restore: as it was before a drop); map goes from command field to record field. */
export interface Effect {
  operation: 'put' | 'patch' | 'drop' | 'set' | 'restore'
  record: RecordType
  id: string
  map: Record<string, string>
  actor?: string
  time?: string
}
export interface CommandTable { number: number; fields: Field[]; effect?: Effect }

export type Operation = Change['operation']
export const operations: Record<Operation, number> = {
  put: 1,
  patch: 2,
  drop: 3,
  edit: 4,
}

const kinds: Record<string, FieldKind> = {
  '#': 'id', '~': 'integer', '@': 'time', '?': 'flag', '=': 'choice', ':': 'text', '*': 'ids', '!': 'secret', '%': 'bytes', '$': 'command', '&': 'changes', '[': 'list',
}
const fieldShape = /^(?:(\d+)\|)?(\w+)(?:>(\w+))?(?:([#~@?=:*!%$&[])([\w~-]*))?(\+?)$/

/** One field; `like` holds those whose kind it has when it says none. */
function unpackField(text: string, place: number, like: Field[], shown?: (to: string) => void): Field {
  const [, number, name = '', to, sign, rest = '', optional] = fieldShape.exec(text) ?? []
  const field = { name, number: Number(number ?? place + 1) } as Field
  if (to || !sign) shown?.(to ?? name)
  const { kind, of, min, max, lines } = like.find((one) => one.name === (to ?? name)) ?? {}
  if (!sign) Object.assign(field, { kind }, of && { of }, min !== undefined && { min }, max !== undefined && { max }, lines && { lines })
  else {
    field.kind = kinds[sign] as FieldKind
    const [from = '', up = ''] = rest.split('~')
    if (sign === '=' || sign === '[') field.of = rest
    else if (sign === '~' && rest) Object.assign(field, { min: Number(from), max: Number(up) })
    else if (rest) field.max = Number.parseInt(rest, 10)
    if (sign === ':' && rest.endsWith('_')) field.lines = true
  }
  if (optional) field.optional = true
  return field
}

/** Each line as its name, its number and the rest of its words. */
function unpackLines<T>(text: string, unpack: (words: string[], number: number) => T): Record<string, T> {
  return Object.fromEntries(
    text.trim().split('\n').map((line, place) => {
      const [head = '', ...words] = line.split(' ')
      const [name = '', number] = head.split('|').reverse()
      return [name.split('/')[0], unpack([name, ...words], Number(number ?? place + 1))]
    }),
  )
}

/** A field, ! if its record goes with what it names and ? if it lets go of it, and the type that it names when the field is called otherwise. */
const unpackReferences = (words: string[]): References => Object.fromEntries(words.slice(1).map((word) => {
  const [, field = '', sign, of] = /^(\w+)([!?])(\w*)$/.exec(word) ?? []
  return [field, [(of || field) as RecordType, sign === '!' ? 'drop' : 'clear']]
}))

const unpackFields = (words: string[]): Field[] => words.slice(1).map((one, place) => unpackField(one, place, []))
const unpackTables = (text: string) => unpackLines(text, (words, number) => ({ number, fields: unpackFields(words) }))

function unpackCommand([head = '', ...words]: string[], number: number): CommandTable {
  const [, operation, record, actor, time] = head.split('/')
  const map: Record<string, string> = {}
  const like = records[record as RecordType]?.fields ?? []
  const fields = words.map((one, place) => {
    let target: string | undefined
    const field = unpackField(one, place, like, (to) => {
      target = to
    })
    if (target) map[field.name] = target
    return field
  })
  if (!operation) return { number, fields }
  const effect = { operation, record, id: fields[0]?.name, map, ...(actor && { actor }), ...(time && { time }) }
  return { number, fields, effect: effect as Effect }
}

export const records = unpackTables(`
workshop title:160 language=language template:40 made_at@ closed?
category label:80 code:24 color=color
group title:120
person name:80 organisation:160 territory:120 category# role=role joined_at@ listed? invitation# groups*12
invitation role=role number~1~1000000 made_at@ revoked_at@ entries~0~2000
key digest! invitation# person#
board title:120 locked? instructions:600_ controlled? veiled? timer_end@ scene:24 timer_left~0~359999000 timer_rings?
zone board# title:200 color=color x~-100000~100000 y~-100000~100000 width~40~20000 height~40~20000 objective# card_type# paints? locked?
card board# title:240 text:4000_ color=color x~-100000~100000 y~-100000~100000 width~80~2000 height~40~2000 author# made_at@ audience=audience holder# card_type# objectives*8 territory# tags:400_ group# locked? place~0~100000 unplaced? veiled? anonymous? pinned? longitude~-180000000~180000000 latitude~-90000000~90000000 dropped_by# dropped_at@ coauthors*24 returned?
link board# from# to# label:80 author# audience=audience holder# link_type#
card_type label:60 icon:24 color=color place~0~10000
link_type label:60 color=color dashed? place~0~10000
objective title:200 brief:32 color=color place~0~10000
territory name:120 kind:40 code:8 longitude~-180000000~180000000 latitude~-90000000~90000000
priority board# title:160 points~1~100 by_delegation? closed? shown? made_at@
allotment priority# person# card# points~0~100 audience=audience holder#
lead board# x~-100000~100000 y~-100000~100000 width~0~200000 height~0~200000 held? card# person# at@
authorship person# dropped_by#
short_code code:6 opened_at@ withdrawn_at@
remark card# text:600_ audience=audience holder# at@
link_authorship person# made_at@ anonymous?
territory_authorship person# made_at@
wall phase=wall_phase message:400_`) as Record<RecordType, RecordTable>

/** By record type and field: which type the field names, and what becomes of its record when that goes. What stays then is not here, and neither is what no browser sees. */
export const references: Partial<Record<RecordType, References>> = unpackLines(`
person category? invitation? groups?group
zone board! objective? card_type?
card board! card_type? objectives?objective territory? group?
link board! from!card to!card link_type?
priority board!
allotment priority! card!
lead board! card?
short_code id!workshop
remark card!
wall id!workshop`, unpackReferences)
/** By record type: the field that says when one was put into the bin. */
export const bins: Partial<Record<RecordType, string>> = { card: 'dropped_at' }


export const commands = unpackLines(`
create_workshop title:160 language=language template:40
edit_workshop/patch/workshop// workshop# title+ closed+
join person# name:80 organisation:160+ territory:120+ category#+ key!
edit_person/patch/person// person# name+ organisation+ territory+ category+ role+
remove_person person#
add_invitation invitation# role=role number~1~1000000 key!
revoke_invitation invitation# expel?
edit_board/patch/board// board# title+ locked+ instructions+ controlled+ timer_end+ scene+ timer_left+ timer_rings+
add_card/put/card/author/made_at card# board title text+ color x y width height audience holder+ card_type+ objectives+ territory+ tags+ anonymous+ pinned+ longitude+ latitude+
edit_card/patch/card// card# title+ text+ color+ x+ y+ width+ height+ audience+ holder+ card_type+ objectives+ territory+ tags+ pinned+ longitude+ latitude+ locked+ place+ unplaced+ returned+
drop_card/drop/card// card#
add_link/put/link// link# board from to label+ link_type+
edit_link/patch/link// link# label+ link_type+
drop_link/drop/link// link#
add_board/put/board// board# title instructions+ scene+
drop_board/drop/board// board#
add_zone/put/zone// zone# board title color x y width height objective+ card_type+ paints+ locked+
edit_zone/patch/zone// zone# title+ color+ x+ y+ width+ height+ objective+ card_type+ paints+ locked+
drop_zone/drop/zone// zone#
veil_board board#
reveal_board board#
edit_text/patch/card// card# base:4000_ text
merge_cards kept# gone#
restore_cards person#+ since@
lead_board/put/lead/person/at board# x y width height held card+
release_board board#
add_priority/put/priority//made_at priority# board title points by_delegation
edit_priority/patch/priority// priority# title+ closed+ shown+
drop_priority/drop/priority// priority#
allot/set/allotment/person/ allotment# priority card points
add_territory/put/territory// territory# name kind+ code+ longitude latitude
add_card_type/put/card_type// card_type# label icon color place
restore_card/restore/card// card#
add_link_type/put/link_type// link_type# label color dashed place
add_objective/put/objective// objective# title brief color place
unmerge_cards kept# gone# text:4000_+ tags:400_+ objectives*8+ coauthors*24+ links*1000+
give_code workshop# code:6
drop_code workshop#
withdraw_code workshop# code:6
return_card remark# card# text:600_+
drop_added person#+ since@
edit_invitation/patch/invitation// invitation# entries
remove_people invitation# since@
set_wall/set/wall// workshop# phase+ message+
sign_card/patch/card// card# anonymous`, unpackCommand) as Record<CommandType, CommandTable>

export const lists: Record<string, Field[]> = unpackLines(`
hinted person# board# card# x~-100000~100000 y~-100000~100000
veiled board# cards~ people~ anonymous~
voted priority# category# people~
summary workshop# title: closed? made_at@ people~ connected~ entries~`, unpackFields)

export const toServer = unpackTables(`
hello version~ schema~ workshop# key! epoch~ seq~ mark# unpacks?
command client# counter~ command$
hint board# card# x~-100000~100000 y~-100000~100000
ping
create workshop# command$ roll%
list
try_code version~ schema~ code:6`) as Record<ToServer['type'], { number: number; fields: Field[] }>

export const toClient = unpackTables(`
32|welcome version~ workshop# person# role=role epoch~ seq~ mark# resumed? now@
33|snapshot seq~ mark# last? changes&
34|changes after~ seq~ mark# changes&
35|done client# counter~ seq~
36|refused client# counter~ refusal~ command~ field~ limit~ line~
37|presence whole? came* left* guests~
38|hints hints[hinted
39|pong seq~ mark# now@
40|created workshop# people~
41|listed workshops[summary
42|coming parts~ door~
43|packed tables%
44|sums written[veiled voted[voted
45|way_in workshop# key%`) as Record<ToClient['type'], { number: number; fields: Field[] }>

export type Refusal = 'not_allowed' | 'not_joined' | 'workshop_closed' | 'board_locked' | 'unknown_record' | 'id_taken' | 'field_missing' | 'field_too_long' | 'field_out_of_range' | 'field_empty' | 'field_not_text' | 'field_control_character' | 'field_wrong_kind' | 'too_many' | 'person_taken' | 'already_joined' | 'same_card' | 'link_exists' | 'other_board' | 'already_revoked' | 'last_animator' | 'unknown_template' | 'workshop_exists' | 'roll_empty' | 'roll_no_name_column' | 'roll_bad_line' | 'roll_no_name' | 'roll_field_too_long' | 'roll_unknown_category' | 'roll_too_long' | 'journal_unavailable' | 'field_unknown' | 'not_yours' | 'private_link' | 'card_locked' | 'zone_locked' | 'last_board' | 'budget_spent' | 'priority_closed' | 'not_veiled' | 'forgotten' | 'bad_code' | 'not_waiting' | 'author_gone' | 'share_spent' | 'link_used_up'
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
  card_locked: 35,
  zone_locked: 36,
  last_board: 37,
  budget_spent: 38,
  priority_closed: 39,
  not_veiled: 40,
  forgotten: 41,
  bad_code: 42,
  not_waiting: 43,
  author_gone: 44,
  share_spent: 45,
  link_used_up: 46,
}

export type Close = 'going_away' | 'too_big' | 'bad_message' | 'wrong_version' | 'unknown_workshop' | 'unknown_key' | 'revoked' | 'no_hello' | 'silent' | 'too_slow' | 'elsewhere' | 'unavailable' | 'damaged' | 'full' | 'outdated' | 'unknown_code'
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
  outdated: { number: 4013, again: true },
  unknown_code: { number: 4014, again: false },
}
