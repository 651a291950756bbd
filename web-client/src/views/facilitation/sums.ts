// How many wrote and how many voted: what one sees counted here, what one does not see told by the server (PROTOCOL.md,
// L6), to animators and walls. For whoever shows it: the wall and the animator's place.
import type { Card, Priority } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'

export interface Written {
  readonly cards: number
  /** Who signed them. Nobody is told who wrote the unsigned ones, nor how many people that was. */
  readonly people: number
  readonly unsigned: number
  /** Whether these are the cards behind the veil, or those that everybody sees. */
  readonly behindVeil: boolean
}

/** While there is a veil, what is written behind it; else what lies on the board or waits for its place. Undefined for
 * who is not told. */
export function writtenOn(session: WorkshopSession, board: number): Written | undefined {
  if (!session.record('board', board).value?.veiled)
    return countCards(session.where('card', 'board', board).value)
  const sums = session.sums.value
  if (!sums) return undefined
  const told = sums.written.find((one) => one.board === board)
  const { cards = 0, people = 0, anonymous = 0 } = told ?? {}
  return { cards, people, unsigned: anonymous, behindVeil: true }
}

export function countCards(cards: readonly Card[]): Written {
  const everybodys = cards.filter(({ audience }) => audience === 'everyone')
  const signed = everybodys.filter(({ anonymous }) => !anonymous)
  const people = new Set(signed.map(({ author }) => author).filter((author) => author !== 0))
  const unsigned = everybodys.length - signed.length
  return { cards: everybodys.length, people: people.size, unsigned, behindVeil: false }
}

export interface Voted {
  readonly people: number
  /** Of so many who are here and may; never fewer than have. */
  readonly of: number
  /** By category of actors, 0 for those without one, in the order of their numbers; empty for who is told no
   * categories. */
  readonly categories: readonly { readonly category: number; readonly people: number; readonly of: number }[]
}

/** Who has given points in a prioritisation, shown or not. Undefined for who is not told. */
export function votedIn(session: WorkshopSession, priority: Priority): Voted | undefined {
  const gave = priority.shown ? gaveShown(session, priority.id) : gaveHidden(session, priority.id)
  if (!gave) return undefined
  const here = new Map<number, number>()
  for (const id of session.present.value) {
    const person = session.record('person', id).value
    if (!person || person.role === 'animator') continue
    here.set(person.category, (here.get(person.category) ?? 0) + 1)
  }
  const told = session.me.value.role !== 'screen'
  const all = [...new Set([...gave.keys(), ...here.keys()])].sort((one, other) => one - other)
  const categories = all.map((category) => {
    const people = gave.get(category) ?? 0
    return { category, people, of: Math.max(people, here.get(category) ?? 0) }
  })
  const people = sum(gave.values())
  return { people, of: Math.max(people, sum(here.values())), categories: told ? categories : [] }
}

function gaveHidden(session: WorkshopSession, priority: number): Map<number, number> | undefined {
  const told = session.sums.value?.voted
  // Nothing was ever hidden: then nothing is told.
  if (!told) return session.can.animate() || session.me.value.role === 'screen' ? new Map() : undefined
  return new Map(
    told.filter((one) => one.priority === priority).map(({ category, people }) => [category, people]),
  )
}

function gaveShown(session: WorkshopSession, priority: number): Map<number, number> {
  const given = session.where('allotment', 'priority', priority).value.filter(({ points }) => points > 0)
  const gave = new Map<number, number>()
  for (const id of new Set(given.map(({ person }) => person))) {
    const category = session.record('person', id).value?.category ?? 0
    gave.set(category, (gave.get(category) ?? 0) + 1)
  }
  return gave
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((one, other) => one + other, 0)
}
