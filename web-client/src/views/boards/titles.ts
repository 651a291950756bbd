// How the words of a card are set: near by, title and text; from afar the title alone, as large as it fits. The same for
// cards that are elements and for those that are painted.
import type { Card } from '../../../../protocol/generated/protocol'
import { type Fitted, fitted } from '../parts/fit'
import { broken, type Width } from '../parts/lines'
import { titleOf } from '../parts/text'
import type { Item } from './item'

/** On the screen: what can be read, and what is large enough. */
const leastPx = 8.5
const mostPx = 22
/** Of a card seen from afar, its edge included. */
export const inset = 10.5

export const nearTitle = { size: 17, leading: 21.25 } as const
export const nearText = { size: 14, leading: 19.6 } as const
export const nearInset = { x: 15.5, y: 13.5 } as const
/** The row of what kind a card is, and the row of facts under its text. */
const kindRow = 20
const factsRow = 25
const gap = 4

/** Of a title's letters. */
export const weight = 650

export interface Rows {
  readonly title: number
  readonly text: number
}

interface Known extends Fitted {
  readonly key: string
}

export class Titles {
  private readonly known = new WeakMap<Card, Known>()

  constructor(readonly width: Width) {}

  /** From afar; below the card's points in letters of size `tally`, 0 when it shows none. */
  far(item: Item, tier: number, tally: number): Fitted {
    const key = `${tier} ${item.width} ${item.height} ${tally}`
    const known = this.known.get(item.card)
    if (known?.key === key) return known
    const box = { width: item.width - 2 * inset, height: item.height - 2 * inset - tally * 1.3 }
    const made = fitted(titleOf(item.card), box, { least: leastPx / tier, most: mostPx / tier }, this.width)
    this.known.set(item.card, { ...made, key })
    return made
  }

  /** Near by: a title has the rows that it needs, a text the rest. */
  near({ card, width, height }: Item, has: { kind: boolean; facts: boolean }): Rows {
    const room = height - 2 * nearInset.y - (has.kind ? kindRow : 0) - (has.facts ? factsRow : 0)
    const text = card.text.trim() ? gap + nearText.leading : 0
    const most = Math.max(1, Math.floor((room - text) / nearTitle.leading))
    const across = (width - 2 * nearInset.x) / nearTitle.size
    const title = Math.min(most, broken(card.title, across, most, this.width).length)
    const left = room - title * nearTitle.leading - (title ? gap : 0)
    return { title: Math.max(1, title), text: Math.max(0, Math.floor(left / nearText.leading + 0.02)) }
  }
}
