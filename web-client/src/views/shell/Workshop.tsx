import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'
import { Join } from '../join/Join'
import { Coming } from '../parts/Coming'
import { AboveDialogs } from '../parts/Dialog'
import { lazy } from '../parts/lazy'
import { UnsentHere } from '../parts/unsent'
import { fetchFirst } from '../places/kinds'
import { watchEvents } from './events'
import { Hands } from './hands'
import { Room } from './Room'

const Ended = lazy(() => import('../ended/Ended'))
const Notices = lazy(() => import('./Notices'), { quiet: true })
const Screen = lazy(() => import('../screen/Screen'), { whose: 'elsewhere' })

/** A workshop: the door, the room, the wall, or why it ended. */
export function Workshop({ session }: { session: Session }) {
  useEffect(() => watchEvents(session), [session])
  const title = session.workshop.value?.title
  useEffect(() => {
    document.title = title ? `${title} · Archipel` : 'Archipel'
  }, [title])
  const notices = () => speaks(session) && <Notices session={session} />
  return (
    <UnsentHere.Provider value={session.unsent}>
      <AboveDialogs.Provider value={notices}>
        <Stage session={session} />
        {notices()}
        {session.me.value.role === 'guest' && speaks(session) && <Hands session={session} board={0} />}
      </AboveDialogs.Provider>
    </UnsentHere.Provider>
  )
}

/** To who is not inside yet, once there is something to say. */
function speaks({ me, notices }: Session): boolean {
  return me.value.role !== 'guest' || notices.value.length > 0
}

function Stage({ session }: { session: Session }) {
  const { status, ready, door, me } = session
  useEffect(() => {
    if (me.value.role === 'screen') fetchFirst('board')
  }, [me.value.role])
  if (status.value === 'ended') return <Ended session={session} />
  if (!(me.value.role === 'guest' ? door : ready).value) return <Opening session={session} />
  switch (me.value.role) {
    case 'guest':
      return <Join session={session} />
    case 'screen':
      return <Screen session={session} />
    case 'participant':
    case 'facilitator':
    case 'animator':
    case 'organiser':
      return <Room session={session} />
  }
}

function Opening({ session }: { session: Session }) {
  const offline = session.status.value === 'offline'
  return (
    <main class="opening">
      <h1 class="brand">{session.workshop.value?.title ?? t('app.name')}</h1>
      <p>{t(offline ? 'status.offline' : 'status.connecting')}</p>
      <Coming session={session} />
    </main>
  )
}
