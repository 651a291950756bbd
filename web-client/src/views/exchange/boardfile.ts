// A board as a file of our own: everything on it but who wrote it, with names instead of ids. What comes in is
// checked field by field against the schema before anything is made of it. Pure.
import {
  type Board as BoardRecord,
  type Card,
  type CardType,
  type CommandType,
  choices,
  commands,
  type Field,
  type Link,
  type LinkType,
  type Objective,
  type Territory,
  type Zone,
} from '../../../../protocol/generated/protocol'
import { most } from './most'

export const format = 'archipel-board'
export const version = 1

type Keyed<T> = Readonly<Record<string, T>>

export type FileType = Omit<CardType, 'id'>
export type FileLinkType = Omit<LinkType, 'id'>
export type FileObjective = Omit<Objective, 'id'>
export type FileTerritory = Omit<Territory, 'id'>
export type FileZone = Omit<Zone, 'id' | 'board' | 'objective' | 'card_type'> & {
  readonly objective: string
  readonly card_type: string
}
export type FileCard = Pick<
  Card,
  | 'title'
  | 'text'
  | 'color'
  | 'x'
  | 'y'
  | 'width'
  | 'height'
  | 'audience'
  | 'tags'
  | 'anonymous'
  | 'pinned'
  | 'longitude'
  | 'latitude'
  | 'locked'
  | 'place'
  | 'unplaced'
> & { readonly card_type: string; readonly objectives: readonly string[]; readonly territory: string }
export interface FileLink {
  /** Places of its cards in `cards`. */
  readonly from: number
  readonly to: number
  readonly label: string
  readonly link_type: string
}
export type FileSheet = Pick<BoardRecord, 'title' | 'instructions' | 'scene' | 'locked' | 'controlled'>

export interface BoardFile {
  readonly format: typeof format
  readonly version: typeof version
  readonly board: FileSheet
  readonly card_types: Keyed<FileType>
  readonly link_types: Keyed<FileLinkType>
  readonly objectives: Keyed<FileObjective>
  readonly territories: Keyed<FileTerritory>
  readonly zones: readonly FileZone[]
  readonly cards: readonly FileCard[]
  readonly links: readonly FileLink[]
}

export type Problem =
  | { readonly why: 'notJson' | 'notOurs' }
  | { readonly why: 'newer'; readonly version: number }
  | { readonly why: 'broken'; readonly where: string }
  | { readonly why: 'many'; readonly where: string; readonly most: number }

class Broken extends Error {
  constructor(readonly problem: Problem) {
    super(problem.why)
  }
}

/** `left`: the links that lead to a card which is not in the file, by their place there; the file is without them. */
export function readBoardFile(
  text: string,
): { file: BoardFile; left: readonly string[] } | { problem: Problem } {
  try {
    return checked(parsed(text))
  } catch (problem) {
    if (problem instanceof Broken) return { problem: problem.problem }
    throw problem
  }
}

type Plain = Readonly<Record<string, unknown>>

function parsed(text: string): Plain {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Broken({ why: 'notJson' })
  }
  if (!isPlain(value) || value.format !== format) throw new Broken({ why: 'notOurs' })
  if (typeof value.version === 'number' && value.version > version) {
    throw new Broken({ why: 'newer', version: value.version })
  }
  if (value.version !== version) throw new Broken({ why: 'notOurs' })
  return value
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function checked(value: Plain): { file: BoardFile; left: readonly string[] } {
  const names: Names = {
    card_types: keyed(value, 'card_types', most.card_type, cardType),
    link_types: keyed(value, 'link_types', most.link_type, linkType),
    objectives: keyed(value, 'objectives', most.objective, objective),
    territories: keyed(value, 'territories', most.territory, territory),
  }
  const cards = list(value, 'cards', most.card, (one, where) => card(one, where, names))
  const left: string[] = []
  const links = list(value, 'links', most.link, (one, where) => {
    const read = link(one, where, names)
    if (read.from < cards.length && read.to < cards.length) return [read]
    left.push(where)
    return []
  })
  const zones = list(value, 'zones', most.zone, (one, where) => zone(one, where, names))
  const board = sheet(value.board)
  return { file: { format, version, board, ...names, zones, cards, links: links.flat() }, left }
}

interface Names {
  card_types: Keyed<FileType>
  link_types: Keyed<FileLinkType>
  objectives: Keyed<FileObjective>
  territories: Keyed<FileTerritory>
}

/* ---- parts ---- */

function sheet(value: unknown): FileSheet {
  const fields = taken(value, 'board', 'edit_board', [
    'title',
    'instructions',
    'scene',
    'locked',
    'controlled',
  ])
  return named(fields, 'board', 'title') as unknown as FileSheet
}

function cardType(value: unknown, where: string): FileType {
  const names = ['label', 'icon', 'color', 'place']
  return named(taken(value, where, 'add_card_type', names), where, 'label') as unknown as FileType
}

function linkType(value: unknown, where: string): FileLinkType {
  const names = ['label', 'color', 'dashed', 'place']
  return named(taken(value, where, 'add_link_type', names), where, 'label') as unknown as FileLinkType
}

function objective(value: unknown, where: string): FileObjective {
  const names = ['title', 'brief', 'color', 'place']
  return named(taken(value, where, 'add_objective', names), where, 'title') as unknown as FileObjective
}

function territory(value: unknown, where: string): FileTerritory {
  const names = ['name', 'kind', 'code', 'longitude', 'latitude']
  return named(taken(value, where, 'add_territory', names), where, 'name') as unknown as FileTerritory
}

function zone(value: unknown, where: string, names: Names): FileZone {
  const own = ['title', 'color', 'x', 'y', 'width', 'height', 'paints', 'locked']
  const given = plain(value, where)
  return {
    ...(taken(value, where, 'add_zone', own) as unknown as Omit<FileZone, 'objective' | 'card_type'>),
    objective: nameIn(names.objectives, given.objective, `${where}.objective`),
    card_type: nameIn(names.card_types, given.card_type, `${where}.card_type`),
  }
}

const cardOwn = ['title', 'text', 'color', 'x', 'y', 'width', 'height', 'audience', 'tags'] as const
const cardSpot = ['anonymous', 'pinned', 'longitude', 'latitude'] as const
const cardState = ['locked', 'place', 'unplaced'] as const
type CardOwn = Omit<FileCard, 'card_type' | 'objectives' | 'territory'>

function card(value: unknown, where: string, names: Names): FileCard {
  const given = plain(value, where)
  const own = {
    ...taken(value, where, 'add_card', [...cardOwn, ...cardSpot]),
    ...taken(value, where, 'edit_card', cardState),
  } as unknown as CardOwn
  if (own.audience !== 'everyone' && own.audience !== 'animators') broken(`${where}.audience`)
  const objectives = array(given.objectives, `${where}.objectives`)
  if (objectives.length > 8) broken(`${where}.objectives`)
  return {
    ...own,
    card_type: nameIn(names.card_types, given.card_type, `${where}.card_type`),
    objectives: objectives.map((one) => nameIn(names.objectives, one, `${where}.objectives`)).filter(Boolean),
    territory: nameIn(names.territories, given.territory, `${where}.territory`),
  }
}

function link(value: unknown, where: string, names: Names): FileLink {
  const given = plain(value, where)
  const end = (name: 'from' | 'to') => {
    const at = given[name]
    if (typeof at === 'number' && Number.isInteger(at) && at >= 0) return at
    return broken(`${where}.${name}`)
  }
  const ends = { from: end('from'), to: end('to') }
  if (ends.from === ends.to) broken(`${where}.to`)
  const { label } = taken(value, where, 'add_link', ['label']) as { label: string }
  return { ...ends, label, link_type: nameIn(names.link_types, given.link_type, `${where}.link_type`) }
}

/* ---- values ---- */

function broken(where: string): never {
  throw new Broken({ why: 'broken', where })
}

function plain(value: unknown, where: string): Plain {
  return isPlain(value) ? value : broken(where)
}

function array(value: unknown, where: string): readonly unknown[] {
  return Array.isArray(value) ? value : broken(where)
}

function list<T>(from: Plain, name: string, limit: number, read: (one: unknown, where: string) => T): T[] {
  const all = array(from[name], name)
  if (all.length > limit) throw new Broken({ why: 'many', where: name, most: limit })
  return all.map((one, at) => read(one, `${name}[${at}]`))
}

function keyed<T>(
  from: Plain,
  name: string,
  limit: number,
  read: (one: unknown, where: string) => T,
): Keyed<T> {
  const all = Object.entries(plain(from[name], name))
  if (all.length > limit) throw new Broken({ why: 'many', where: name, most: limit })
  return Object.fromEntries(all.map(([key, one]) => [key, read(one, `${name}.${key}`)]))
}

/** '' is none. */
function nameIn(names: Keyed<unknown>, value: unknown, where: string): string {
  if (value === '' || (typeof value === 'string' && Object.hasOwn(names, value))) return value
  return broken(where)
}

/** These fields, each within what the command's field allows. */
function taken(value: unknown, where: string, command: CommandType, names: readonly string[]): Plain {
  const given = plain(value, where)
  const fields = new Map(commands[command].fields.map((field) => [field.name, field]))
  return Object.fromEntries(
    names.map((name) => [name, valueFor(fields.get(name) as Field, given[name], `${where}.${name}`)]),
  )
}

/** What is called by this field must not be empty there. */
function named(fields: Plain, where: string, name: string): Plain {
  return String(fields[name]).trim() ? fields : broken(`${where}.${name}`)
}

function valueFor(field: Field, value: unknown, where: string): unknown {
  switch (field.kind) {
    case 'text':
      return text(value, where, field.max ?? 0)
    case 'integer':
      return whole(value, where, field)
    case 'flag':
      return flag(value, where)
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(choices[field.of ?? ''] ?? {}, value)
        ? value
        : broken(where)
    default:
      return broken(where)
  }
}

function text(value: unknown, where: string, limit: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text of a workshop holds them
  if (typeof value !== 'string' || /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(value))
    return broken(where)
  return new TextEncoder().encode(value).length <= limit ? value : broken(where)
}

function whole(value: unknown, where: string, { min = 0, max = 0 }: Field): number {
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
  return fits ? value : broken(where)
}

function flag(value: unknown, where: string): boolean {
  return typeof value === 'boolean' ? value : broken(where)
}

/* ---- out ---- */

/** What a board is made of, as records. */
export interface Records {
  readonly board: BoardRecord
  readonly zones: readonly Zone[]
  readonly cards: readonly Card[]
  readonly links: readonly Link[]
  readonly types: readonly CardType[]
  readonly linkTypes: readonly LinkType[]
  readonly objectives: readonly Objective[]
  readonly territories: readonly Territory[]
}

/** Cards that only one person or one group sees stay out of a file that goes from hand to hand. */
export function isOpen(card: Card): boolean {
  return card.audience === 'everyone' || card.audience === 'animators'
}

export function boardFile(records: Records): BoardFile {
  const cards = records.cards.filter(isOpen).sort((a, b) => a.made_at - b.made_at || a.id - b.id)
  const placeOf = new Map(cards.map(({ id }, at) => [id, at]))
  const used = new Set(cards.map(({ territory }) => territory))
  const types = keysOf(records.types, 't')
  const linkTypes = keysOf(records.linkTypes, 'l')
  const objectives = keysOf(records.objectives, 'o')
  const territories = keysOf(
    records.territories.filter(({ id }) => used.has(id)),
    'p',
  )
  const { title, instructions, scene, locked, controlled } = records.board
  return {
    format,
    version,
    board: { title, instructions, scene, locked, controlled },
    card_types: types.all,
    link_types: linkTypes.all,
    objectives: objectives.all,
    territories: territories.all,
    zones: records.zones.map(({ id: _id, board: _board, ...zone }) => ({
      ...zone,
      objective: objectives.name(zone.objective),
      card_type: types.name(zone.card_type),
    })),
    cards: cards.map((card) => ({
      ...(picked(card, [...cardOwn, ...cardSpot, ...cardState]) as CardOwn),
      card_type: types.name(card.card_type),
      objectives: card.objectives.map(objectives.name).filter(Boolean),
      territory: territories.name(card.territory),
    })),
    links: records.links.flatMap((link) => {
      const from = placeOf.get(link.from)
      const to = placeOf.get(link.to)
      if (from === undefined || to === undefined) return []
      return { from, to, label: link.label, link_type: linkTypes.name(link.link_type) }
    }),
  }
}

/** Without cards and what binds them: a template. */
export function emptied(file: BoardFile): BoardFile {
  return { ...file, territories: {}, cards: [], links: [], board: { ...file.board, locked: false } }
}

export function writeBoardFile(file: BoardFile): string {
  return `${JSON.stringify(file, null, 1)}\n`
}

function keysOf<T extends { id: number }>(records: readonly T[], letter: string) {
  const names = new Map(records.map(({ id }, at) => [id, `${letter}${at + 1}`]))
  const all = Object.fromEntries(
    records.map(({ id, ...fields }) => [names.get(id) as string, fields as Omit<T, 'id'>]),
  )
  return { all, name: (id: number) => names.get(id) ?? '' }
}

function picked<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>
}
