import type { CardActions } from './actions'

/** Undo and redo wherever the keyboard is in a view, but in fields, which have their own. */
export function pressHistory(actions: CardActions, event: KeyboardEvent): void {
  const field = event.target instanceof Element && event.target.closest('input, textarea, select')
  const key = event.key.toLowerCase()
  if (field || !actions.allowed || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return
  if (key === 'y' || event.shiftKey) actions.redo()
  else actions.undo()
  event.preventDefault()
}
