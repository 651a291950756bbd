// How much a workshop takes, as the schema's records say, and how much of it at once.

/** Of each kind of record, in a workshop. */
export const most = {
  board: 60,
  zone: 400,
  card: 20_000,
  link: 20_000,
  card_type: 60,
  link_type: 40,
  objective: 24,
  territory: 2_000,
} as const

/** Cards or territories added by one import of a table. */
export const mostAtOnce = 2_000

/** What the server takes at once of one person's writing, and each second after that. */
const burst = 400
const rate = 20

/** Seconds that so many commands take to be taken, 0 when they go at once. */
export function sendingTime(commands: number): number {
  return Math.max(0, Math.ceil((commands - burst) / rate))
}

/** Of a file that is read here. */
export const mostBytes = 20_000_000
