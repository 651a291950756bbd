import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'

/** How much of the workshop is here, while it comes over a line on which that takes a while. */
export function Coming({ session }: { session: Session }) {
  const arrived = session.arrived.value
  if (arrived === undefined) return null
  return (
    <label class="coming">
      {t('status.coming')} <progress value={arrived} />
    </label>
  )
}
