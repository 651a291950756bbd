// Boards as places: four looks, and over them the instructions, what is told of how a board is conducted, and the
// animator's tools.
import type { Board } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'
import type { WorkshopSession } from '../../sync/workshop'
import { boardsInOrder } from '../parts/boards'
import { Icon } from '../parts/Icon'
import { type LazyView, lazy } from '../parts/lazy'
import type { Kind, StageProps } from './kind'

const Signs = lazy(() => import('../facilitation/Signs'), { quiet: true })
const Conduct = lazy(() => import('../facilitation/Conduct'), { quiet: true, whose: 'animators' })

function stage(View: LazyView<{ session: WorkshopSession; board: number }>): LazyView<StageProps> {
  const Stage = ({ session, id }: StageProps) => <View session={session} board={id} />
  return Object.assign(Stage, { fetch: View.fetch })
}

export const board: Kind = {
  all: (session) => boardsInOrder(session).map(({ id, title, locked }) => ({ id, title, locked })),
  looks: [
    {
      name: 'board',
      icon: 'sticky-note',
      label: () => t('shell.board'),
      Stage: stage(lazy(() => import('../boards/Board'))),
    },
    {
      name: 'list',
      icon: 'list',
      label: () => t('shell.list'),
      Stage: stage(lazy(() => import('../list/List'))),
    },
    { name: 'map', icon: 'map', label: () => t('shell.map'), Stage: stage(lazy(() => import('../map/Map'))) },
    {
      name: 'graph',
      icon: 'waypoints',
      label: () => t('shell.graph'),
      Stage: stage(lazy(() => import('../graph/Graph'))),
    },
  ],
  Over,
  OverWall,
}

function Over({ session, id }: StageProps) {
  const board = session.record('board', id).value
  if (!board) return null
  return (
    <>
      <BoardNotes session={session} board={board} />
      <Signs session={session} board={board} />
      {session.can.animate() && <Conduct session={session} board={board} />}
    </>
  )
}

function OverWall({ session, id }: StageProps) {
  const board = session.record('board', id).value
  return board ? <Signs session={session} board={board} /> : null
}

function BoardNotes({ session, board }: { session: Session; board: Board }) {
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
