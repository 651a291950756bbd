import { useSignal } from '@preact/signals'
import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'
import { conductPage } from '../parts/conduct'
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'
import { lazy } from '../parts/lazy'
import type { Place } from '../parts/place'
import { low } from '../parts/room'
import { Status } from '../parts/Status'
import { kinds, type StandingPlace } from '../places/kinds'
import { ViewSwitch } from './ViewSwitch'

const Folded = lazy(() => import('./Folded'), { quiet: true })
const Files = lazy(() => import('../exchange/Files'))

const Animate = lazy(() => import('../facilitation/Animate'), { whose: 'animators' })
const panels = {
  people: lazy(() => import('../people/People')),
  more: lazy(() => import('./More')),
}
type Panel = keyof typeof panels

interface Props {
  session: Session
  places: readonly StandingPlace[]
  /** The one that is shown. */
  place: StandingPlace | undefined
  onGo(place: Place): void
}

/** The band at the top: what, in which state, seen how, with whom. In a low window what one may go to and look at
 * folds into menus. */
export function Header({ session, places, place, onGo }: Props) {
  const panel = useSignal<Panel | 'files' | undefined>(undefined)
  const open = (next: Panel | 'files') => () => {
    panel.value = next
  }
  const close = () => {
    panel.value = undefined
  }
  const { role } = session.me.value
  const title = session.workshop.value?.title
  const Panel = panel.value && panel.value !== 'files' && panels[panel.value]
  return (
    <>
      <header class="bar">
        <span class="bar-mark" aria-hidden="true" />
        <h1 title={title}>{title}</h1>
        <Status session={session} />
        {place && <Foot session={session} places={places} place={place} onGo={onGo} />}
        <div class="bar-tools" data-bar>
          <PeopleButton session={session} onOpen={open('people')} />
          {(role === 'animator' || role === 'organiser') && (
            <BarButton
              icon="settings-2"
              label={t('shell.animate')}
              expanded={conductPage.value !== undefined}
              onClick={() => {
                conductPage.value = conductPage.value ? undefined : 'home'
              }}
            />
          )}
          <BarButton icon="folder" label={t('shell.files')} hideLabel roomy onClick={open('files')} />
          <BarButton icon="ellipsis" label={t('shell.more')} hideLabel onClick={open('more')} />
        </div>
      </header>
      {Panel && <Panel session={session} onFiles={open('files')} onClose={close} />}
      {conductPage.value && (
        <Animate
          session={session}
          place={place}
          onFiles={open('files')}
          onClose={() => {
            conductPage.value = undefined
          }}
        />
      )}
      {panel.value === 'files' && <Files session={session} place={place} onGo={onGo} onClose={close} />}
    </>
  )
}

interface FootProps extends Props {
  place: StandingPlace
}

/** Under the thumb on a phone held upright, else in the band. */
function Foot({ session, places, place, onGo }: FootProps) {
  const { Add } = kinds[place.kind]
  return (
    <div class="foot">
      {low.value ? <Folded places={places} place={place} onGo={onGo} /> : <ViewSwitch place={place} />}
      <Add session={session} id={place.id} />
    </div>
  )
}

function PeopleButton({ session, onOpen }: { session: Session; onOpen(): void }) {
  const here = session.present.value.size
  return (
    <button type="button" class="bar-button" onClick={onOpen}>
      <Icon name="users" />
      <span aria-hidden="true">{here}</span>
      <span class="unseen">
        {t('shell.people')} : {t('shell.peopleHere', { n: here })}
      </span>
    </button>
  )
}

interface BarButtonProps {
  icon: IconName
  label: string
  hideLabel?: boolean
  /** Only where there is room; on a phone it is in the last drawer. */
  roomy?: boolean
  expanded?: boolean
  onClick(): void
}

function BarButton({ icon, label, hideLabel = false, roomy = false, expanded, onClick }: BarButtonProps) {
  return (
    <button
      type="button"
      class={roomy ? 'bar-button roomy' : 'bar-button'}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span class={hideLabel ? 'unseen' : 'wide-only'}>{label}</span>
    </button>
  )
}
