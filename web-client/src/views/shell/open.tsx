import { clock, keysOf, onWake, openChannel, openSocket, openStore, openUnsent } from '../../browser'
import { t } from '../../i18n/i18n'
import { refusalText, strangeText } from '../../i18n/refusal'
import { view } from '../../preferences'
import type { Address } from '../../sync/links'
import { Session } from '../../sync/session'
import { unpack } from '../../sync/unpack'
import { lazy } from '../parts/lazy'
import { pageRenewal } from '../parts/renewal'
import { fetchFirst } from '../places/kinds'
import { Workshop } from './Workshop'

const NoKey = lazy(() => import('../ended/NoKey'), { whose: 'elsewhere' })

/** Opens the workshop an address names, with the key it brought or one this device keeps. */
export function openWorkshop({ workshop, key, shown }: Address) {
  const keys = keysOf(workshop)
  if (shown) keys.set('participant', shown)
  const session = new Session({
    workshop,
    keys,
    landed: key,
    open: openSocket,
    unpack,
    clock,
    store: openStore(),
    unsent: openUnsent(workshop),
    channel: openChannel(workshop),
    refusalText,
    strangeText,
    renewal: pageRenewal(),
    lostText: () => t('app.lost'),
  })
  if (!session.start()) return <NoKey />
  // Who was here before is about to be in the room again.
  if (keys.get('person')) fetchFirst(view.peek())
  onWake(
    () => session.wake(),
    () => session.sleep(),
  )
  addEventListener('beforeunload', (event) => {
    if (session.unkept.peek() || session.unsent.unkept) event.preventDefault()
  })
  return <Workshop session={session} />
}
