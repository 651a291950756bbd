import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useId, useRef } from 'preact/hooks'
import { PanelHead } from './PanelHead'

/** What must stay in reach while a dialog holds everything else back: notices, and what is read out. */
export const AboveDialogs = createContext<() => ComponentChildren>(() => null)

interface Props {
  title: string
  onClose(): void
  children: ComponentChildren
  /** A drawer stands at the side and leaves the rest in sight. */
  drawer?: boolean
}

/** A native modal dialog: the browser holds the focus inside and gives it back to where it came from. */
export function Dialog({ title, onClose, children, drawer = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const above = useContext(AboveDialogs)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const closeFromOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes by itself; the click is on the backdrop
    <dialog
      ref={dialog}
      class={drawer ? 'dialog drawer' : 'dialog'}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={closeFromOutside}
    >
      <div class="dialog-body">
        <PanelHead id={heading} title={title} onClose={onClose} />
        {children}
      </div>
      {above()}
    </dialog>
  )
}
