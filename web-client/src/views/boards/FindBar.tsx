// Finds cards by words and steps through them; each is brought before the eyes.
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { inReadingOrder } from '../cards/zones'
import { Icon } from '../parts/Icon'
import { useSaid } from '../parts/say'
import { finder } from '../parts/search'
import { adoptStyle } from '../parts/style'
import { w } from '../work/words'
import workStyle from '../work/work.css' with { type: 'text' }
import type { BoardView } from './view'

adoptStyle(workStyle)

export default function FindBar({ view }: { view: BoardView }) {
  const wanted = useSignal('')
  const at = useSignal(0)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])
  void view.session.all('card').value
  const finds = finder(view.session, wanted.value)
  const found = wanted.value.trim() ? inReadingOrder(view.model.cards).filter(({ card }) => finds(card)) : []
  const count = wanted.value.trim()
    ? w('found', { at: Math.min(at.value, found.length), n: found.length })
    : ''
  useSaid(count, `${wanted.value} ${at.value}`)
  const step = (by: number) => {
    if (found.length === 0) return
    at.value = at.value ? ((at.value - 1 + by + found.length) % found.length) + 1 : by > 0 ? 1 : found.length
    const item = found[at.value - 1]
    if (item) view.present(item.id)
  }
  const close = () => {
    view.finding.value = false
    view.focus(view.selection.stop)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  return (
    <search class="work-find" aria-label={w('find')} onKeyDown={press}>
      <input
        ref={field}
        type="search"
        aria-label={w('findWhat')}
        placeholder={w('find')}
        value={wanted.value}
        onInput={({ currentTarget }) => {
          wanted.value = currentTarget.value
          at.value = 0
        }}
      />
      <span class="work-found">{count}</span>
      <Step icon="chevron-up" label={w('previous')} run={() => step(-1)} />
      <Step icon="chevron-down" label={w('next')} run={() => step(1)} />
      <Step
        icon="check"
        label={w('chooseFound')}
        run={() => view.selection.choose(found.map(({ id }) => id))}
      />
      <Step icon="x" label={w('close')} run={close} />
    </search>
  )
}

interface StepProps {
  icon: 'chevron-up' | 'chevron-down' | 'check' | 'x'
  label: string
  run(): void
}

function Step({ icon, label, run }: StepProps) {
  return (
    <button type="button" class="card-button is-icon" aria-label={label} title={label} onClick={run}>
      <Icon name={icon} />
    </button>
  )
}
