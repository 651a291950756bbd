// The list by fields: narrowed to some values, sorted by one field, grouped by another. Pure.
import type { Card } from '../../../../protocol/generated/protocol'
import { inReadingOrder } from '../cards/zones'
import { answers, compared, type Field, grouped, keysOf, type Names, type Wanted } from '../work/fields'
import type { Lens, Part } from './listing'

export interface Asked {
  readonly wanted: Wanted
  /** Undefined where the list sorts or groups by itself. */
  readonly sort: Field | undefined
  readonly by: Field | undefined
}

export function lensOf({ wanted, sort, by }: Asked, names: Names): Lens {
  return {
    keeps: (card) => answers(card, wanted),
    sort: sort && ((cards) => sortedByField(cards, sort, names)),
    group: by && ((cards) => partsBy(cards, by, names)),
  }
}

function partsBy(cards: readonly Card[], field: Field, names: Names): Part[] {
  return grouped(cards, field, names).map(({ value, cards: held }) => ({
    key: String(value.key),
    title: value.name,
    color: value.color ?? 'sand',
    zone: undefined,
    takes: false,
    cards: held,
  }))
}

/** By the first of its values; in reading order where these are the same. */
export function sortedByField(cards: readonly Card[], field: Field, names: Names): Card[] {
  return inReadingOrder(cards)
    .map((card) => ({ card, value: names.value(field, keysOf(card, field)[0] ?? 0) }))
    .sort((a, b) => compared(a.value, b.value))
    .map(({ card }) => card)
}
