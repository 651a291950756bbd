import type { Messages } from '../../i18n/messages'
import type fr from './words.fr'

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
}

export default words
