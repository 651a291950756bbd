import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './words.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  title: 'People',
  here: (p) => `${count(p.n, 'person', 'people')} here`,
  all: (p) => `${count(p.n, 'person', 'people')} in all`,
  guests: (p) => `${count(p.n, 'connection', 'connections')} without a name (at the door, or a screen)`,
  by: 'Group by',
  byCategory: 'Actor category',
  byTerritory: 'Territory',
  byRole: 'Role',
  none: 'Not specified',
  present: 'here',
  away: 'away',
  expected: 'expected',
  search: 'Search',
  me: 'you',
  edit: (p) => `Correct ${p.name}`,
  editTitle: 'Correct',
  role: 'Role',
  remove: 'Withdraw access',
  removeConfirm: (p) => `Withdraw the access of ${p.name}?`,
  removeHint:
    'Their connections close at once. A line of the roll becomes free again; what they wrote stays.',
  of: (p) => `${p.here} of ${p.all}`,
}

export default words
