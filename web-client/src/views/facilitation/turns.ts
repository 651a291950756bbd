// The order of presentation: cards with a place, from 1, without gaps. Pure.
import type { Card, Command } from '../../../../protocol/generated/protocol'

/** Cards that have a place, in their order. */
export function inOrder(cards: readonly Card[]): Card[] {
  return cards.filter(({ place }) => place > 0).sort((a, b) => a.place - b.place || a.id - b.id)
}

/** What to send so that these cards stand in this order; cards that are already right are left alone. */
export function renumber(ordered: readonly Card[]): Command[] {
  return ordered.flatMap((card, index) =>
    card.place === index + 1 ? [] : [{ type: 'edit_card', card: card.id, place: index + 1 }],
  )
}

/** Moves one card by a step, +1 later, -1 earlier. */
export function moved(ordered: readonly Card[], card: number, step: 1 | -1): Card[] {
  const from = ordered.findIndex(({ id }) => id === card)
  const to = from + step
  if (from < 0 || to < 0 || to >= ordered.length) return [...ordered]
  const next = [...ordered]
  const [taken] = next.splice(from, 1)
  if (taken) next.splice(to, 0, taken)
  return next
}

/** The card after (or before) the one in the spotlight; the first (or last) when none is. */
export function following(ordered: readonly Card[], card: number, step: 1 | -1): Card | undefined {
  const at = ordered.findIndex(({ id }) => id === card)
  if (at < 0) return step > 0 ? ordered[0] : ordered.at(-1)
  return ordered[at + step]
}
