// Boards as places: four looks, and over them the instruction and how a board is conducted.
import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Board } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { opener } from '../parts/adding'
import { boardsInOrder } from '../parts/boards'
import { Icon } from '../parts/Icon'
import { type LazyView, lazy } from '../parts/lazy'
import type { Kind, StageProps } from './kind'

const Signs = lazy(() => import('../facilitation/Signs'), { quiet: true })
const Conducting = lazy(() => import('../facilitation/Conducting'), { quiet: true })
const NewCard = lazy(() => import('../cards/NewCard'), { quiet: true })
const Told = lazy(() => import('../facilitation/Told'), { quiet: true })

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
  Conducting: of(Conducting),
  Told: of(Told),
  Add,
  OverWall: of(Signs),
}

/** What is shown of a board while it is there. */
function of(View: LazyView<{ session: WorkshopSession; board: Board }>): ComponentType<StageProps> {
  return ({ session, id }: StageProps) => {
    const board = session.record('board', id).value
    return board ? <View key={id} session={session} board={board} /> : null
  }
}

/** Always there: while the board is locked it says so. */
function Add({ session, id }: StageProps) {
  const isOpen = useSignal(false)
  const may = session.can.edit(id)
  const press = () => {
    if (!may) session.notify(t('shell.locked'))
    else if (opener.value?.add) opener.value.add()
    else isOpen.value = true
  }
  const close = () => {
    isOpen.value = false
  }
  // The words of a card are wanted back: it is opened as soon as there is something that opens it.
  const { wanted } = session.unsent
  const stage = opener.value
  const [kind, card] = wanted.value?.board === id ? wanted.value.place.split(' ') : []
  const opens = kind === 'new' || (kind === 'card' && stage !== undefined)
  useEffect(() => {
    if (!opens) return
    wanted.value = undefined
    if (kind === 'card') stage?.edit(Number(card))
    else press()
  }, [opens])
  return (
    <>
      <button type="button" class="foot-add" aria-disabled={!may} onClick={press}>
        <Icon name="plus" />
        <span>{t('shell.add')}</span>
      </button>
      {isOpen.value && <NewCard session={session} board={id} onClose={close} />}
    </>
  )
}
