import { t } from '../../i18n/i18n'
import { chooseView, view } from '../../preferences'
import { Icon } from '../parts/Icon'
import type { Place } from '../parts/place'
import { kinds, lookAt } from '../places/kinds'

/** The ways to look at the place: in the band at the top, on a phone under the thumb. */
export function ViewSwitch({ place }: { place: Place }) {
  const { looks } = kinds[place.kind]
  const current = lookAt(place, view.value)
  if (looks.length < 2) return null
  return (
    <fieldset class="view-switch" data-bar>
      <legend class="unseen">{t('shell.views')}</legend>
      {looks.map(({ name, icon, label }) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === current.name}
          onClick={() => chooseView(name)}
        >
          <Icon name={icon} />
          <span class="wide-only">{label()}</span>
        </button>
      ))}
    </fieldset>
  )
}
