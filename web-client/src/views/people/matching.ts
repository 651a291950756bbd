// Looking for people and putting them together: pure, so that lists of hundreds are easy to test.
import type { Category, Person } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'

/** Lower case and without accents: "elu" finds "Élu·e". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

/** Whether every word looked for begins a word of the name, organisation or territory. */
export function matches(person: Person, search: string): boolean {
  const has = ` ${fold(`${person.name} ${person.organisation} ${person.territory}`).replace(/[^\p{L}\p{N}]+/gu, ' ')}`
  const wanted = fold(search).split(/[^\p{L}\p{N}]+/u)
  return wanted.every((word) => has.includes(` ${word}`))
}

export function byName(left: Person, right: Person): number {
  return left.name.localeCompare(right.name, undefined, { numeric: true, sensitivity: 'base' })
}

export interface Bundle {
  key: string
  label: string
  people: Person[]
  here: number
}

/** People under the same label, those present first; labels in order, the one without a label last. */
export function bundle(
  people: readonly Person[],
  present: ReadonlySet<number>,
  labelOf: (person: Person) => string,
  unlabelled: string,
): Bundle[] {
  const bundles = new Map<string, Bundle>()
  const away = (person: Person) => Number(!present.has(person.id))
  for (const person of [...people].sort((left, right) => away(left) - away(right) || byName(left, right))) {
    const key = labelOf(person)
    const found = bundles.get(key) ?? { key, label: key || unlabelled, people: [], here: 0 }
    found.people.push(person)
    if (present.has(person.id)) found.here++
    bundles.set(key, found)
  }
  return [...bundles.values()].sort(
    (left, right) => Number(!left.key) - Number(!right.key) || left.label.localeCompare(right.label),
  )
}

/** A template's records have ascending ids: categories stand in its order. */
export function categoriesInOrder(session: WorkshopSession): Category[] {
  return [...session.all('category').value].sort((left, right) => left.id - right.id)
}
