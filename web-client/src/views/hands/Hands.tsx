// What the keyboard and the ear need of the whole page, fetched once one is inside.
import { useEffect } from 'preact/hooks'
import type { Session } from '../../sync/session'
import { lazy } from '../parts/lazy'
import { watchBars } from './bars'
import { useConductedSaid } from './conducting'
import { Keeper } from './keeper'
import { useNoticesSaid } from './notices'
import { useOthersSaid } from './others'
import { helpOpen, watchPageKeys } from './pagekeys'

const Help = lazy(() => import('./Help'))

interface Props {
  session: Session
  /** The one that is shown; 0 for none. */
  board: number
}

export default function Hands({ session, board }: Props) {
  useNoticesSaid(session)
  useEffect(watchHands, [])
  useOthersSaid(session, board)
  useConductedSaid(session, board)
  return helpOpen.value ? <Help onClose={() => (helpOpen.value = false)} /> : null
}

/** Answers how to stop. */
function watchHands(): () => void {
  const keeper = new Keeper()
  const stops = [keeper.watch(), watchBars(), watchPageKeys(keeper)]
  return () => {
    for (const stop of stops) stop()
  }
}
