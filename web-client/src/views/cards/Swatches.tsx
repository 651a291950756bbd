import type { Color } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import { colors } from '../parts/colors'
import { adoptStyle } from '../parts/style'
import { colorName } from './choices'
import style from './swatches.css' with { type: 'text' }

adoptStyle(style)

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
