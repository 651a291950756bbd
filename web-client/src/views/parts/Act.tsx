// A button of the bars that stand by what is chosen.
import { Icon } from './Icon'
import type { IconName } from './icons'

interface Props {
  icon: IconName
  label: string
  /** What it is about, for the ear, where many such buttons stand. */
  about?: string
  run(): void
}

export function Act({ icon, label, about, run }: Props) {
  return (
    <button type="button" class="card-button" onClick={run}>
      <Icon name={icon} />
      <span class="card-button-word">{label}</span>
      {about && <span class="card-unseen"> {about}</span>}
    </button>
  )
}
