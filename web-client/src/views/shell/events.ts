// What happens to the workshop as a whole, said once to those who did not do it: locked, unlocked, closed,
// reopened, connected again.
import { effect } from '@preact/signals'
import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'

export function watchEvents(session: Session): () => void {
  const stops = [watchConnection(session), watchClosing(session), watchLocks(session)]
  return () => {
    for (const stop of stops) stop()
  }
}

function watchConnection(session: Session): () => void {
  let wasOffline = false
  return effect(() => {
    const status = session.status.value
    if (status === 'live' && wasOffline) session.notify(t('status.back'))
    wasOffline = status === 'offline' && session.ready.peek()
  })
}

function watchClosing(session: Session): () => void {
  let before: boolean | undefined
  return effect(() => {
    const closed = session.workshop.value?.closed
    const mine = session.isPending('workshop', session.id)
    if (before !== undefined && closed !== undefined && closed !== before && !mine) {
      session.notify(t(closed ? 'shell.nowClosed' : 'shell.nowReopened'))
    }
    before = closed
  })
}

function watchLocks(session: Session): () => void {
  const locked = new Map<number, boolean>()
  return effect(() => {
    for (const board of session.all('board').value) {
      const before = locked.get(board.id)
      locked.set(board.id, board.locked)
      if (before === undefined || before === board.locked || session.can.animate()) continue
      session.notify(t(board.locked ? 'shell.nowLocked' : 'shell.nowUnlocked', { title: board.title }))
    }
  })
}
