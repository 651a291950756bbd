import type { Messages } from '../../i18n/messages'
import type french from './fieldwords.fr'

const english: Messages<typeof french> = {
  byType: 'Type',
  byObjective: 'Objective',
  byTerritory: 'Territory',
  byAuthor: 'Author',
  byColor: 'Colour',
  byZone: 'Zone',
  byTag: 'Tag',
  byGroup: 'Group',
  withoutType: 'No type',
  withoutObjective: 'No objective',
  withoutTerritory: 'No territory',
  withoutAuthor: 'No author',
  withoutTag: 'No tag',
  withoutGroup: 'No group',

  groupBy: 'Group by',
  filters: 'Filters',
  filtersOn: ({ n }) => `Filters (${n})`,
  anyValue: 'All',
  clear: 'Remove the filters',
}

export default english
