// Telling when one person takes many cards off at once, so that an animator can bring them all back. Pure.
import type { Card } from '../../../../protocol/generated/protocol'

/** Who took an unsigned card off is told to nobody: they are told of together, as nobody's. */
export const nobody = -1

export function whoDropped({ anonymous, dropped_by }: Card): number {
  return anonymous ? nobody : dropped_by
}

/** More cards than this, by one person, within this long. */
export const many = 5
const within = 60_000
/** How long it is worth telling, ms. */
const remembered = 15 * 60_000

export interface Deletion {
  readonly person: number
  /** Bringing back what the person took off since then brings back these cards, and what followed. */
  readonly since: number
  readonly until: number
  readonly count: number
}

/** The latest mass deletion of each person, of cards still in the bin. */
export function massDeletions(bin: readonly Card[], now: number): Deletion[] {
  const people = new Set(bin.map(whoDropped))
  return [...people].flatMap((person) => {
    const times = bin.filter((card) => whoDropped(card) === person).map(({ dropped_at }) => dropped_at)
    const burst = latestBurst(times.sort((a, b) => a - b))
    if (!burst || now - burst.until > remembered) return []
    return [{ person, ...burst, count: times.filter((time) => time >= burst.since).length }]
  })
}

/** From ascending times: where the last run of many close ones began and ended. */
function latestBurst(times: readonly number[]): { since: number; until: number } | undefined {
  let burst: { since: number; until: number } | undefined
  times.forEach((since, index) => {
    const until = times[index + many]
    if (until === undefined || until - since > within) return
    burst = burst && since <= burst.until ? { since: burst.since, until } : { since, until }
  })
  return burst
}
