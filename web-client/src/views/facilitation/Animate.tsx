import { useSignal } from '@preact/signals'
import type { Board, Workshop } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'
import { Access } from '../access/Access'
import { w } from '../access/words'
import { act } from '../cards/memory'
import { boardsInOrder } from '../parts/boards'
import { Dialog } from '../parts/Dialog'
import { Field, TextField } from '../parts/Field'
import { Icon } from '../parts/Icon'

/** What animators hold in hand: the workshop, its boards, its access links. */
export default function Animate({ session, onClose }: { session: Session; onClose(): void }) {
  const workshop = session.workshop.value
  return (
    <Dialog title={w('title')} drawer onClose={onClose}>
      {workshop && <WorkshopSection session={session} workshop={workshop} />}
      {session.can.animate() && <BoardsSection session={session} />}
      <Access session={session} />
    </Dialog>
  )
}

function WorkshopSection({ session, workshop }: { session: Session; workshop: Workshop }) {
  const edit = (fields: { title?: string; closed?: boolean }) =>
    session.send({ type: 'edit_workshop', workshop: workshop.id, ...fields })
  return (
    <section aria-labelledby="animate-workshop">
      <h3 id="animate-workshop">{w('workshop')}</h3>
      <Rename label={w('rename')} title={workshop.title} max={160} onRename={(title) => edit({ title })} />
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
      <Rename label={w('boardTitle')} title={board.title} max={120} onRename={(title) => edit({ title })} />
      <Instructions text={board.instructions} onSave={(instructions) => edit({ instructions })} />
    </details>
  )
}

interface RenameProps {
  label: string
  title: string
  max: number
  onRename(title: string): void
}

function Rename({ label, title, max, onRename }: RenameProps) {
  const draft = useSignal<string | undefined>(undefined)
  const save = (event: Event) => {
    event.preventDefault()
    const next = draft.value?.trim()
    draft.value = undefined
    if (next && next !== title) onRename(next)
  }
  return (
    <form class="inline-form" onSubmit={save} noValidate>
      <TextField
        label={label}
        value={draft.value ?? title}
        max={max}
        autocomplete="off"
        onInput={(value) => {
          draft.value = value
        }}
      />
      <button type="submit" class="button" aria-disabled={draft.value === undefined}>
        {t('app.save')}
      </button>
    </form>
  )
}

function Instructions({ text, onSave }: { text: string; onSave(text: string): void }) {
  const draft = useSignal<string | undefined>(undefined)
  const save = (event: Event) => {
    event.preventDefault()
    const next = draft.value?.trim()
    draft.value = undefined
    if (next !== undefined && next !== text) onSave(next)
  }
  return (
    <form class="inline-form" onSubmit={save} noValidate>
      <Field label={w('instructions')}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxLength={600}
            value={draft.value ?? text}
            onInput={(event) => {
              draft.value = event.currentTarget.value
            }}
          />
        )}
      </Field>
      <button type="submit" class="button" aria-disabled={draft.value === undefined}>
        {t('app.save')}
      </button>
    </form>
  )
}
