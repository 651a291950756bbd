// One thing that is told of how a board is conducted; one that can be pressed.
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'

export function Sign({ icon, text }: { icon: IconName; text: string }) {
  return (
    <p class="sign" title={text}>
      <Icon name={icon} />
      <span class="sign-words">{text}</span>
    </p>
  )
}

export function SignButton({ icon, label, onPress }: { icon: IconName; label: string; onPress(): void }) {
  return (
    <button type="button" class="sign sign-button" onClick={onPress}>
      <Icon name={icon} />
      <span class="sign-words">{label}</span>
    </button>
  )
}
