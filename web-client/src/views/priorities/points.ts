// Prioritisations: what one may still give, and what came of it. Pure.
import type { Allotment, Card, Person, Priority } from '../../../../protocol/generated/protocol'
import { squeezed } from '../parts/fold'

/** Whether two people spend from one budget: they are one, or come from one territory. */
function shareBudget(priority: Priority, one: Person | undefined, other: Person | undefined): boolean {
  if (!one || !other) return false
  if (one.id === other.id) return true
  return (
    priority.by_delegation && one.territory !== '' && squeezed(one.territory) === squeezed(other.territory)
  )
}

/** Points left of the budget, as far as this person can know: a delegation's other points are hidden from
 * them until shown, and the server has the last word. */
export function pointsLeft(
  priority: Priority,
  allotments: readonly Allotment[],
  me: number,
  personOf: (id: number) => Person | undefined,
): number {
  const mine = personOf(me)
  const spent = allotments
    .filter((one) => one.priority === priority.id && shareBudget(priority, mine, personOf(one.person)))
    .reduce((sum, one) => sum + one.points, 0)
  return Math.max(0, priority.points - spent)
}

/** What this person gave to a card. */
export function givenBy(
  priority: number,
  allotments: readonly Allotment[],
  card: number,
  person: number,
): Allotment | undefined {
  return allotments.find((one) => one.priority === priority && one.card === card && one.person === person)
}

export interface Rank {
  readonly card: Card
  readonly points: number
  readonly voters: number
  /** Equal points share a rank, counted from 1. */
  readonly rank: number
}

/** Cards with points, most first. */
export function ranking(priority: number, allotments: readonly Allotment[], cards: readonly Card[]): Rank[] {
  const sums = new Map<number, { points: number; voters: number }>()
  for (const one of allotments) {
    if (one.priority !== priority || one.points === 0) continue
    const sum = sums.get(one.card) ?? { points: 0, voters: 0 }
    sums.set(one.card, { points: sum.points + one.points, voters: sum.voters + 1 })
  }
  const rows = cards.flatMap((card) => {
    const sum = sums.get(card.id)
    return sum ? [{ card, ...sum }] : []
  })
  rows.sort((a, b) => b.points - a.points || b.voters - a.voters || a.card.id - b.card.id)
  return rows.map((row) => ({ ...row, rank: 1 + rows.filter(({ points }) => points > row.points).length }))
}
