// The boards of a workshop, and what goes in and out of them as files.
import { useSignal } from '@preact/signals'
import type { Session } from '../../sync/session'
import { boardsInOrder } from '../parts/boards'
import { Dialog } from '../parts/Dialog'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { isSamePlace, type Place } from '../parts/place'
import { adoptStyle } from '../parts/style'
import { Boards } from './Boards'
import { Exports } from './Exports'
import style from './exchange.css' with { type: 'text' }
import { Import } from './Import'
import { w } from './words'

const FromFile = lazy(() => import('./FromFile'), { whose: 'animators' })
adoptStyle(style)

interface Props {
  session: Session
  /** Where one is: when that is a board, it is the one that files go into and come out of. */
  place: Place | undefined
  onGo(place: Place): void
  onClose(): void
}

export default function Files({ session, place, onGo, onClose }: Props) {
  const page = useSignal<'files' | 'table' | 'board'>('files')
  const boards = boardsInOrder(session)
  const shown = boards.find(({ id }) => isSamePlace({ kind: 'board', id }, place)) ?? boards[0]
  const go = (next: typeof page.value) => () => {
    page.value = next
  }
  const show = (board: number) => onGo({ kind: 'board', id: board })
  const choose = (board: number) => {
    show(board)
    onClose()
  }
  if (!shown) return null
  if (page.value === 'table') return <Import session={session} board={shown} onClose={onClose} />
  if (page.value === 'board') return <FromFile session={session} onDone={choose} onClose={onClose} />
  return (
    <Dialog title={w('files')} drawer onClose={onClose}>
      <Boards session={session} boards={boards} shown={shown} onChoose={choose} onAdded={show} />
      {session.can.edit(shown.id) && (
        <section aria-labelledby="exchange-in">
          <h3 id="exchange-in">{w('import')}</h3>
          <div class="exchange-column">
            <button type="button" class="button" onClick={go('table')}>
              <Icon name="file-up" />
              {w('importTable')}
            </button>
            {session.can.animate() && (
              <button type="button" class="button" onClick={go('board')}>
                <Icon name="file-up" />
                {w('fromFile')}
              </button>
            )}
          </div>
        </section>
      )}
      <Exports session={session} board={shown} />
    </Dialog>
  )
}
