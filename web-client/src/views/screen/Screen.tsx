// The wall of a hall: one thing at a time, as large as people at the back need it, and no tools. It follows by itself.
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { spacedCode } from '../../sync/code'
import type { Session } from '../../sync/session'
import { Icon } from '../parts/Icon'
import { type Place, writePlace } from '../parts/place'
import { adoptStyle } from '../parts/style'
import { kinds, placeAmong, placesOf, type StandingPlace } from '../places/kinds'
import { followLead } from '../places/led'
import { Clock } from './Clock'
import { codeOf, doingOf, useNow } from './doing'
import { Fitted } from './Fitted'
import { Joining } from './Joining'
import { Presenting } from './Presenting'
import { type Shown, whatIsShown } from './phase'
import { Result, Voting } from './Voting'
import { Writing } from './Writing'
import style from './wall.css' with { type: 'text' }
import { w } from './words'

adoptStyle(style)

export default function Screen({ session }: { session: Session }) {
  const chosen = useSignal<Place | undefined>(undefined)
  const now = useNow(session)
  useEffect(
    () =>
      followLead(session, (next) => {
        chosen.value = next
      }),
    [session],
  )
  const place = placeAmong(placesOf(session), chosen.value)
  const doing = doingOf(session, place, now)
  const shown = whatIsShown(doing)
  return (
    <div class="wall" data-phase={shown.phase}>
      <main>
        <Phase session={session} shown={shown} place={place} now={now} />
      </main>
      <Strip session={session} shown={shown} place={place} now={now} />
      <Hand session={session} />
    </div>
  )
}

interface PhaseProps {
  session: Session
  shown: Shown
  place: StandingPlace | undefined
  now: number
}

function Phase({ session, shown, place, now }: PhaseProps) {
  switch (shown.phase) {
    case 'joining':
      return <Joining session={session} code={codeOf(session, now)} />
    case 'writing':
      return shown.board ? (
        <Writing session={session} board={shown.board} now={now} />
      ) : (
        <Said text={w('noBoard')} />
      )
    case 'voting':
      return shown.priority ? (
        <Voting session={session} priority={shown.priority} now={now} />
      ) : (
        <Said text={w('noVote')} />
      )
    case 'result':
      return shown.priority ? (
        <Result session={session} priority={shown.priority} />
      ) : (
        <Said text={w('noVote')} />
      )
    case 'presenting':
      return shown.lead ? <Presenting session={session} lead={shown.lead} /> : <Said text={w('noCard')} />
    case 'message':
      return (
        <Said
          text={session.record('wall', session.id).value?.message || session.workshop.value?.title || ''}
        />
      )
    case 'board':
      return place ? <BoardShown session={session} place={place} /> : <Said text={w('noBoard')} />
  }
}

function Said({ text }: { text: string }) {
  return (
    <section class="said">
      <Fitted of={text} most={18} least={5.8} class="wall-asked">
        <h1 class="wall-lines">{text}</h1>
      </Fitted>
    </section>
  )
}

function BoardShown({ session, place }: { session: Session; place: StandingPlace }) {
  const [{ Stage }] = kinds[place.kind].looks
  return (
    <div class="stage" data-view="board">
      <h1 class="unseen">{place.title}</h1>
      <Stage key={writePlace(place)} session={session} id={place.id} />
    </div>
  )
}

/** Along the foot: what this is, and how those who come late come in. */
function Strip({ session, shown, place, now }: PhaseProps) {
  const code = codeOf(session, now)
  const isOff = session.status.value !== 'live'
  const board = place?.kind === 'board' ? session.record('board', place.id).value : undefined
  const hasClock = shown.phase === 'writing' || shown.phase === 'voting'
  const titles = [session.workshop.value?.title, shown.phase === 'board' && place?.title]
  if (shown.phase === 'joining' && !isOff) return null
  return (
    <footer class="wall-strip">
      <p class="wall-strip-title">{titles.filter(Boolean).join(' · ')}</p>
      {isOff && <Sign>{w('offline')}</Sign>}
      {board && !hasClock && <Clock board={board} now={now} />}
      {code && (
        <p class="wall-strip-code">
          {location.host} <strong>{spacedCode(code)}</strong>
        </p>
      )}
    </footer>
  )
}

function Sign({ children }: { children: ComponentChildren }) {
  return <p class="wall-sign">{children}</p>
}

/** What a hand at the wall's computer may want: seen while the pointer is there, or by keyboard. */
function Hand({ session }: { session: Session }) {
  const rings = session.all('board').value.some(({ timer_rings }) => timer_rings)
  return (
    <div class="wall-hand">
      {rings && <Silent />}
      <button
        type="button"
        class="bar-button wall-full"
        onClick={() => void document.documentElement.requestFullscreen?.().catch(() => {})}
      >
        <Icon name="maximize" />
        {w('fullscreen')}
      </button>
    </div>
  )
}

/** A sound is wanted, and the browser lets none be heard before somebody has touched the page: one touch is enough. */
function Silent() {
  const isBlocked = useSignal(false)
  useEffect(() => {
    if (!('AudioContext' in globalThis)) return
    const audio = new AudioContext()
    const look = () => {
      isBlocked.value = audio.state === 'suspended'
    }
    const touched = () => void audio.resume().then(look)
    look()
    audio.addEventListener('statechange', look)
    for (const type of touches) addEventListener(type, touched)
    return () => {
      for (const type of touches) removeEventListener(type, touched)
      void audio.close()
    }
  }, [])
  if (!isBlocked.value) return null
  return (
    <button type="button" class="wall-sign">
      {w('soundBlocked')}
    </button>
  )
}

const touches = ['pointerdown', 'keydown'] as const
