import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'

/** A button over the map or the graph: an icon, and what it does in words for who points at it or hears it. */
export function Tool({ icon, label, run }: { icon: IconName; label: string; run(): void }) {
  return (
    <button type="button" class="card-button is-icon" aria-label={label} title={label} onClick={run}>
      <Icon name={icon} />
    </button>
  )
}
