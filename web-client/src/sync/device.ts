// What this device keeps of workshops, and forgetting it: keys, drafts, places, whatever stands under the
// workshop's id in the browser's two shelves. What waits to be sent is in the store (store.ts).
import { idFromText, idToText } from './bytes'

export type WholeShelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'removeItem'>

export interface KeptWorkshop {
  readonly workshop: number
  readonly title: string
  /** Who one is there. */
  readonly name: string
}

const own = /^archipel\.([0-9a-z]+)$/

function namesOn(shelf: WholeShelf): string[] {
  return Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '')
}

/** Each one that this device has a key of, by title. */
export function keptOn(shelf: WholeShelf): KeptWorkshop[] {
  return namesOn(shelf)
    .flatMap((name) => {
      const workshop = name === 'archipel.organiser' ? 0 : idFromText(own.exec(name)?.[1] ?? '')
      const held = workshop ? read(shelf, name) : undefined
      if (!workshop || typeof held !== 'object' || !(held.person || held.link || held.animator)) return []
      return [{ workshop, title: String(held.title ?? ''), name: String(held.name ?? '') }]
    })
    .sort((left, right) => left.title.localeCompare(right.title))
}

/** How many fields hold words that were not sent. */
export function draftsOn(shelf: WholeShelf, workshop: number): number {
  const drafts = read(shelf, `archipel.unsent.${idToText(workshop)}`)
  return Array.isArray(drafts) ? drafts.length : 0
}

/** All that has the workshop's id in its name. */
export function forgetOn(shelf: WholeShelf, workshop: number): void {
  const id = [idToText(workshop), String(workshop)]
  for (const name of namesOn(shelf)) {
    const [app, ...parts] = name.split('.')
    if (app === 'archipel' && parts.some((part) => id.includes(part))) shelf.removeItem(name)
  }
}

function read(shelf: WholeShelf, name: string) {
  try {
    return JSON.parse(shelf.getItem(name) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
