// A board's file becomes a new board of this workshop. Types, objectives and territories are those of the same
// name here; what this workshop has not is added. Pure.
import type {
  CardType,
  Command,
  LinkType,
  Objective,
  Territory,
} from '../../../../protocol/generated/protocol'
import type { BoardFile, FileCard, FileZone } from './boardfile'
import { most } from './most'
import { key } from './reading'

/** What is here to refer to. */
export interface Here {
  /** The new board's id. */
  readonly board: number
  readonly types: readonly CardType[]
  readonly linkTypes: readonly LinkType[]
  readonly objectives: readonly Objective[]
  readonly territories: readonly Territory[]
  newId(): number
}

export interface Restored {
  readonly board: number
  readonly commands: readonly Command[]
}

/** How many of each kind are here already. */
export type Held = Readonly<Record<keyof typeof most, number>>

/** The first kind of which the workshop would have too many. */
export function overflow(
  { commands }: Restored,
  held: Held,
): { kind: keyof typeof most; room: number } | undefined {
  for (const kind of Object.keys(most) as (keyof typeof most)[]) {
    const added = commands.filter(({ type }) => type === `add_${kind}`).length
    if (held[kind] + added > most[kind]) return { kind, room: Math.max(0, most[kind] - held[kind]) }
  }
  return undefined
}

/** Cards come before their zones, whose rules are for what is laid later; the lock comes last. */
export function restoredBoard(file: BoardFile, here: Here): Restored {
  const { board } = here
  const types = matched(file.card_types, here.types, ({ label }) => label, here.newId)
  const linkTypes = matched(file.link_types, here.linkTypes, ({ label }) => label, here.newId)
  const objectives = matched(file.objectives, here.objectives, ({ title: whole }) => whole, here.newId)
  const territories = matched(file.territories, here.territories, sameTerritory, here.newId)
  const cards = file.cards.map(() => here.newId()).sort((a, b) => a - b)
  const ids: Ids = { board, types, objectives, territories }
  const { title, instructions, scene, locked, controlled } = file.board
  const commands: Command[] = [
    { type: 'add_board', board, title, instructions, scene },
    ...types.added.map(([id, one]) => ({ type: 'add_card_type' as const, card_type: id, ...one })),
    ...linkTypes.added.map(([id, one]) => ({ type: 'add_link_type' as const, link_type: id, ...one })),
    ...objectives.added.map(([id, one]) => ({ type: 'add_objective' as const, objective: id, ...one })),
    ...territories.added.map(([id, one]) => ({ type: 'add_territory' as const, territory: id, ...one })),
    ...file.cards.flatMap((card, at) => cardCommands(cards[at] as number, card, ids)),
    ...file.links.map(({ from, to, label, link_type }): Command => {
      const type = linkTypes.id(link_type)
      return {
        type: 'add_link',
        link: here.newId(),
        board,
        from: cards[from] as number,
        to: cards[to] as number,
        label,
        ...(type ? { link_type: type } : {}),
      }
    }),
    ...file.zones.map((zone) => zoneCommand(here.newId(), zone, ids)),
    ...(locked || controlled ? [{ type: 'edit_board' as const, board, locked, controlled }] : []),
  ]
  return { board, commands }
}

interface Ids {
  readonly board: number
  readonly types: Matched<unknown>
  readonly objectives: Matched<unknown>
  readonly territories: Matched<unknown>
}

function cardCommands(id: number, card: FileCard, ids: Ids): Command[] {
  const { card_type, objectives, territory, locked, place, unplaced, anonymous, pinned, ...plain } = card
  const { longitude, latitude, tags, ...words } = plain
  const type = ids.types.id(card_type)
  const land = ids.territories.id(territory)
  const aims = objectives.map(ids.objectives.id).filter(Boolean)
  const state = {
    ...(locked ? { locked } : {}),
    ...(place ? { place } : {}),
    ...(unplaced ? { unplaced } : {}),
  }
  const add: Command = {
    type: 'add_card',
    card: id,
    board: ids.board,
    ...words,
    holder: 0,
    ...(type ? { card_type: type } : {}),
    ...(aims.length ? { objectives: aims } : {}),
    ...(land ? { territory: land } : {}),
    ...(tags ? { tags } : {}),
    ...(anonymous ? { anonymous } : {}),
    ...(pinned ? { pinned, longitude, latitude } : {}),
  }
  return Object.keys(state).length ? [add, { type: 'edit_card', card: id, ...state }] : [add]
}

function zoneCommand(id: number, { objective, card_type, ...zone }: FileZone, ids: Ids): Command {
  const aim = ids.objectives.id(objective)
  const type = ids.types.id(card_type)
  return {
    type: 'add_zone',
    zone: id,
    board: ids.board,
    ...zone,
    ...(aim ? { objective: aim } : {}),
    ...(type ? { card_type: type } : {}),
  }
}

interface Matched<T> {
  /** The id here of what the file calls so, 0 for none. */
  readonly id: (name: string) => number
  readonly added: readonly (readonly [number, T])[]
}

function sameTerritory({ name, code }: { name: string; code: string }): string {
  return `${name} (${code})`
}

/** By name; what is not here gets a fresh id to be added under. */
function matched<T extends object>(
  wanted: Readonly<Record<string, T>>,
  present: readonly (T & { id: number })[],
  nameOf: (one: T) => string,
  newId: () => number,
): Matched<T> {
  const here = new Map(present.map((one) => [key(nameOf(one)), one.id]))
  const ids = new Map<string, number>()
  const added: [number, T][] = []
  for (const [name, one] of Object.entries(wanted)) {
    const id = here.get(key(nameOf(one))) ?? newId()
    ids.set(name, id)
    if (!here.has(key(nameOf(one)))) added.push([id, one])
  }
  return { id: (name) => ids.get(name) ?? 0, added }
}
