// What the parts of the list share: which cards are shown and how, and what is being done to them.
import type { Signal } from '@preact/signals'
import type { Card, Color, Zone } from '../../../../protocol/generated/protocol'
import type { CardActions } from '../cards/actions'
import type { Draft } from '../cards/draft'
import type { Order } from './sort'

/** A zone, or the cards that share a value. */
export interface Part {
  readonly key: string
  readonly title: string
  readonly color: Color
  readonly zone: Zone | undefined
  /** Whether a card may be added here. */
  readonly takes: boolean
  readonly cards: readonly Card[]
}

/** What fields make of the list (lens.ts): which cards it keeps, and how it sorts and groups them when not by
 * what the list knows by itself. */
export interface Lens {
  keeps(card: Card): boolean
  sort?: ((cards: readonly Card[]) => Card[]) | undefined
  group?: ((cards: readonly Card[]) => Part[]) | undefined
}

/** Which cards are shown, in what order and under what headings. */
export interface ListLooking {
  readonly wanted: Signal<string>
  readonly order: Signal<Order>
  readonly lens: Signal<Lens>
  /** Whether only what one wrote oneself is shown. */
  readonly mine: Signal<boolean>
  /** How many fields narrow it. */
  readonly narrowed: Signal<number>
}

/** What the parts of the list share. */
export interface Listing {
  readonly actions: CardActions
  /** The card whose links are open, 0 for none. */
  readonly linking: Signal<number>
  /** Cards whose choices are shown; kept here, for a card that moves to another zone is drawn anew. */
  readonly open: Signal<ReadonlySet<number>>
  /** Cards whose long text is shown whole. */
  readonly whole: Signal<ReadonlySet<number>>
  /** The card that is being written, and how it was when that began. */
  readonly writing: Signal<{ card: number; begun: Draft } | undefined>
  /** Where the keyboard goes once it is drawn. */
  readonly focus: Signal<{ card: number; on: 'edit' | 'zone' } | undefined>
  readonly looking: ListLooking
}

/** What is drawn of one card. */
export interface LineProps {
  listing: Listing
  card: Card
  zone: Zone | undefined
  zones: readonly Zone[]
}
