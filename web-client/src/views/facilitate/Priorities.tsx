// Prioritisations, in the animator's hand: open, close, show, delete.
import { useSignal } from '@preact/signals'
import type { Priority } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { Dialog } from '../parts/Dialog'
import { Icon } from '../parts/Icon'
import type { PanelProps } from './Conduct'
import { Budget } from './Giving'
import { Results } from './Results'
import { w } from './words'

export default function Priorities({ session, board, onClose }: PanelProps) {
  const all = session
    .all('priority')
    .value.filter((one) => one.board === board.id)
    .sort((a, b) => b.made_at - a.made_at)
  return (
    <Dialog title={w('priorities')} drawer onClose={onClose}>
      {all.map((priority) => (
        <Held key={priority.id} session={session} priority={priority} />
      ))}
      <Opening session={session} board={board.id} folded={all.length > 0} />
    </Dialog>
  )
}

function Held({ session, priority }: { session: WorkshopSession; priority: Priority }) {
  const edit = (fields: { closed?: boolean; shown?: boolean }) =>
    session.send({ type: 'edit_priority', priority: priority.id, ...fields })
  return (
    <section>
      <h3>{priority.title}</h3>
      <p class="priority-tools">
        <button type="button" class="button" onClick={() => edit({ closed: !priority.closed })}>
          {w(priority.closed ? 'priorityReopen' : 'priorityClose')}
        </button>
        <button type="button" class="button" onClick={() => edit({ shown: !priority.shown })}>
          <Icon name={priority.shown ? 'eye-off' : 'eye'} />
          {w(priority.shown ? 'priorityHide' : 'priorityShow')}
        </button>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={`${w('priorityDrop')} : ${priority.title}`}
          onClick={() => session.send({ type: 'drop_priority', priority: priority.id })}
        >
          <Icon name="trash-2" />
        </button>
      </p>
      {priority.shown ? (
        <Results session={session} priority={priority} />
      ) : (
        <p class="hint">{w('priorityHidden')}</p>
      )}
      {!priority.closed && session.me.value.person !== 0 && (
        <details>
          <summary>{w('priorityGive')}</summary>
          <Budget session={session} priority={priority} />
        </details>
      )}
    </section>
  )
}

function Opening({ session, board, folded }: { session: WorkshopSession; board: number; folded: boolean }) {
  const title = useSignal(w('priorityQuestionDefault'))
  const points = useSignal(5)
  const delegation = useSignal(false)
  const open = (event: Event) => {
    event.preventDefault()
    if (!title.value.trim()) return
    session.send({
      type: 'add_priority',
      priority: session.newId(),
      board,
      title: title.value.trim(),
      points: Math.min(100, Math.max(1, Math.round(points.value))),
      by_delegation: delegation.value,
    })
  }
  return (
    <details open={!folded}>
      <summary>{w('priorityNew')}</summary>
      <form onSubmit={open}>
        <p>
          <label>
            {w('priorityQuestion')}
            <br />
            <input
              type="text"
              maxLength={120}
              required
              value={title.value}
              onInput={({ currentTarget }) => {
                title.value = currentTarget.value
              }}
            />
          </label>
        </p>
        <p>
          <label>
            {w('priorityPoints')}
            <br />
            <input
              type="number"
              min={1}
              max={100}
              required
              value={points.value}
              onInput={({ currentTarget }) => {
                points.value = Number(currentTarget.value)
              }}
            />
          </label>
        </p>
        <fieldset>
          <legend class="unseen">{w('priorityPoints')}</legend>
          {[false, true].map((shared) => (
            <label key={String(shared)} class="choice-line">
              <input
                type="radio"
                name="budget"
                checked={delegation.value === shared}
                onChange={() => {
                  delegation.value = shared
                }}
              />{' '}
              {w(shared ? 'priorityDelegation' : 'priorityEach')}
            </label>
          ))}
        </fieldset>
        <button type="submit" class="button primary">
          {w('priorityOpen')}
        </button>
      </form>
    </details>
  )
}
