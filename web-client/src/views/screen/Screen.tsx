import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/i18n'
import { writeLink } from '../../sync/links'
import type { Session } from '../../sync/session'
import { l } from '../access/linkwords'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { isSamePlace, type Place, writePlace } from '../parts/place'
import { Status } from '../parts/Status'
import { kinds, placeAmong, placesOf, type StandingPlace } from '../places/kinds'
import { followLead } from '../places/led'
import { w } from './words'

const Qr = lazy(() => import('../access/Qr'))

/** The wall: a place as large as the room, how to come in, how many are here. */
export default function Screen({ session }: { session: Session }) {
  const chosen = useSignal<Place | undefined>(undefined)
  const codeShown = useSignal(true)
  const go = (next: Place) => {
    chosen.value = next
  }
  useEffect(() => followLead(session, go), [session])
  const places = placesOf(session)
  const place = placeAmong(places, chosen.value)
  return (
    <div class="wall">
      <header class="bar">
        <h1>{session.workshop.value?.title}</h1>
        <Status session={session} />
        <p class="wall-count">
          <Icon name="users" />
          {t('shell.peopleHere', { n: session.present.value.size })}
        </p>
        <WallButtons
          codeShown={codeShown.value}
          onToggle={() => {
            codeShown.value = !codeShown.value
          }}
        />
      </header>
      {places.length > 1 && (
        <nav class="board-tabs" aria-label={t('shell.boards')}>
          {places.map((one) => (
            <button
              key={writePlace(one)}
              type="button"
              aria-current={isSamePlace(one, place)}
              onClick={() => go(one)}
            >
              {one.title}
            </button>
          ))}
        </nav>
      )}
      <div class="wall-body">
        <main data-view={place ? kinds[place.kind].looks[0].name : 'board'}>
          {place ? <Shown session={session} place={place} /> : <p>{t('shell.noBoard')}</p>}
        </main>
        {codeShown.value && <ComeIn session={session} />}
      </div>
    </div>
  )
}

function Shown({ session, place }: { session: Session; place: StandingPlace }) {
  const { OverWall, looks } = kinds[place.kind]
  const [{ Stage }] = looks
  return (
    <>
      <OverWall session={session} id={place.id} />
      <div class="stage">
        <Stage key={writePlace(place)} session={session} id={place.id} />
      </div>
    </>
  )
}

function WallButtons({ codeShown, onToggle }: { codeShown: boolean; onToggle(): void }) {
  const fullscreen = () => void document.documentElement.requestFullscreen?.().catch(() => {})
  return (
    <div class="bar-tools">
      <button type="button" class="bar-button" aria-pressed={codeShown} onClick={onToggle}>
        <Icon name="qr-code" />
        <span class="wide-only">{w(codeShown ? 'hideCode' : 'showCode')}</span>
      </button>
      <button type="button" class="bar-button" onClick={fullscreen}>
        <Icon name="maximize" />
        <span class="wide-only">{w('fullscreen')}</span>
      </button>
    </div>
  )
}

function ComeIn({ session }: { session: Session }) {
  const key = session.way.value
  if (!key) return null
  return (
    <aside class="come-in" aria-labelledby="come-in">
      <h2 id="come-in">{w('join')}</h2>
      {key.length === 0 ? (
        <p>{w('askLink')}</p>
      ) : (
        <>
          <Qr
            text={writeLink(location.origin, session.id, key)}
            label={l('qr', { name: l('participant') })}
          />
          <p>{w('joinHint')}</p>
        </>
      )}
    </aside>
  )
}
