// Cards grouped into zones by a field: how many zones and cards is said before it is done.
import { useSignal } from '@preact/signals'
import { Choice } from '../parts/Choice'
import { Said } from '../parts/Said'
import type { PanelProps } from './desk'
import { type Field, grouped } from './fields'
import { gathered, mostGathered, zoneFor } from './gather'
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
  const zones = session.where('zone', 'board', board).value
  const there = groups.filter(({ value }) => zoneFor(zones, field.value, value)).length
  const tooMany = cards.length > mostGathered
  const gather = (event: Event) => {
    event.preventDefault()
    if (tooMany || cards.length === 0) return
    const newId = () => session.newId()
    history.perform(gathered({ board, field: field.value, groups, zones, lying, newId }), 'gather')
    onClose()
    desk.show(cards.map(({ id }) => id))
  }
  return (
    <form class="work-form" onSubmit={gather}>
      <p class="hint">{w('gatherHelp')}</p>
      <Choice
        label={w('gatherBy')}
        value={field.value}
        options={gatherable.map((one) => ({ value: one, label: fieldName(one) }))}
        onChoose={(one) => {
          field.value = one
        }}
      />
      {chosen.size > 1 && (
        <Choice
          label={w('gatherWhich')}
          value={onlyChosen.value ? 'chosen' : 'all'}
          options={[
            { value: 'chosen', label: w('gatherChosen', { n: chosen.size }) },
            { value: 'all', label: w('gatherAll', { n: lying.length }) },
          ]}
          onChoose={(which) => {
            onlyChosen.value = which === 'chosen'
          }}
        />
      )}
      <Said>
        {tooMany
          ? w('gatherMost', { most: mostGathered })
          : w('gatherCount', { zones: groups.length - there, there, cards: cards.length })}
      </Said>
      <button type="submit" class="button primary" disabled={tooMany || cards.length === 0}>
        {w('gatherDo')}
      </button>
    </form>
  )
}
