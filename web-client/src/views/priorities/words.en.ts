import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './words.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  title: 'Priorities',
  new: 'Open a prioritisation',
  question: 'Question asked',
  questionDefault: 'What should come first?',
  points: 'Points in a budget',
  each: 'A budget for each person',
  delegation: 'A budget for each territory',
  open: 'Open',
  close: 'Close',
  reopen: 'Reopen',
  show: 'Show everyone the points',
  hide: 'Hide the points',
  drop: 'Delete the prioritisation',
  dropWhat: 'The points given go with it, and do not come back.',
  hidden: 'The points stay hidden until you show them.',
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
