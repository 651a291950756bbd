// What an animator types and chooses about who comes in by an access link. Pure.
import type { Person } from '../../../../protocol/generated/protocol'

/** Choices of how far back, in minutes; 0 for everybody. */
export const spans = [5, 15, 60, 0] as const
export const mostEntries = 2000

/** The number that was typed, 0 for none at all; undefined when it is none. */
export function entriesIn(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').replace(/\s/g, '')
  if (plain === '') return 0
  const number = /^\d{1,4}$/.test(plain) ? Number(plain) : Number.NaN
  return number >= 0 && number <= mostEntries ? number : undefined
}

/** How many of them came in since, but for oneself. */
export function cameSince(people: readonly Person[], since: number, me: number): number {
  return people.filter(({ id, joined_at }) => id !== me && joined_at >= since).length
}
