// What the list is grouped by, sorted by and narrowed to.

import { useSignal } from '@preact/signals'
import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { WorkshopSession } from '../../sync/workshop'
import { Select } from '../parts/Select'
import { type Field, fields, valuesOf, type Wanted } from '../work/fields'
import { w } from '../work/fieldwords'
import { fieldName, namesOf } from '../work/names'
import { type Asked, lensOf } from './lens'
import type { ListLooking } from './listing'
import { type Order, orders } from './sort'

interface Props {
  session: WorkshopSession
  cards: readonly Card[]
  looking: ListLooking
}

const filterable: readonly Field[] = ['type', 'objective', 'tag', 'territory', 'author', 'group']
/** Fields that have an order of words already. */
const sortable = fields.filter((field) => field !== 'author')

export default function Ordering({ session, cards, looking: { order, lens, narrowed } }: Props) {
  const asked = useSignal<Asked>({ wanted: {}, sort: undefined, by: undefined })
  const ask = (more: Partial<Asked>) => {
    asked.value = { ...asked.value, ...more }
    narrowed.value = Object.keys(asked.value.wanted).length
    lens.value = lensOf(asked.value, namesOf(session))
  }
  const sortBy = (words: string) => {
    const sort = fieldNamed(words)
    if (!sort) order.value = words as Order
    ask({ sort })
  }
  return (
    <>
      <Select
        label={w('groupBy')}
        value={asked.value.by ?? 'zone'}
        options={[{ value: 'zone', label: w('byZone') }, ...fields.map(optionOf)]}
        onChoose={(words) => ask({ by: fieldNamed(words) })}
      />
      <Select
        label={b('list.sort')}
        value={asked.value.sort ?? order.value}
        options={[
          ...orders.map((one) => ({ value: one, label: b(`sort.${one}`) })),
          ...sortable.map(optionOf),
        ]}
        onChoose={sortBy}
      />
      <Filters
        session={session}
        cards={cards}
        wanted={asked.value.wanted}
        change={(wanted) => ask({ wanted })}
      />
    </>
  )
}

function optionOf(field: Field): { value: string; label: string } {
  return { value: field, label: fieldName(field) }
}

function fieldNamed(words: string): Field | undefined {
  return fields.find((field) => field === words)
}

interface FiltersProps {
  session: WorkshopSession
  cards: readonly Card[]
  wanted: Wanted
  change(wanted: Wanted): void
}

function Filters({ session, cards, wanted, change }: FiltersProps) {
  const names = namesOf(session)
  const set = Object.keys(wanted).length
  const offered = filterable.filter((field) => field in wanted || valuesOf(cards, field, names).length > 1)
  if (offered.length === 0) return null
  return (
    <details class="list-filters">
      <summary>{set ? w('filtersOn', { n: set }) : w('filters')}</summary>
      <div>
        {offered.map((field) => (
          <Filter
            key={field}
            field={field}
            values={valuesOf(cards, field, names)}
            chosen={wanted[field]}
            choose={(key) => change(narrowed(wanted, field, key))}
          />
        ))}
        {set > 0 && (
          <button type="button" class="card-button" onClick={() => change({})}>
            {w('clear')}
          </button>
        )}
      </div>
    </details>
  )
}

interface FilterProps {
  field: Field
  values: ReturnType<typeof valuesOf>
  chosen: number | string | undefined
  choose(key: number | string | undefined): void
}

/** The first option is all; the others are the values by their place. */
function Filter({ field, values, chosen, choose }: FilterProps) {
  return (
    <Select
      label={fieldName(field)}
      value={values.findIndex(({ key }) => key === chosen) + 1}
      options={[
        { value: 0, label: w('anyValue') },
        ...values.map(({ name }, at) => ({ value: at + 1, label: name })),
      ]}
      onChoose={(at) => choose(values[at - 1]?.key)}
    />
  )
}

function narrowed(wanted: Wanted, field: Field, key: number | string | undefined): Wanted {
  const { [field]: _before, ...rest } = wanted
  return key === undefined ? rest : { ...rest, [field]: key }
}
