// The workshop and its boards: what they are called, what is asked on them, whether they are open.
import type { Board, Workshop as WorkshopRecord } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'
import type { Form } from '../../sync/unsent'
import { w } from '../access/words'
import { act } from '../cards/memory'
import { boardsInOrder } from '../parts/boards'
import { TextField } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { useUnsent } from '../parts/unsent'

export function Workshop({ session }: { session: Session }) {
  const workshop = session.workshop.value
  return (
    <>
      {workshop && <WorkshopSection session={session} workshop={workshop} />}
      {session.can.animate() && <BoardsSection session={session} />}
    </>
  )
}

function WorkshopSection({ session, workshop }: { session: Session; workshop: WorkshopRecord }) {
  const edit = (fields: { title?: string; closed?: boolean }) =>
    session.send({ type: 'edit_workshop', workshop: workshop.id, ...fields })
  return (
    <section aria-labelledby="animate-workshop">
      <h3 id="animate-workshop">{w('workshop')}</h3>
      <Rename
        place="workshop title"
        name={w('rename')}
        title={workshop.title}
        max={160}
        onRename={(title) => edit({ title })}
      />
      <p class="hint">{w('closeHint')}</p>
      <button type="button" class="button" onClick={() => edit({ closed: !workshop.closed })}>
        <Icon name="door-open" />
        {w(workshop.closed ? 'reopen' : 'close')}
      </button>
    </section>
  )
}

function BoardsSection({ session }: { session: Session }) {
  return (
    <section aria-labelledby="animate-boards">
      <h3 id="animate-boards">{w('boards')}</h3>
      {boardsInOrder(session).map((board) => (
        <BoardEditor key={board.id} session={session} board={board} />
      ))}
    </section>
  )
}

function BoardEditor({ session, board }: { session: Session; board: Board }) {
  const edit = (fields: Partial<Pick<Board, 'title' | 'locked' | 'instructions'>>) =>
    act(session, board.id, { type: 'edit_board', board: board.id, ...fields })
  return (
    <details class="fold">
      <summary>
        <span>{board.title}</span>
        {board.locked && <Icon name="lock" />}
        {board.locked && <span class="unseen">{t('shell.locked')}</span>}
      </summary>
      <button type="button" class="button" onClick={() => edit({ locked: !board.locked })}>
        <Icon name={board.locked ? 'lock-open' : 'lock'} />
        {w(board.locked ? 'unlock' : 'lock')}
        <span class="unseen"> : {board.title}</span>
      </button>
      <Rename
        place={`board ${board.id} title`}
        name={w('boardTitle')}
        title={board.title}
        max={120}
        onRename={(title) => edit({ title })}
      />
      <Instructions board={board} onSave={(instructions) => edit({ instructions })} />
    </details>
  )
}

interface RenameProps extends Form {
  title: string
  max: number
  onRename(title: string): void
}

function Rename({ place, name, title, max, onRename }: RenameProps) {
  const form = useUnsent({ place, name }, { title })
  const words = form.field('title')
  const save = (event: Event) => {
    event.preventDefault()
    const next = words.value.trim()
    form.done()
    if (next && next !== title) onRename(next)
  }
  return (
    <form class="inline-form" onSubmit={save} noValidate>
      <TextField label={name} words={words} max={max} autocomplete="off" />
      <button type="submit" class="button" aria-disabled={!form.changed}>
        {t('app.save')}
      </button>
    </form>
  )
}

function Instructions({ board, onSave }: { board: Board; onSave(text: string): void }) {
  const text = board.instructions
  const name = `${w('instructions')} : ${board.title}`
  const form = useUnsent({ place: `board ${board.id} instructions`, name }, { text })
  const words = form.field('text')
  const save = (event: Event) => {
    event.preventDefault()
    const next = words.value.trim()
    form.done()
    if (next !== text) onSave(next)
  }
  return (
    <form class="inline-form" onSubmit={save} noValidate>
      <TextField label={w('instructions')} words={words} max={600} rows={3} />
      <button type="submit" class="button" aria-disabled={!form.changed}>
        {t('app.save')}
      </button>
    </form>
  )
}
