// Looking for people and putting them together: pure, so that lists of hundreds are easy to test.
import type { Category, Person } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { fold } from '../parts/fold'

/** The words of a text one by one, and each run of them without what stands between: "l’hôte" is l, hote and lhote. */
function wordsIn(text: string): string {
  const folded = fold(text)
  return ` ${folded.replace(between, ' ')} ${folded
    .split(/\s+/)
    .map((run) => run.replace(between, ''))
    .join(' ')}`
}

const between = /[^\p{L}\p{N}]+/gu

/** Whether every word looked for begins a word of the name, organisation or territory, however it is typed. */
export function matches(person: Person, search: string): boolean {
  const has = wordsIn(`${person.name} ${person.organisation} ${person.territory}`)
  return fold(search)
    .split(/\s+/)
    .every(
      (run) => begins(has, run.replace(between, '')) || run.split(between).every((word) => begins(has, word)),
    )
}

function begins(words: string, wanted: string): boolean {
  return words.includes(` ${wanted}`)
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
