// What others did to the cards and links of a board since it was last told: each card once, by what is left of it. Pure.
import type { Card } from '../../../../protocol/generated/protocol'
import { same } from '../parts/same'

type Doing = 'added' | 'changed' | 'moved' | 'gone'

export interface Sum extends Readonly<Record<Doing, number>> {
  /** Links that came, less those that went. */
  readonly links: number
  /** The one card it is about, when there is one. */
  readonly only: Card | undefined
}

/** Where it lies; how large it is says nothing to who listens. */
const places: readonly (keyof Card)[] = ['x', 'y', 'unplaced']
const unheard: ReadonlySet<keyof Card> = new Set(['width', 'height', ...places])

export class Doings {
  private readonly done = new Map<number, { what: Doing; card: Card }>()
  private links = 0

  /** A card as it was and as it is; undefined where it is not. */
  card(before: Card | undefined, after: Card | undefined): void {
    const card = after ?? before
    const what = doingOf(before, after)
    if (!card || !what) return
    const known = this.done.get(card.id)?.what
    const all = joined(known, what)
    if (all) this.done.set(card.id, { what: all, card })
    else this.done.delete(card.id)
  }

  link(came: number): void {
    this.links += came
  }

  /** What there is to tell, which then is told. */
  take(): Sum | undefined {
    const all = [...this.done.values()]
    const { links } = this
    this.done.clear()
    this.links = 0
    if (all.length === 0 && links <= 0) return undefined
    const count = (doing: Doing) => all.filter(({ what }) => what === doing).length
    return {
      added: count('added'),
      changed: count('changed'),
      moved: count('moved'),
      gone: count('gone'),
      links: Math.max(0, links),
      only: all.length === 1 && links <= 0 ? all[0]?.card : undefined,
    }
  }
}

function doingOf(before: Card | undefined, after: Card | undefined): Doing | undefined {
  if (!before) return after && 'added'
  if (!after) return 'gone'
  const fields = Object.keys(after) as (keyof Card)[]
  if (fields.some((field) => !unheard.has(field) && !same(before[field], after[field]))) return 'changed'
  return places.some((field) => before[field] !== after[field]) ? 'moved' : undefined
}

/** What came and went is nothing; what was added and then written was added. */
function joined(known: Doing | undefined, what: Doing): Doing | undefined {
  if (known === 'added') return what === 'gone' ? undefined : 'added'
  if (known === 'gone') return what === 'added' ? 'changed' : what
  if (known === 'changed' && what === 'moved') return 'changed'
  return what
}
