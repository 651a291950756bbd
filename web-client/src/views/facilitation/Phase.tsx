// The pieces that the animators' place is made of: a phase of the work with its acts, an act, a switch that says how
// things are.
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'

export function Phase({ title, children }: { title: string; children: ComponentChildren }) {
  const heading = useId()
  return (
    <section class="phase" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {children}
    </section>
  )
}

interface PressProps {
  icon: IconName
  label: string
  /** What matters most now. */
  main?: boolean
  /** How many wait there. */
  count?: number
  onPress(): void
}

export function Press({ icon, label, main = false, count = 0, onPress }: PressProps) {
  return (
    <button type="button" class={main ? 'button primary' : 'button'} onClick={onPress}>
      <Icon name={icon} />
      {label}
      {count > 0 && <span class="conduct-badge">{count}</span>}
    </button>
  )
}

interface SwitchProps {
  label: string
  on: boolean
  onTurn(): void
}

/** Says the state it is in, never what a press would do. */
export function Switch({ label, on, onTurn }: SwitchProps) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} onClick={onTurn}>
      <span class="switch-mark" aria-hidden="true" />
      <span>{label}</span>
    </button>
  )
}
