// What lies on one board, indexed for drawing: cards in their order, the links between them, the zones.
// Fed by the session; holds no truth. A card's shown place differs from its record's only while somebody
// holds it.
import type { Card, Link, Zone } from '../../../../protocol/generated/protocol'
import type { Touched, WorkshopSession } from '../../sync/workshop'
import { Item, type Joined } from './item'

/** What a batch of changes means for the screen. */
export interface Effects {
  /** Cards to draw anew, gone ones included. */
  readonly cards: ReadonlySet<number>
  /** Whether anything on this board changed at all. */
  readonly any: boolean
}

export class BoardModel {
  readonly items = new Map<number, Item>()
  private readonly links = new Map<number, Link>()
  private readonly zonesById = new Map<number, Zone>()
  /** A zone as it is shown while this person moves it. */
  zoneInHand: Zone | undefined
  private sorted: Item[] | undefined
  private joints: { all: Joined[]; byCard: Map<number, Joined[]> } | undefined

  constructor(
    private readonly session: WorkshopSession,
    private readonly board: number,
  ) {
    for (const card of session.where('card', 'board', board).peek())
      if (liesOn(board, card)) this.items.set(card.id, new Item(card))
    for (const link of session.where('link', 'board', board).peek()) this.links.set(link.id, link)
    for (const zone of session.where('zone', 'board', board).peek()) this.zonesById.set(zone.id, zone)
  }

  /** In the order they are laid: the newest on top. */
  get cards(): readonly Item[] {
    this.sorted ??= [...this.items.values()].sort((a, b) => a.card.made_at - b.card.made_at || a.id - b.id)
    return this.sorted
  }

  /** The links both of whose cards are there to be seen. */
  get joined(): readonly Joined[] {
    return this.join().all
  }

  linksOf(card: number): readonly Joined[] {
    return this.join().byCard.get(card) ?? []
  }

  get zones(): Zone[] {
    const held = this.zoneInHand
    const zones = [...this.zonesById.values()]
    return held ? zones.map((zone) => (zone.id === held.id ? held : zone)) : zones
  }

  apply(touched: readonly Touched[]): Effects {
    const cards = new Set<number>()
    let any = false
    for (const { type, id } of touched) {
      if (type === 'card') any = this.readCard(id, cards) || any
      else if (type === 'link') any = this.readLink(id, cards) || any
      else if (type === 'zone') any = this.readZone(id) || any
    }
    return { cards, any }
  }

  private readCard(id: number, cards: Set<number>): boolean {
    const card = this.session.record('card', id).peek()
    const item = this.items.get(id)
    if (!card || !liesOn(this.board, card)) {
      if (!item) return false
      this.items.delete(id)
      this.reorder(id, cards)
      return true
    }
    if (item) this.renew(item, card, cards)
    else {
      this.items.set(id, new Item(card))
      this.reorder(id, cards)
    }
    cards.add(id)
    return true
  }

  private renew(item: Item, card: Card, cards: Set<number>): void {
    const before = item.card
    item.card = card
    if (!item.held) item.settle()
    if (before.made_at !== card.made_at) this.sorted = undefined
    if (before.title !== card.title) for (const link of this.linksOf(card.id)) nameEnds(link, cards)
  }

  private reorder(id: number, cards: Set<number>): void {
    this.sorted = undefined
    for (const link of this.linksOf(id)) nameEnds(link, cards)
    this.joints = undefined
    cards.add(id)
    for (const link of this.linksOf(id)) nameEnds(link, cards)
  }

  private readLink(id: number, cards: Set<number>): boolean {
    const before = this.links.get(id)
    const link = this.session.record('link', id).peek()
    if (link && link.board === this.board) this.links.set(id, link)
    else if (!this.links.delete(id)) return false
    this.joints = undefined
    for (const one of [before, link]) if (one) cards.add(one.from).add(one.to)
    return true
  }

  private readZone(id: number): boolean {
    const zone = this.session.record('zone', id).peek()
    if (zone && zone.board === this.board) this.zonesById.set(id, zone)
    else if (!this.zonesById.delete(id)) return false
    return true
  }

  private join() {
    this.joints ??= joinLinks(this.links, this.items)
    return this.joints
  }
}

/** What waits in the inbox lies nowhere yet. */
function liesOn(board: number, card: Card): boolean {
  return card.board === board && !card.unplaced
}

function nameEnds(link: Joined, cards: Set<number>): void {
  cards.add(link.from.id).add(link.to.id)
}

function joinLinks(links: ReadonlyMap<number, Link>, items: ReadonlyMap<number, Item>) {
  const all: Joined[] = []
  const byCard = new Map<number, Joined[]>()
  for (const link of links.values()) {
    const from = items.get(link.from)
    const to = items.get(link.to)
    if (!from || !to) continue
    const joint = { link, from, to }
    all.push(joint)
    for (const end of [link.from, link.to]) {
      const known = byCard.get(end)
      if (known) known.push(joint)
      else byCard.set(end, [joint])
    }
  }
  return { all, byCard }
}
