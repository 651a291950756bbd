// Cards grouped into zones by a field: how many zones and cards is said before it is done.
import { type Signal, useSignal } from '@preact/signals'
import type { PanelProps } from './desk'
import { type Field, grouped } from './fields'
import { gathered, mostGathered } from './gather'
import { fieldName, namesOf } from './names'
import { w } from './words'

const gatherable: readonly Field[] = ['type', 'objective', 'territory', 'author', 'group', 'color']

export function GatherPanel({ desk, onClose }: PanelProps) {
  const { session, board, history } = desk.actions
  const field = useSignal<Field>('type')
  const chosen = new Set(desk.chosen())
  const onlyChosen = useSignal(chosen.size > 1)
  const lying = session.where('card', 'board', board).value.filter((card) => !card.unplaced)
  const cards = onlyChosen.value ? lying.filter(({ id }) => chosen.has(id)) : lying
  const groups = grouped(cards, field.value, namesOf(session), true)
  const tooMany = cards.length > mostGathered
  const gather = (event: Event) => {
    event.preventDefault()
    if (tooMany || cards.length === 0) return
    const taken = [...lying, ...session.where('zone', 'board', board).peek()]
    const newId = () => session.newId()
    history.perform(gathered({ board, field: field.value, groups, taken, newId }))
    onClose()
    desk.show(cards.map(({ id }) => id))
  }
  return (
    <form class="work-form" onSubmit={gather}>
      <p class="hint">{w('gatherHelp')}</p>
      <FieldChoice field={field} />
      {chosen.size > 1 && (
        <label>
          <span>{w('gatherWhich')}</span>
          <select
            value={onlyChosen.value ? 'chosen' : 'all'}
            onChange={({ currentTarget }) => {
              onlyChosen.value = currentTarget.value === 'chosen'
            }}
          >
            <option value="chosen">{w('gatherChosen', { n: chosen.size })}</option>
            <option value="all">{w('gatherAll', { n: lying.length })}</option>
          </select>
        </label>
      )}
      <p role="status">
        {tooMany
          ? w('gatherMost', { most: mostGathered })
          : w('gatherCount', { zones: groups.length, cards: cards.length })}
      </p>
      <button type="submit" class="button primary" disabled={tooMany || cards.length === 0}>
        {w('gatherDo')}
      </button>
    </form>
  )
}

function FieldChoice({ field }: { field: Signal<Field> }) {
  return (
    <label>
      <span>{w('gatherBy')}</span>
      <select
        value={field.value}
        onChange={({ currentTarget }) => {
          field.value = currentTarget.value as Field
        }}
      >
        {gatherable.map((one) => (
          <option key={one} value={one}>
            {fieldName(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
