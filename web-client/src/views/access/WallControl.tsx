import { useSignal } from '@preact/signals'
import type { SetWallCommand, Wall } from '../../../../protocol/generated/protocol'
import type { Session } from '../../sync/session'
import { Field } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { c } from './wallwords'

const phases: readonly Wall['phase'][] = [
  'auto',
  'joining',
  'writing',
  'voting',
  'result',
  'presenting',
  'board',
]

/** The walls of the hall, in an animator's hand: what they show, a word to the hall, whether a timer is heard. */
export default function WallControl({ session }: { session: Session }) {
  const wall = session.record('wall', session.id).value
  const phase = wall?.phase ?? 'auto'
  const draft = useSignal<string | undefined>(undefined)
  const set = (fields: Omit<SetWallCommand, 'type' | 'workshop'>) =>
    session.send({ type: 'set_wall', workshop: session.id, ...fields })
  const message = draft.value ?? wall?.message ?? ''
  const say = (event: Event) => {
    event.preventDefault()
    if (message.trim()) set({ phase: 'message', message: message.trim() })
    draft.value = undefined
  }
  return (
    <section class="wall-control" aria-labelledby="wall-control">
      <h3 id="wall-control">{c('title')}</h3>
      <p class="hint">{c('hint')}</p>
      <div class="actions">
        {phases.map((one) => (
          <button
            key={one}
            type="button"
            class="button"
            aria-pressed={phase === one}
            onClick={() => set({ phase: one })}
          >
            {phase === one && <Icon name="check" />}
            {c(one)}
          </button>
        ))}
      </div>
      <form class="inline-form" onSubmit={say} noValidate>
        <Field label={c('messageLabel')}>
          {(ids) => (
            <textarea
              {...ids}
              rows={2}
              maxLength={200}
              value={message}
              onInput={(event) => {
                draft.value = event.currentTarget.value
              }}
            />
          )}
        </Field>
        <button type="submit" class="button" aria-pressed={phase === 'message'}>
          {phase === 'message' && <Icon name="check" />}
          {c('showMessage')}
        </button>
      </form>
    </section>
  )
}
