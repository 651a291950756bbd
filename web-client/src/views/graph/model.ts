// What the graph and its list share: the network as one chose to see it, where its cards lie, which card stands
// out. Reads the session's records; holds no truth.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Card, LinkType } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { CardActions } from '../cards/actions'
import { cardName } from '../cards/words'
import { Viewport } from '../map/viewport'
import { bounds, type Direction, grown, nearest, type Point, type Rect } from '../parts/geometry'
import { finder } from '../parts/search'
import type { Layout } from './layout'
import { layoutOf } from './memory'
import { across, circleOf, mostLinked, type Network, networkOf } from './network'

export const radius = 14
/** A finger or pointer need not hit the very disc. */
const touchPx = 22

export class GraphModel {
  readonly actions: CardActions
  readonly layout: Layout
  readonly viewport: Viewport
  readonly hidden: Signal<ReadonlySet<number>> = signal(new Set())
  readonly loose = signal(true)
  readonly wanted = signal('')
  /** The card that stands out with its circle, 0 for none. */
  readonly chosen = signal(0)
  /** The card under the pointer, 0 for none. */
  readonly hovered = signal(0)
  /** The card that is open, and the one whose links are; 0 for none. */
  readonly open = signal(0)
  readonly linking = signal(0)
  /** Grows whenever the cards' places changed. */
  readonly moved = signal(0)
  /** As one chose to see it. */
  readonly network: ReadonlySignal<Network>
  /** Its cards, the most linked first. */
  readonly ranked: ReadonlySignal<readonly Card[]>
  /** With all there is: what decides where cards lie, so that choosing moves nothing. */
  readonly whole: ReadonlySignal<Network>
  readonly types: ReadonlySignal<readonly LinkType[]>
  /** What stands out, undefined for everything. */
  readonly lit: ReadonlySignal<ReadonlySet<number> | undefined>
  private isArranging = true

  constructor(
    readonly session: WorkshopSession,
    readonly board: number,
  ) {
    this.actions = new CardActions(session, board)
    this.layout = layoutOf(session, board)
    this.viewport = new Viewport(() => this.extent(), {
      inset: { top: 40, right: 60, bottom: 60, left: 40 },
      largest: 1.4,
      tapped: (at) => this.tap(this.viewport.onPlane(at)),
    })
    const cards = computed(() => session.where('card', 'board', board).value.filter((card) => !card.unplaced))
    const links = session.where('link', 'board', board)
    this.types = computed(() =>
      [...session.all('link_type').value].sort((a, b) => a.place - b.place || a.id - b.id),
    )
    this.whole = computed(() => networkOf(cards.value, links.value, { hidden: new Set(), loose: true }))
    this.network = computed(() =>
      networkOf(cards.value, links.value, { hidden: this.hidden.value, loose: this.loose.value }),
    )
    this.ranked = computed(() => mostLinked(this.network.value, cardName))
    this.lit = computed(() => this.standingOut())
  }

  /** Takes the cards as they are now into the layout. */
  update(): void {
    const { cards, ties } = this.whole.value
    this.layout.update(
      cards.map(({ id, x, y }) => ({ id, x, y })),
      ties.map(({ from, to }) => ({ from: from.id, to: to.id })),
    )
    this.shift()
  }

  /** Cards lie elsewhere now: what shows them follows. The view does only while all of it finds its place, not
   * when one card comes. */
  shift(): void {
    if (this.isArranging) this.viewport.refit()
    if (this.layout.isSettled && this.network.peek().cards.length) this.isArranging = false
    this.moved.value = this.moved.peek() + 1
  }

  /** Everything finds its place anew. */
  arrange(): void {
    this.isArranging = true
    this.layout.heat()
    this.viewport.fitAll()
    this.shift()
  }

  card(id: number): Card | undefined {
    return this.network.value.cards.find((one) => one.id === id)
  }

  /** The card at a point of the plane. */
  cardAt(at: Point): Card | undefined {
    const within = Math.max(radius, touchPx / this.viewport.camera.peek().k)
    let best: Card | undefined
    let least = within
    for (const card of this.network.peek().cards) {
      const place = this.layout.at(card.id)
      const apart = place ? Math.hypot(place.x - at.x, place.y - at.y) : least
      if (apart < least) [best, least] = [card, apart]
    }
    return best
  }

  /** The first tap chooses, the second opens; beside the cards, everything is seen again. */
  private tap(at: Point): void {
    const card = this.cardAt(at)
    if (card && card.id === this.chosen.peek()) this.open.value = card.id
    else this.chosen.value = card?.id ?? 0
  }

  choose(id: number): void {
    this.chosen.value = id
    const at = this.layout.at(id)
    if (at) this.viewport.show(at, 0.5)
  }

  /** Along a link that way, else to the nearest card that way. */
  neighbour(from: number, direction: Direction): number {
    const start = this.rectOf(from)
    if (!start) return 0
    const network = this.network.peek()
    const linked = network.tiesOf(from).map((tie) => across(tie, from))
    const rects = (cards: readonly Card[]) => cards.flatMap(({ id }) => this.rectOf(id) ?? [])
    const next = nearest(start, rects(linked), direction) ?? nearest(start, rects(network.cards), direction)
    return next?.id ?? 0
  }

  private rectOf(id: number): (Rect & { id: number }) | undefined {
    const at = this.layout.at(id)
    return at && { id, x: at.x, y: at.y, width: 0, height: 0 }
  }

  private standingOut(): ReadonlySet<number> | undefined {
    const network = this.network.value
    const pointed = this.chosen.value || this.hovered.value
    if (pointed) return circleOf(network, pointed)
    if (!this.wanted.value.trim()) return undefined
    return new Set(network.cards.filter(finder(this.session, this.wanted.value)).map(({ id }) => id))
  }

  private extent(): Rect {
    const rects = this.network.peek().cards.flatMap(({ id }) => this.rectOf(id) ?? [])
    return grown(bounds(rects) ?? { x: 0, y: 0, width: 0, height: 0 }, 60)
  }
}
