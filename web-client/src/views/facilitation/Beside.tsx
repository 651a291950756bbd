// A panel that stands over the edge of the board and leaves the rest in reach: not a modal dialog, so that one can
// drag from it. It may have several pages. Escape closes it, and the keyboard goes back to where it came from.
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../parts/Icon'
import { PanelHead } from '../parts/PanelHead'

interface Props {
  title: string
  /** The way back, on a page that one came to from another: where to, and how. */
  back?: { label: string; go(): void } | undefined
  onClose(): void
  children: ComponentChildren
}

export function Beside({ title, back, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null)
  const heading = useId()
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  // At once: whatever takes the keyboard next is inside.
  useLayoutEffect(() => {
    panel.current?.focus()
    panel.current?.scrollTo(0, 0)
  }, [title])
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
      {back && (
        <button type="button" class="button quiet beside-back" onClick={back.go}>
          <Icon name="arrow-left" />
          {back.label}
        </button>
      )}
      {children}
    </section>
  )
}
