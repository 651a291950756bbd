// Undo and redo, each saying what it is about.
import { b } from '../../i18n/board'
import { Icon } from '../parts/Icon'
import { adoptStyle } from '../parts/style'
import type { CardActions } from './actions'
import { actWords } from './actwords'
import { isFinal, type Way } from './history'
import { useHistoryKeys } from './keys'
import style from './undo.css' with { type: 'text' }
import { w } from './undowords'

adoptStyle(style)

interface Props {
  actions: CardActions
  /** Without words, where there is little room. */
  narrow?: boolean
}

export default function Undoing({ actions, narrow = false }: Props) {
  useHistoryKeys(actions)
  return (
    <>
      <Taking actions={actions} way="undo" narrow={narrow} />
      <Taking actions={actions} way="redo" narrow={narrow} />
    </>
  )
}

/** Stays in the tab order when there is nothing to do: a button that vanishes under the keyboard loses it. */
function Taking({ actions, way, narrow }: Required<Props> & { way: Way }) {
  const step = actions.history.next(way)
  const words = step && { act: actWords(step.act) }
  const label = words ? w(step && isFinal(step) ? 'final' : way, words) : b(`board.${way}`)
  return (
    <button
      type="button"
      class={narrow ? 'card-button is-icon' : 'card-button'}
      aria-label={label}
      aria-disabled={!step}
      title={label}
      onClick={() => actions[way]()}
    >
      <Icon name={way === 'undo' ? 'undo-2' : 'redo-2'} />
      {!narrow && <span class="card-undo-words">{label}</span>}
    </button>
  )
}
