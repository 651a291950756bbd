import { effect, useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Board as BoardRecord } from '../../../../protocol/generated/protocol'
import { tabShelf } from '../../browser'
import { t } from '../../i18n/i18n'
import { view } from '../../preferences'
import type { Session } from '../../sync/session'
import { boardsInOrder } from '../parts/boards'
import { Icon } from '../parts/Icon'
import { fetchAll, lazy, whenIdle } from '../parts/lazy'
import { OfflineBand } from '../parts/Status'
import { followToBoard } from '../places/led'
import { Header } from './Header'

const Board = lazy(() => import('../boards/Board'))
const Signs = lazy(() => import('../facilitation/Signs'), { quiet: true })
const Conduct = lazy(() => import('../facilitation/Conduct'), { quiet: true })
const List = lazy(() => import('../list/List'))
const stages = {
  board: Board,
  list: List,
  map: lazy(() => import('../map/Map')),
  graph: lazy(() => import('../graph/Graph')),
}

/** After the door, which is gone, the keyboard goes on from the board. */
function focusIfLost(): void {
  if (document.activeElement === document.body) document.getElementById('board')?.focus()
}

/** At every connection: what somebody may open while the network is gone. */
function fetchParts(session: Session): () => void {
  return effect(() => {
    if (session.status.value === 'live') whenIdle(fetchAll)
  })
}

/** Inside the workshop: one board at a time, drawn or listed. */
export function Room({ session }: { session: Session }) {
  const kept = `archipel.board.${session.id}`
  const chosen = useSignal(Number(tabShelf.getItem(kept)))
  const boards = useComputed(() => boardsInOrder(session))
  const board = boards.value.find(({ id }) => id === chosen.value) ?? boards.value[0]
  useEffect(() => fetchParts(session), [session])
  useEffect(focusIfLost, [])
  const choose = (id: number) => {
    chosen.value = id
    tabShelf.setItem(kept, String(id))
  }
  useEffect(() => followToBoard(session, choose), [session])
  return (
    <div class="room">
      <a class="skip" href="#board">
        {t('app.skip')}
      </a>
      <Header session={session} board={board?.id ?? 0} onChoose={choose} />
      {board && boards.value.length > 1 && (
        <BoardTabs boards={boards.value} current={board} onChoose={choose} />
      )}
      <main id="board" tabIndex={-1} data-view={view.value}>
        <OfflineBand session={session} />
        {board ? <BoardStage session={session} board={board} /> : <p class="loading">{t('shell.noBoard')}</p>}
      </main>
    </div>
  )
}

function BoardStage({ session, board }: { session: Session; board: BoardRecord }) {
  const Stage = stages[view.value]
  useEffect(() => document.getElementById('board')?.scrollTo(0, 0), [view.value])
  return (
    <>
      <h2 class="unseen">{board.title}</h2>
      <BoardNotes session={session} board={board} />
      <Signs session={session} board={board} />
      {session.can.animate() && <Conduct session={session} board={board} />}
      <div class="stage">
        <Stage key={board.id} session={session} board={board.id} />
      </div>
    </>
  )
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
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long instructions scroll, by keyboard too
        <section class="instructions" aria-label={t('shell.instructions')} tabIndex={0}>
          {board.instructions}
        </section>
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
