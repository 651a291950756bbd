// The fields by which cards are grouped, sorted and filtered, with the values they take. Pure but for the names it
// is given.
import type { Card, Color } from '../../../../protocol/generated/protocol'

export const fields = ['type', 'objective', 'territory', 'author', 'tag', 'group', 'color'] as const
export type Field = (typeof fields)[number]

/** One value of a field: its key among the field's, and how it is shown. Key 0 and '' are none. */
export interface Value {
  readonly key: number | string
  readonly name: string
  readonly color: Color | undefined
  /** Its place among the others; those of the same place stand by name. */
  readonly place: number
}

/** How ids are told. */
export interface Names {
  value(field: Field, key: number | string): Value
}

/** The values a card has of a field; one that is none when it has none. */
export function keysOf(card: Card, field: Field): readonly (number | string)[] {
  switch (field) {
    case 'type':
      return [card.card_type]
    case 'objective':
      return card.objectives.length ? card.objectives : [0]
    case 'territory':
      return [card.territory]
    case 'author':
      return card.author ? [card.author, ...card.coauthors] : card.coauthors.length ? card.coauthors : [0]
    case 'tag':
      return card.tags ? card.tags.split('\n') : ['']
    case 'group':
      return [card.group]
    case 'color':
      return [card.color]
  }
}

export interface Grouped {
  readonly value: Value
  readonly cards: readonly Card[]
}

/** The cards by a field's values, in their order, those of none last. `once`: each card by its first value only. */
export function grouped(cards: readonly Card[], field: Field, names: Names, once = false): Grouped[] {
  const groups = new Map<number | string, Card[]>()
  for (const card of cards) {
    const keys = keysOf(card, field)
    for (const key of once ? keys.slice(0, 1) : keys) {
      const known = groups.get(key)
      if (known) known.push(card)
      else groups.set(key, [card])
    }
  }
  return [...groups]
    .map(([key, held]) => ({ value: names.value(field, key), cards: held }))
    .sort((a, b) => compared(a.value, b.value))
}

/** The values that these cards take, in their order. */
export function valuesOf(cards: readonly Card[], field: Field, names: Names): Value[] {
  return grouped(cards, field, names).map(({ value }) => value)
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

export function compared(a: Value, b: Value): number {
  return Number(!a.key) - Number(!b.key) || a.place - b.place || collator.compare(a.name, b.name)
}

/** What is asked of cards: of each field named, one of the values. */
export type Wanted = Readonly<Partial<Record<Field, number | string>>>

export function answers(card: Card, wanted: Wanted): boolean {
  return Object.entries(wanted).every(([field, key]) => keysOf(card, field as Field).includes(key))
}
