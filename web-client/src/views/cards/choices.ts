// What can be set on a card in one choice: its colour, who sees it, its size.

import type { Audience, Card, Color } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'

export function colorName(color: Color): string {
  return b(`color.${color}`)
}

/** The audiences this person may give; a group's card keeps its own. */
export function audiences(mayAnimate: boolean): Audience[] {
  return mayAnimate ? ['everyone', 'person', 'animators'] : ['everyone', 'person']
}

export function audienceName(audience: Audience): string {
  return b(`audience.${audience}`)
}

export type CardSize = 'small' | 'medium' | 'large'
export const cardSizes: Record<CardSize, { width: number; height: number }> = {
  small: { width: 180, height: 100 },
  medium: { width: 240, height: 140 },
  large: { width: 340, height: 220 },
}

/** What all the cards share of a field, if they do. */
export function shared<K extends keyof Card>(cards: readonly Card[], field: K): Card[K] | undefined {
  const first = cards[0]?.[field]
  return cards.every((card) => card[field] === first) ? first : undefined
}
