// A button that opens a few more: closed by Escape, by choosing, or by going elsewhere.
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { keepInView } from './inview'

interface Props {
  icon: IconName
  label: string
  children: ComponentChildren
}

export function Menu({ icon, label, children }: Props) {
  const open = useSignal(false)
  const host = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => keepInView(panel.current), [open.value])
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open.value) return
    event.preventDefault()
    open.value = false
    button.current?.focus()
  }
  const leave = (event: FocusEvent) => {
    if (!host.current?.contains(event.relatedTarget as Node | null)) open.value = false
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are the buttons' inside, heard where they bubble.
    <div class="card-menu" ref={host} onKeyDown={press} onFocusOut={leave}>
      <button
        ref={button}
        type="button"
        class="card-button"
        aria-expanded={open.value}
        title={label}
        onClick={() => {
          open.value = !open.value
          button.current?.focus()
        }}
      >
        <Icon name={icon} />
        <span class="card-button-word">{label}</span>
      </button>
      {open.value && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a click that bubbles from a button, whose keys click too.
        // biome-ignore lint/a11y/noStaticElementInteractions: as above.
        <div
          ref={panel}
          class="card-menu-panel"
          onClick={() => {
            open.value = false
            button.current?.focus()
          }}
        >
          {children}
        </div>
      )}
    </div>
  )
}

interface ChoiceProps {
  label: string
  chosen?: boolean
  onChoose(): void
  children?: ComponentChildren
}

export function MenuChoice({ label, chosen, onChoose, children }: ChoiceProps) {
  return (
    <button type="button" class="card-menu-choice" aria-pressed={chosen} onClick={onChoose}>
      {children}
      <span>{label}</span>
    </button>
  )
}
