// What a low window has no line for: the places and the ways to look at one, each a menu in the band at the top.
import { t } from '../../i18n/i18n'
import { chooseView, view } from '../../preferences'
import { Icon } from '../parts/Icon'
import { Menu, MenuChoice } from '../parts/Menu'
import { isSamePlace, type Place, writePlace } from '../parts/place'
import { kinds, lookAt, type StandingPlace } from '../places/kinds'

interface Props {
  places: readonly StandingPlace[]
  place: StandingPlace
  onGo(place: Place): void
}

export default function Folded({ places, place, onGo }: Props) {
  const { looks } = kinds[place.kind]
  const current = lookAt(place, view.value)
  return (
    <div class="folded">
      {places.length > 1 && (
        <Menu icon="layout-grid" label={place.title}>
          {places.map((one) => (
            <MenuChoice
              key={writePlace(one)}
              label={one.title}
              chosen={isSamePlace(one, place)}
              onChoose={() => onGo(one)}
            >
              {one.locked && <Icon name="lock" />}
            </MenuChoice>
          ))}
        </Menu>
      )}
      <Menu icon={current.icon} label={t('shell.views')}>
        {looks.map(({ name, icon, label }) => (
          <MenuChoice
            key={name}
            label={label()}
            chosen={name === current.name}
            onChoose={() => chooseView(name)}
          >
            <Icon name={icon} />
          </MenuChoice>
        ))}
      </Menu>
    </div>
  )
}
