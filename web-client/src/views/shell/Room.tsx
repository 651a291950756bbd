import { effect, useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { fetchAhead, type Whose, whenIdle } from '../../ahead'
import { tabShelf } from '../../browser'
import { language, t } from '../../i18n/i18n'
import { view } from '../../preferences'
import type { Session } from '../../sync/session'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { isSamePlace, type Place, readPlace, writePlace } from '../parts/place'
import { low } from '../parts/room'
import { OfflineBand } from '../parts/Status'
import { kinds, lookAt, placeAmong, placesOf, type StandingPlace } from '../places/kinds'
import { followLead } from '../places/led'
import { Header } from './Header'
import { Hands } from './hands'

const CodeWatch = lazy(() => import('../access/CodeWatch'), { quiet: true, whose: 'animators' })

/** At every connection: what somebody may open, or be told, while the network is gone; and what the start page says
 * of this workshop. */
function fetchParts(session: Session): () => void {
  return effect(() => {
    void language.value
    const whose: Whose[] = session.can.animate() ? ['everybody', 'animators'] : ['everybody']
    if (session.status.value === 'live') whenIdle(() => fetchAhead(whose))
    const me = session.record('person', session.me.value.person).value
    if (me) session.keys.remember(session.record('workshop', session.id).value?.title, me.name)
  })
}

/** Inside the workshop: one place at a time, looked at in one way. */
export function Room({ session }: { session: Session }) {
  const kept = `archipel.place.${session.id}`
  const chosen = useSignal(readPlace(tabShelf.getItem(kept)))
  const places = useComputed(() => placesOf(session)).value
  const place = placeAmong(places, chosen.value)
  useEffect(() => fetchParts(session), [session])
  const go = (next: Place) => {
    chosen.value = next
    tabShelf.setItem(kept, writePlace(next))
  }
  useEffect(() => followLead(session, go), [session])
  const wanted = session.unsent.wanted.value?.board
  useEffect(() => {
    if (wanted) go({ kind: 'board', id: wanted })
  }, [wanted])
  return (
    <div class="room">
      <button type="button" class="skip">
        {t('app.skip')}
      </button>
      <Hands session={session} board={place?.kind === 'board' ? place.id : 0} />
      <Header session={session} places={places} place={place} onGo={go} />
      {session.can.animate() && <CodeWatch session={session} />}
      {place && places.length > 1 && !low.value && <PlaceTabs places={places} current={place} onGo={go} />}
      {place && <Conducting session={session} place={place} />}
      <main id="place" tabIndex={-1} data-view={place ? lookAt(place, view.value).name : view.value}>
        <OfflineBand session={session} />
        {place ? <Stage session={session} place={place} /> : <p class="loading">{t('shell.noBoard')}</p>}
      </main>
    </div>
  )
}

function Conducting({ session, place }: { session: Session; place: StandingPlace }) {
  const { Conducting: Bar } = kinds[place.kind]
  return <Bar session={session} id={place.id} />
}

function Stage({ session, place }: { session: Session; place: StandingPlace }) {
  const { Told } = kinds[place.kind]
  const look = lookAt(place, view.value)
  useEffect(() => document.getElementById('place')?.scrollTo(0, 0), [look.name])
  return (
    <>
      <h2 class="unseen">{place.title}</h2>
      <Told session={session} id={place.id} />
      <div class="stage">
        <look.Stage key={writePlace(place)} session={session} id={place.id} />
      </div>
    </>
  )
}

interface TabsProps {
  places: readonly StandingPlace[]
  current: Place
  onGo(place: Place): void
}

function PlaceTabs({ places, current, onGo }: TabsProps) {
  return (
    <nav class="board-tabs" data-bar aria-label={t('shell.boards')}>
      {places.map((place) => (
        <button
          key={writePlace(place)}
          type="button"
          aria-current={isSamePlace(place, current)}
          onClick={() => onGo(place)}
        >
          {place.title}
          {place.locked && <Icon name="lock" />}
        </button>
      ))}
    </nav>
  )
}
