// The cards and links of a board as a network: who is linked to whom, by the links one chose to see. Pure.
import type { Card, Link } from '../../../../protocol/generated/protocol'

export interface Tie {
  readonly link: Link
  readonly from: Card
  readonly to: Card
}

export interface Network {
  readonly cards: readonly Card[]
  readonly ties: readonly Tie[]
  readonly tiesOf: (card: number) => readonly Tie[]
}

/** `hidden` are link types that are not shown, 0 for links of none; `loose`, whether cards without link are. */
export function networkOf(
  cards: readonly Card[],
  links: readonly Link[],
  { hidden, loose }: { hidden: ReadonlySet<number>; loose: boolean },
): Network {
  const byId = new Map(cards.map((card) => [card.id, card]))
  const byCard = new Map<number, Tie[]>()
  const ties: Tie[] = []
  for (const link of links) {
    const from = byId.get(link.from)
    const to = byId.get(link.to)
    if (!from || !to || hidden.has(link.link_type)) continue
    const tie = { link, from, to }
    ties.push(tie)
    for (const { id } of [from, to]) {
      const known = byCard.get(id)
      if (known) known.push(tie)
      else byCard.set(id, [tie])
    }
  }
  const tiesOf = (card: number) => byCard.get(card) ?? []
  return { cards: loose ? cards : cards.filter(({ id }) => byCard.has(id)), ties, tiesOf }
}

/** The other end. */
export function across({ from, to }: Tie, card: number): Card {
  return from.id === card ? to : from
}

/** The card and those it is linked to. */
export function circleOf(network: Network, card: number): ReadonlySet<number> {
  return new Set([card, ...network.tiesOf(card).map((tie) => across(tie, card).id)])
}

const byName = new Intl.Collator('fr')

/** The most linked first, then by name. */
export function mostLinked(network: Network, nameOf: (card: Card) => string): Card[] {
  const ranked = network.cards.map((card) => ({
    card,
    name: nameOf(card),
    n: network.tiesOf(card.id).length,
  }))
  return ranked.sort((a, b) => b.n - a.n || byName.compare(a.name, b.name)).map(({ card }) => card)
}
