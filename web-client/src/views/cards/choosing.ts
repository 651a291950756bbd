// Choosing what a card is besides its words: tags, objectives, a territory. Pure.
import type { Territory } from '../../../../protocol/generated/protocol'
import { fold } from '../parts/fold'
import { clipped, limitOf, oneLine } from '../parts/text'
import { tagList } from './traits'

/** The tags with these besides, written one a line or with commas between; each once, as much as has room. */
export function withTags(tags: string, more: string): string {
  const all = tagList(tags)
  for (const tag of more.split(/[,;\n]/).map(oneLine)) {
    if (tag && !all.some((known) => fold(known) === fold(tag))) all.push(tag)
  }
  const most = limitOf('edit_card', 'tags')
  while (clipped(all.join('\n'), most) !== all.join('\n')) all.pop()
  return all.join('\n')
}

export function withoutTag(tags: string, gone: string): string {
  return tagList(tags)
    .filter((tag) => tag !== gone)
    .join('\n')
}

/** The objectives with or without this one, in the order of the records. */
export function toggled(
  chosen: readonly number[],
  objective: number,
  all: readonly { readonly id: number }[],
): number[] {
  const next = new Set(chosen)
  if (!next.delete(objective)) next.add(objective)
  return all.map(({ id }) => id).filter((id) => next.has(id))
}

/** As it stands in a list of choices: what tells two of one name apart besides. */
export function territoryName(territory: Territory): string {
  return territory.code ? `${territory.name} (${territory.code})` : territory.name
}

/** The one that is meant by these words: named so, or the only one whose name begins so. */
export function territoryOf(words: string, all: readonly Territory[]): Territory | undefined {
  const wanted = fold(words.trim())
  if (!wanted) return undefined
  const named = all.find((one) => fold(territoryName(one)) === wanted || fold(one.name) === wanted)
  if (named) return named
  const begin = all.filter((one) => fold(one.name).startsWith(wanted))
  return begin.length === 1 ? begin[0] : undefined
}

/** In the order the workshop gives them. */
export function inPlace<T extends { readonly id: number; readonly place: number }>(all: readonly T[]): T[] {
  return [...all].sort((a, b) => a.place - b.place || a.id - b.id)
}
