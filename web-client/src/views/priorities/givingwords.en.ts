import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './givingwords.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  closed: 'This prioritisation is closed.',
  left: ({ n, of }) => `${n} of ${of} points left to give`,
  give: 'Give my points',
  more: ({ title }) => `One more point: ${title}`,
  less: ({ title }) => `One point less: ${title}`,
  result: 'Result',
  total: ({ n }) => count(n, 'point', 'points'),
  totals: 'Points',
  voters: ({ n }) => count(n, 'voter', 'voters'),
  card: 'Card',
  none: 'No points yet.',
}

export default words
