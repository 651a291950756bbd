// A button of the bars that stand by what is chosen.
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'

export function Act({ icon, label, run }: { icon: IconName; label: string; run(): void }) {
  return (
    <button type="button" class="card-button" onClick={run}>
      <Icon name={icon} />
      <span class="card-button-word">{label}</span>
    </button>
  )
}
