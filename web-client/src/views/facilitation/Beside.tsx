// A panel that stands over the edge of the board and leaves the rest in reach: not a modal dialog, so that one can
// drag from it. Escape closes it, and the keyboard goes back to where it came from.
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { PanelHead } from '../parts/PanelHead'

interface Props {
  title: string
  onClose(): void
  children: ComponentChildren
}

export function Beside({ title, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null)
  const heading = useId()
  // At once: whatever takes the keyboard next is inside.
  useLayoutEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  return (
    <section
      ref={panel}
      class="beside"
      role="dialog"
      aria-labelledby={heading}
      tabIndex={-1}
      onKeyDown={press}
    >
      <PanelHead id={heading} title={title} onClose={onClose} />
      {children}
    </section>
  )
}
