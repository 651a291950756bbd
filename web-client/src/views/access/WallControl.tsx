import type { SetWallCommand, Wall } from '../../../../protocol/generated/protocol'
import type { Session } from '../../sync/session'
import { TextField } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { limitOf } from '../parts/text'
import { useUnsent } from '../parts/unsent'
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
  const set = (fields: Omit<SetWallCommand, 'type' | 'workshop'>) =>
    session.send({ type: 'set_wall', workshop: session.id, ...fields })
  const form = useUnsent({ place: 'wall message', name: c('messageLabel') }, { message: wall?.message ?? '' })
  const words = form.field('message')
  const say = (event: Event) => {
    event.preventDefault()
    const message = words.value.trim()
    if (message) set({ phase: 'message', message })
    form.done()
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
        <TextField label={c('messageLabel')} words={words} max={limitOf('set_wall', 'message')} rows={2} />
        <button type="submit" class="button" aria-pressed={phase === 'message'}>
          {phase === 'message' && <Icon name="check" />}
          {c('showMessage')}
        </button>
      </form>
    </section>
  )
}
