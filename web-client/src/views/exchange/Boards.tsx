import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Board } from '../../../../protocol/generated/protocol'
import type { Session } from '../../sync/session'
import { act } from '../cards/memory'
import { TextField } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { Said } from '../parts/Said'
import { limitOf } from '../parts/text'
import { useUnsent } from '../parts/unsent'
import { newBoardId } from './here'
import { most } from './most'
import { w } from './words'

interface Props {
  session: Session
  boards: readonly Board[]
  shown: Board
  onChoose(board: number): void
  /** A new board is shown behind the panel, which stays. */
  onAdded(board: number): void
}

export function Boards({ session, boards, shown, onChoose, onAdded }: Props) {
  const animates = session.can.animate()
  const heading = useRef<HTMLHeadingElement>(null)
  const add = (title: string) => {
    const board = newBoardId(session)
    session.send({ type: 'add_board', board, title })
    onAdded(board)
  }
  return (
    <section aria-labelledby="exchange-boards">
      <h3 ref={heading} id="exchange-boards" tabIndex={-1}>
        {w('boards')}
      </h3>
      <ul class="exchange-boards">
        {boards.map((board) => (
          <BoardLine
            key={board.id}
            session={session}
            board={board}
            current={board.id === shown.id}
            last={boards.length === 1}
            onChoose={() => onChoose(board.id)}
            onDropped={() => heading.current?.focus()}
          />
        ))}
      </ul>
      {animates && boards.length < most.board && (
        <TitleForm place="new-board" label={w('addBoard')} title="" action={w('add')} onTitle={add} />
      )}
      {animates && boards.length >= most.board && <p>{w('boardsFull', { most: most.board })}</p>}
    </section>
  )
}

interface LineProps {
  session: Session
  board: Board
  current: boolean
  /** The only one there is. */
  last: boolean
  onChoose(): void
  /** The keyboard goes on from elsewhere. */
  onDropped(): void
}

function BoardLine({ session, board, current, last, onChoose, onDropped }: LineProps) {
  const doing = useSignal<'rename' | 'drop' | undefined>(undefined)
  const { title } = board
  const toggle = (next: 'rename' | 'drop') => () => {
    doing.value = doing.value === next ? undefined : next
  }
  const rename = (next: string) => {
    doing.value = undefined
    if (next !== title) act(session, board.id, { type: 'edit_board', board: board.id, title: next })
  }
  return (
    <li>
      <div class="exchange-board">
        <button type="button" class="button quiet" aria-current={current} onClick={onChoose}>
          {title}
          {current && <small>{w('here')}</small>}
        </button>
        {session.can.animate() && (
          <>
            <LineButton
              icon="pencil"
              label={w('renameBoard', { title })}
              open={doing.value === 'rename'}
              run={toggle('rename')}
            />
            <LineButton
              icon="trash-2"
              label={w('dropBoard', { title })}
              open={doing.value === 'drop'}
              run={toggle('drop')}
            />
          </>
        )}
      </div>
      {doing.value === 'rename' && (
        <TitleForm
          place={`board ${board.id} title`}
          label={w('boardTitle')}
          title={title}
          action={w('rename')}
          onTitle={rename}
        />
      )}
      {doing.value === 'drop' &&
        (last ? (
          <Said arrives>{w('lastBoard')}</Said>
        ) : (
          <Dropping {...{ session, board }} onCancel={toggle('drop')} onDropped={onDropped} />
        ))}
    </li>
  )
}

interface LineButtonProps {
  icon: 'pencil' | 'trash-2'
  label: string
  open: boolean
  run(): void
}

function LineButton({ icon, label, open, run }: LineButtonProps) {
  return (
    <button
      type="button"
      class="button quiet icon-only"
      aria-label={label}
      aria-expanded={open}
      title={label}
      onClick={run}
    >
      <Icon name={icon} />
    </button>
  )
}

interface DroppingProps {
  session: Session
  board: Board
  onCancel(): void
  onDropped(): void
}

/** Says what goes before it goes. */
function Dropping({ session, board, onCancel, onDropped }: DroppingProps) {
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])
  const lying = (type: 'card' | 'zone' | 'link' | 'priority') =>
    session.where(type, 'board', board.id).value.length
  const drop = () => {
    session.send({ type: 'drop_board', board: board.id })
    session.notify(w('dropped', { title: board.title }))
    onDropped()
  }
  const going = {
    cards: lying('card'),
    zones: lying('zone'),
    links: lying('link'),
    priorities: lying('priority'),
  }
  return (
    <div class="confirm" role="alertdialog" aria-label={w('dropAsk', { title: board.title })}>
      <p>
        <strong>{w('dropAsk', { title: board.title })}</strong>
      </p>
      <p>{w('dropWhat', going)}</p>
      <div class="actions">
        <button type="button" class="button danger" onClick={drop}>
          {w('drop')}
        </button>
        <button ref={cancel} type="button" class="button" onClick={onCancel}>
          {w('cancel')}
        </button>
      </div>
    </div>
  )
}

interface TitleFormProps {
  /** Where its words are kept while they are written. */
  place: string
  label: string
  title: string
  action: string
  onTitle(title: string): void
}

function TitleForm({ place, label, title, action, onTitle }: TitleFormProps) {
  const form = useUnsent({ place, name: label }, { title })
  const words = form.field('title')
  const tooLong = new TextEncoder().encode(words.value.trim()).length > limitOf('edit_board', 'title')
  const submit = (event: Event) => {
    event.preventDefault()
    const next = words.value.trim()
    if (!next || tooLong) return
    form.done()
    onTitle(next)
  }
  return (
    <form class="inline-form" onSubmit={submit} noValidate>
      <TextField
        label={label}
        words={words}
        max={120}
        autocomplete="off"
        error={tooLong ? w('titleLong') : undefined}
      />
      <button type="submit" class="button" aria-disabled={!words.value.trim() || tooLong}>
        {action}
      </button>
    </form>
  )
}
