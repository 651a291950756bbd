// Prioritisations, in the animator's hand: open, close, show, delete.

import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Priority } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { act } from '../cards/memory'
import { Field, TextField } from '../parts/Field'
import { Icon } from '../parts/Icon'
import type { PanelProps } from '../parts/panel'
import { useUnsent } from '../parts/unsent'
import { Budget } from './Budget'
import { g } from './givingwords'
import { Results } from './Results'
import { w } from './words'

export default function Priorities({ session, board }: PanelProps) {
  const all = [...session.where('priority', 'board', board.id).value].sort((a, b) => b.made_at - a.made_at)
  return (
    <>
      {all.map((priority) => (
        <Held key={priority.id} session={session} priority={priority} />
      ))}
      <Opening session={session} board={board.id} folded={all.length > 0} />
    </>
  )
}

function Held({ session, priority }: { session: WorkshopSession; priority: Priority }) {
  const dropping = useSignal(false)
  const trash = useRef<HTMLButtonElement>(null)
  const edit = (fields: { closed?: boolean; shown?: boolean }) =>
    act(session, priority.board, { type: 'edit_priority', priority: priority.id, ...fields })
  return (
    <section>
      <h3>{priority.title}</h3>
      <p class="priority-tools">
        <button type="button" class="button" onClick={() => edit({ closed: !priority.closed })}>
          {w(priority.closed ? 'reopen' : 'close')}
        </button>
        <button type="button" class="button" onClick={() => edit({ shown: !priority.shown })}>
          <Icon name={priority.shown ? 'eye-off' : 'eye'} />
          {w(priority.shown ? 'hide' : 'show')}
        </button>
        <button
          ref={trash}
          type="button"
          class="button quiet icon-only"
          aria-label={`${w('drop')} : ${priority.title}`}
          onClick={() => {
            dropping.value = true
          }}
        >
          <Icon name="trash-2" />
        </button>
      </p>
      {dropping.value && (
        <Dropping
          onDrop={() => act(session, priority.board, { type: 'drop_priority', priority: priority.id })}
          onKeep={() => {
            dropping.value = false
            trash.current?.focus()
          }}
        />
      )}
      {priority.shown ? <Results session={session} priority={priority} /> : <p class="hint">{w('hidden')}</p>}
      {!priority.closed && session.me.value.person !== 0 && (
        <details>
          <summary>{g('give')}</summary>
          <Budget session={session} priority={priority} />
        </details>
      )}
    </section>
  )
}

/** Points that are gone do not come back. */
function Dropping({ onDrop, onKeep }: { onDrop(): void; onKeep(): void }) {
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  return (
    <div class="confirm" role="alertdialog" aria-label={w('drop')}>
      <p>{w('dropWhat')}</p>
      <div class="actions">
        <button type="button" class="button danger" onClick={onDrop}>
          {w('drop')}
        </button>
        <button ref={keep} type="button" class="button" onClick={onKeep}>
          {t('app.cancel')}
        </button>
      </div>
    </div>
  )
}

function Opening({ session, board, folded }: { session: WorkshopSession; board: number; folded: boolean }) {
  const form = useUnsent(
    { place: `question ${board}`, name: w('question'), board },
    { title: w('questionDefault') },
  )
  const title = form.field('title')
  const points = useSignal(5)
  const delegation = useSignal(false)
  const fold = useRef<HTMLElement>(null)
  const open = (event: Event) => {
    event.preventDefault()
    if (!title.value.trim()) return
    act(session, board, {
      type: 'add_priority',
      priority: session.newId(),
      board,
      title: title.value.trim(),
      points: Math.min(100, Math.max(1, Math.round(points.value))),
      by_delegation: delegation.value,
    })
    form.done()
    // The form folds up under the keyboard.
    fold.current?.focus()
  }
  return (
    <details open={!folded}>
      <summary ref={fold}>{w('new')}</summary>
      <form onSubmit={open}>
        <TextField label={w('question')} words={title} max={120} required />
        <PointsField points={points} />
        <BudgetChoice delegation={delegation} />
        <button type="submit" class="button primary">
          {w('open')}
        </button>
      </form>
    </details>
  )
}

function PointsField({ points }: { points: Signal<number> }) {
  return (
    <Field label={w('points')}>
      {(ids) => (
        <input
          {...ids}
          type="number"
          min={1}
          max={100}
          required
          value={points.value}
          onInput={({ currentTarget }) => {
            points.value = Number(currentTarget.value)
          }}
        />
      )}
    </Field>
  )
}

/** A budget for each person, or one for each delegation. */
function BudgetChoice({ delegation }: { delegation: Signal<boolean> }) {
  return (
    <fieldset>
      <legend class="unseen">{w('points')}</legend>
      {[false, true].map((shared) => (
        <label key={String(shared)} class="choice-line">
          <input
            type="radio"
            name="budget"
            checked={delegation.value === shared}
            onChange={() => {
              delegation.value = shared
            }}
          />
          {w(shared ? 'delegation' : 'each')}
        </label>
      ))}
    </fieldset>
  )
}
