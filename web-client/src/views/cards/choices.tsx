// What can be set on a card in one choice: its colour, who sees it, its size.

import type { Audience, Card, Color } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import { colors } from '../parts/colors'

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

interface SwatchesProps {
  chosen: Color | undefined
  onChoose(color: Color): void
}

/** A row of colours, each with its name. */
export function Swatches({ chosen, onChoose }: SwatchesProps) {
  return (
    <fieldset class="card-swatches">
      <legend class="card-unseen">{b('card.color')}</legend>
      {colors.map((color) => (
        <button
          key={color}
          type="button"
          class="card-swatch"
          data-color={color}
          aria-pressed={color === chosen}
          aria-label={colorName(color)}
          title={colorName(color)}
          onClick={() => onChoose(color)}
        />
      ))}
    </fieldset>
  )
}

/** What all the cards share of a field, if they do. */
export function shared<K extends keyof Card>(cards: readonly Card[], field: K): Card[K] | undefined {
  const first = cards[0]?.[field]
  return cards.every((card) => card[field] === first) ? first : undefined
}
