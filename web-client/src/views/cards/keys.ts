import { useEffect } from 'preact/hooks'
import type { CardActions } from './actions'

/** Where text is written, which has an undo of its own. */
const written = 'textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])'

/** Undo and redo wherever the keyboard is on the page, in bars and drawers too: acts are done from there as well. */
export function useHistoryKeys(actions: CardActions): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => pressHistory(actions, event)
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [actions])
}

function pressHistory(actions: CardActions, event: KeyboardEvent): void {
  const key = event.key.toLowerCase()
  if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return
  if ((event.target instanceof Element && event.target.closest(written)) || !actions.allowed) return
  if (key === 'y' || event.shiftKey) actions.redo()
  else actions.undo()
  event.preventDefault()
}
