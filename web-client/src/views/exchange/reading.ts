// A table becomes what would be added: cards, the territories they need, and the lines that cannot be with the
// reason of each. Nothing is written before all of it is known. Pure.
import {
  type CardType,
  type Category,
  type Color,
  type Command,
  commands,
  type Objective,
  type Territory,
} from '../../../../protocol/generated/protocol'
import { inPlace, territoryName } from '../cards/choosing'
import { degreesOf, millionths } from '../map/coordinates'
import { colors } from '../parts/colors'
import { fold } from '../parts/fold'
import { oneLine } from '../parts/text'
import { type Field, plainName, type Subject, type Use } from './columns'
import { type Row, restored } from './csv'
import { mostAtOnce } from './most'

export type Reason =
  | 'cells'
  | 'control'
  | 'noTitle'
  | 'titleLong'
  | 'textLong'
  | 'tagsLong'
  | 'territoryLong'
  | 'type'
  | 'objective'
  | 'territory'
  | 'territoriesFull'
  | 'coordinates'
  | 'position'

export interface Wrong {
  readonly line: number
  readonly why: Reason
  /** What it is about. */
  readonly value: string
  readonly cells: readonly string[]
}

export interface Spot {
  readonly longitude: number
  readonly latitude: number
}

export interface NewTerritory extends Spot {
  readonly name: string
  readonly kind: string
  readonly code: string
}

export interface NewCard {
  readonly line: number
  readonly title: string
  readonly text: string
  readonly color: Color
  readonly card_type: number
  readonly objectives: readonly number[]
  /** A known one by its id, or one of `territories` by its place there. */
  readonly territory: { readonly known: number } | { readonly added: number } | undefined
  readonly tags: string
  readonly point: Spot | undefined
  /** Where the table lays it. */
  readonly x: number | undefined
  readonly y: number | undefined
  readonly width: number | undefined
  readonly height: number | undefined
}

export interface Reading {
  readonly cards: readonly NewCard[]
  readonly territories: readonly NewTerritory[]
  readonly wrong: readonly Wrong[]
  /** Good lines beyond what one import or the workshop takes. */
  readonly over: readonly Row[]
  /** Territories that were there already: nothing to do. */
  readonly known: number
}

/** What the workshop knows by name. */
export interface Known {
  readonly types: readonly CardType[]
  readonly objectives: readonly Objective[]
  readonly territories: readonly Territory[]
  readonly categories: readonly Category[]
}

export interface Way {
  readonly subject: Subject
  readonly headers: readonly string[]
  readonly uses: readonly Use[]
  /** Of cards whose line says none. */
  readonly type: number
  /** How many more cards and territories the workshop takes. */
  readonly room: { readonly cards: number; readonly territories: number }
}

class Refused extends Error {
  constructor(
    readonly why: Reason,
    readonly value = '',
  ) {
    super(why)
  }
}

export function readRows(rows: readonly Row[], way: Way, known: Known): Reading {
  const reader = new Reader(way, known)
  for (const row of rows) reader.read(row)
  return reader.reading
}

type Cells = Partial<Record<Field, string>>

class Reader {
  private readonly cards: NewCard[] = []
  private readonly territories: NewTerritory[] = []
  private readonly wrong: Wrong[] = []
  private readonly over: Row[] = []
  private familiar = 0
  private readonly places = new Map<string, { known: number } | { added: number }>()
  private readonly objectives: readonly Objective[]

  constructor(
    private readonly way: Way,
    private readonly known: Known,
  ) {
    this.objectives = inPlace(known.objectives)
    for (const one of known.territories) {
      for (const name of [territoryName(one), one.name]) {
        if (!this.places.has(key(name))) this.places.set(key(name), { known: one.id })
      }
    }
  }

  get reading(): Reading {
    const { cards, territories, wrong, over, familiar } = this
    return { cards, territories, wrong, over, known: familiar }
  }

  read(row: Row): void {
    try {
      this.take(row)
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      this.wrong.push({ line: row.line, why: problem.why, value: problem.value, cells: row.cells })
    }
  }

  private take(row: Row): void {
    const { headers, subject, room } = this.way
    const extra = row.cells.slice(headers.length).find((cell) => cell.trim())
    if (extra !== undefined) throw new Refused('cells', extra)
    const odd = row.cells.find((cell) => control.test(cell))
    if (odd !== undefined) throw new Refused('control', odd.replace(new RegExp(control, 'g'), '\ufffd'))
    const cells = this.named(row)
    if (subject === 'territories') this.takeTerritory(row, cells)
    else if (this.cards.length < Math.min(mostAtOnce, room.cards)) this.cards.push(this.cardOf(row, cells))
    else {
      this.cardOf(row, cells)
      this.over.push(row)
    }
  }

  private named(row: Row): Cells {
    const cells: Cells = {}
    this.way.uses.forEach((use, at) => {
      const cell = restored(row.cells[at] ?? '').trim()
      if (!cell || use === 'more' || use === 'ignored') return
      cells[use] =
        use === 'tags' && cells.tags ? `${cells.tags}\n${this.tagOf(cell)}` : this.asUsed(use, cell)
    })
    return cells
  }

  private asUsed(use: Use, cell: string): string {
    return use === 'tags' ? this.tagOf(cell) : cell
  }

  /** The code of a category of actors stands for its name. */
  private tagOf(cell: string): string {
    return this.known.categories.find(({ code }) => code !== '' && key(code) === key(cell))?.label ?? cell
  }

  private takeTerritory(row: Row, cells: Cells): void {
    const name = within(
      'add_territory',
      'name',
      oneLine(cells.title ?? cells.territory ?? ''),
      'territoryLong',
    )
    if (!name) throw new Refused('noTitle')
    const spot = spotOf(cells)
    if (!spot) throw new Refused('coordinates')
    if (this.find(name, cells)) this.familiar++
    else if (this.fullOfTerritories) this.over.push(row)
    else this.addTerritory(name, cells, spot)
  }

  private cardOf(row: Row, cells: Cells): NewCard {
    const title = within('add_card', 'title', oneLine(cells.title ?? ''), 'titleLong')
    if (!title) throw new Refused('noTitle')
    const type = this.typeOf(cells.type)
    const spot = spotOf(cells)
    const fields = {
      line: row.line,
      title,
      text: within('add_card', 'text', this.textOf(row, cells), 'textLong'),
      color: colorNamed(cells.color) ?? type?.color ?? 'sand',
      card_type: type?.id ?? 0,
      objectives: this.objectivesOf(cells.objectives),
      tags: within('add_card', 'tags', tagsOf(cells.tags ?? ''), 'tagsLong'),
      x: placed('x', cells.x),
      y: placed('y', cells.y),
      width: placed('width', cells.width),
      height: placed('height', cells.height),
    }
    const territory = cells.territory ? this.territoryOf(cells.territory, cells, spot) : undefined
    return { ...fields, territory, point: spot && (!cells.territory || cells.point) ? spot : undefined }
  }

  private textOf(row: Row, { text = '' }: Cells): string {
    const { uses, headers } = this.way
    const more = uses.flatMap((use, at) => {
      const cell = restored(row.cells[at] ?? '').trim()
      return use === 'more' && cell ? [`${labelOf(headers[at] ?? '')} : ${cell}`] : []
    })
    return [text, ...more].filter(Boolean).join('\n').replace(/\t/g, '  ')
  }

  private typeOf(named: string | undefined): CardType | undefined {
    if (!named) return this.known.types.find(({ id }) => id === this.way.type)
    const wanted = key(named)
    const found = this.known.types.find(
      ({ label, icon }) => key(label) === wanted || key(icon) === wanted || `${key(label)}s` === wanted,
    )
    if (!found) throw new Refused('type', named)
    return found
  }

  /** Numbers in the order of the objectives, or names; commas part them only where no name holds one. */
  private objectivesOf(named = ''): number[] {
    const found = new Set<number>()
    for (const part of named.split(/[|;\n]/).map((one) => one.trim())) {
      if (!part) continue
      const whole = this.objectiveOf(part)
      if (whole) found.add(whole.id)
      else for (const piece of part.split(',')) found.add(this.mustBeObjective(piece.trim()).id)
    }
    return [...found]
  }

  private objectiveOf(named: string): Objective | undefined {
    const wanted = key(named)
    const byName = this.objectives.find(({ title, brief }) => key(title) === wanted || key(brief) === wanted)
    return byName ?? (/^\d+$/.test(named) ? this.objectives[Number(named) - 1] : undefined)
  }

  private mustBeObjective(named: string): Objective {
    const found = this.objectiveOf(named)
    if (!found) throw new Refused('objective', named)
    return found
  }

  private territoryOf(named: string, cells: Cells, spot: Spot | undefined) {
    const name = within('add_territory', 'name', oneLine(named), 'territoryLong')
    const found = this.find(name, cells)
    if (found) return found
    if (!spot) throw new Refused('territory', named)
    return this.addTerritory(name, cells, spot)
  }

  private find(name: string, { departement = '' }: Cells) {
    const exact = departement && this.places.get(key(`${name} (${departement})`))
    return exact || this.places.get(key(name))
  }

  private get fullOfTerritories(): boolean {
    return this.territories.length >= Math.min(mostAtOnce, this.way.room.territories)
  }

  private addTerritory(name: string, cells: Cells, spot: Spot): { added: number } {
    if (this.fullOfTerritories) throw new Refused('territoriesFull', name)
    const kind = within('add_territory', 'kind', oneLine(cells.kind ?? ''), 'territoryLong')
    const code = within('add_territory', 'code', oneLine(cells.departement ?? ''), 'territoryLong')
    const place = { added: this.territories.push({ name, kind, code, ...spot }) - 1 }
    this.places.set(key(name), place)
    if (code) this.places.set(key(`${name} (${code})`), place)
    return place
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text may hold.
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/

/** Names are the same whatever their accents, case, spaces and apostrophes. */
export function key(name: string): string {
  return fold(oneLine(name)).replaceAll('’', "'")
}

/** `carried_by` is read "Carried by". */
function labelOf(header: string): string {
  const words = oneLine(header.replaceAll('_', ' '))
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function tagsOf(cell: string): string {
  const tags = cell.split(/[,;|\n]/).map(oneLine)
  return [...new Set(tags.filter(Boolean))].join('\n')
}

/** Undefined when the line gives none; half a pair, or one outside the world, is wrong. */
function spotOf({ longitude = '', latitude = '' }: Cells): Spot | undefined {
  if (!longitude && !latitude) return undefined
  const east = degreesOf(longitude, 180)
  const north = degreesOf(latitude, 90)
  if (east === undefined || north === undefined)
    throw new Refused('coordinates', `${longitude} ; ${latitude}`)
  return { longitude: millionths(east), latitude: millionths(north) }
}

function specOf(command: Command['type'], name: string) {
  return commands[command].fields.find((field) => field.name === name)
}

function placed(field: 'x' | 'y' | 'width' | 'height', cell: string | undefined): number | undefined {
  if (!cell) return undefined
  const value = Math.round(Number(cell.replace(',', '.')))
  const { min = 0, max = 0 } = specOf('add_card', field) ?? {}
  if (!(value >= min && value <= max)) throw new Refused('position', cell)
  return value
}

function within(command: Command['type'], field: string, text: string, why: Reason): string {
  const { max = 0 } = specOf(command, field) ?? {}
  if (new TextEncoder().encode(text).length > max) throw new Refused(why, text)
  return text
}

const colorNames: Readonly<Record<Color, string>> = {
  sand: 'sable',
  sun: 'soleil',
  coral: 'corail',
  rose: 'rose',
  violet: 'violet',
  sky: 'ciel',
  sea: 'mer',
  leaf: 'feuille',
}

/** In either language. */
function colorNamed(name = ''): Color | undefined {
  const plain = plainName(name)
  return colors.find((one) => one === plain || colorNames[one] === plain)
}
