import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'
import { Icon } from './Icon'
import type { IconName } from './icons'

/** The state of the connection, always in sight: by word and shape, not by colour alone. */
export function Status({ session }: { session: Session }) {
  const status = session.status.value
  const waiting = session.waiting.value
  return (
    <p class="status" data-status={status} data-waiting={waiting > 0}>
      <Icon name={statusIcon(status, waiting)} />
      <span>{t(`status.${status}`)}</span> {waiting > 0 && <span>{t('status.waiting', { n: waiting })}</span>}
    </p>
  )
}

function statusIcon(status: Session['status']['value'], waiting: number): IconName {
  if (status === 'offline' || status === 'ended') return 'cloud-off'
  return waiting > 0 || status === 'connecting' ? 'cloud-upload' : 'wifi'
}

/** While the network is gone: that one may carry on, or that the tab must stay open. */
export function OfflineBand({ session }: { session: Session }) {
  if (session.status.value !== 'offline') return null
  return <Band text={t(session.unkept.value ? 'status.unkept' : 'status.nothingLost')} />
}

function Band({ text }: { text: string }) {
  return (
    <p class="band">
      <Icon name="cloud-off" />
      {text}
    </p>
  )
}
