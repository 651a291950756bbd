// The names of the fields' values, from the records of a workshop; reactive.
import type { WorkshopSession } from '../../sync/workshop'
import { colorName } from '../cards/choices'
import { colors } from '../parts/colors'
import type { Field, Names, Value } from './fields'
import { w } from './fieldwords'

export function namesOf(session: WorkshopSession): Names {
  return { value: (field, key) => valueFor(session, field, key) }
}

export function fieldName(field: Field): string {
  switch (field) {
    case 'type':
      return w('byType')
    case 'objective':
      return w('byObjective')
    case 'territory':
      return w('byTerritory')
    case 'author':
      return w('byAuthor')
    case 'tag':
      return w('byTag')
    case 'group':
      return w('byGroup')
    case 'color':
      return w('byColor')
  }
}

function valueFor(session: WorkshopSession, field: Field, key: number | string): Value {
  const id = Number(key)
  switch (field) {
    case 'type': {
      const type = session.record('card_type', id).value
      return shown(key, type?.label ?? w('withoutType'), type?.color, type?.place)
    }
    case 'objective': {
      const objective = session.record('objective', id).value
      return shown(key, objective?.title ?? w('withoutObjective'), objective?.color, objective?.place)
    }
    case 'territory':
      return shown(key, session.record('territory', id).value?.name ?? w('withoutTerritory'))
    case 'author':
      return shown(key, session.record('person', id).value?.name ?? w('withoutAuthor'))
    case 'tag':
      return shown(key, String(key) || w('withoutTag'))
    case 'group':
      return shown(key, session.record('group', id).value?.title ?? w('withoutGroup'))
    case 'color': {
      const color = colors.find((one) => one === key)
      return shown(key, color ? colorName(color) : '', color, color ? colors.indexOf(color) : 0)
    }
  }
}

function shown(key: Value['key'], name: string, color: Value['color'] = undefined, place = 0): Value {
  return { key, name, color, place }
}
