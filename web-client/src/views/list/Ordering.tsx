// What the list is grouped by, sorted by and narrowed to.
import type { Card } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { type Field, fields, valuesOf, type Wanted } from '../work/fields'
import { w } from '../work/fieldwords'
import { fieldName, namesOf } from '../work/names'
import type { ListLooking } from './List'
import { type Order, orders } from './sort'

interface Props {
  session: WorkshopSession
  cards: readonly Card[]
  looking: ListLooking
}

const filterable: readonly Field[] = ['type', 'objective', 'tag', 'territory', 'author', 'group']
/** Fields that have an order of words already. */
const sortable = fields.filter((field) => field !== 'author')

export default function Ordering(props: Props) {
  const { by, order } = props.looking
  return (
    <>
      <label>
        <span>{w('groupBy')}</span>
        <select
          value={by.value}
          onChange={({ currentTarget }) => {
            by.value = currentTarget.value as Field | 'zone'
          }}
        >
          <option value="zone">{w('byZone')}</option>
          {fields.map((field) => (
            <option key={field} value={field}>
              {fieldName(field)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('list.sort')}</span>
        <select
          value={order.value}
          onChange={({ currentTarget }) => {
            order.value = currentTarget.value as Order | Field
          }}
        >
          {orders.map((one) => (
            <option key={one} value={one}>
              {t(`sort.${one}`)}
            </option>
          ))}
          {sortable.map((field) => (
            <option key={field} value={field}>
              {fieldName(field)}
            </option>
          ))}
        </select>
      </label>
      <Filters {...props} />
    </>
  )
}

function Filters({ session, cards, looking: { filters } }: Props) {
  const names = namesOf(session)
  const set = Object.keys(filters.value).length
  const offered = filterable.filter(
    (field) => field in filters.value || valuesOf(cards, field, names).length > 1,
  )
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
            chosen={filters.value[field]}
            choose={(key) => {
              filters.value = narrowed(filters.value, field, key)
            }}
          />
        ))}
        {set > 0 && (
          <button
            type="button"
            class="card-button"
            onClick={() => {
              filters.value = {}
            }}
          >
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
    <label>
      <span>{fieldName(field)}</span>
      <select
        value={values.findIndex(({ key }) => key === chosen) + 1}
        onChange={({ currentTarget }) => choose(values[Number(currentTarget.value) - 1]?.key)}
      >
        <option value={0}>{w('anyValue')}</option>
        {values.map(({ key, name }, at) => (
          <option key={key} value={at + 1}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function narrowed(wanted: Wanted, field: Field, key: number | string | undefined): Wanted {
  const { [field]: _before, ...rest } = wanted
  return key === undefined ? rest : { ...rest, [field]: key }
}
