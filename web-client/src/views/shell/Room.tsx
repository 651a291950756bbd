import { useComputed, useSignal } from '@preact/signals'
import type { Board as BoardRecord } from '../../../../protocol/generated/protocol'
import { tabShelf } from '../../browser'
import { t } from '../../i18n/i18n'
import { view } from '../../preferences'
import type { Session } from '../../sync/session'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { Header } from './Header'
import { OfflineBand } from './Status'

const Board = lazy(() => import('../board/Board'))
const List = lazy(() => import('../list/List'))

/** Inside the workshop: one board at a time, drawn or listed. */
export function Room({ session }: { session: Session }) {
  const kept = `archipel.board.${session.id}`
  const chosen = useSignal(Number(tabShelf.getItem(kept)))
  const boards = useComputed(() => boardsInOrder(session))
  const board = boards.value.find(({ id }) => id === chosen.value) ?? boards.value[0]
  const choose = (id: number) => {
    chosen.value = id
    tabShelf.setItem(kept, String(id))
  }
  return (
    <div class="room">
      <a class="skip" href="#board">
        {t('app.skip')}
      </a>
      <Header session={session} />
      <OfflineBand session={session} />
      {board && boards.value.length > 1 && (
        <BoardTabs boards={boards.value} current={board} onChoose={choose} />
      )}
      {board && <BoardNotes session={session} board={board} />}
      <main class="stage" id="board" tabIndex={-1} data-view={view.value}>
        {board ? (
          <BoardStage session={session} board={board.id} />
        ) : (
          <p class="loading">{t('shell.noBoard')}</p>
        )}
      </main>
    </div>
  )
}

/** Records come in no order: boards go by their titles, "2." before "10.". */
export function boardsInOrder(session: Session): BoardRecord[] {
  return [...session.all('board').value].sort((left, right) =>
    left.title.localeCompare(right.title, undefined, { numeric: true }),
  )
}

function BoardStage({ session, board }: { session: Session; board: number }) {
  const Stage = view.value === 'board' ? Board : List
  return <Stage key={board} session={session} board={board} />
}

interface TabsProps {
  boards: readonly BoardRecord[]
  current: BoardRecord
  onChoose(id: number): void
}

function BoardTabs({ boards, current, onChoose }: TabsProps) {
  return (
    <nav class="board-tabs" aria-label={t('shell.boards')}>
      {boards.map(({ id, title, locked }) => (
        <button key={id} type="button" aria-current={id === current.id} onClick={() => onChoose(id)}>
          {title}
          {locked && <Icon name="lock" />}
        </button>
      ))}
    </nav>
  )
}

function BoardNotes({ session, board }: { session: Session; board: BoardRecord }) {
  const closed = session.workshop.value?.closed
  if (!board.instructions && !board.locked && !closed) return null
  return (
    <div class="board-notes">
      {closed && <Tag icon="door-open" text={t('shell.closed')} />}
      {board.locked && <Tag icon="lock" text={t('shell.locked')} />}
      {board.instructions && (
        <p>
          <span class="unseen">{t('shell.instructions')} : </span>
          {board.instructions}
        </p>
      )}
    </div>
  )
}

function Tag({ icon, text }: { icon: 'lock' | 'door-open'; text: string }) {
  return (
    <span class="tag">
      <Icon name={icon} />
      {text}
    </span>
  )
}
