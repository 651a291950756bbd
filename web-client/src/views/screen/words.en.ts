import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './words.fr'

const count = counter('en')
const word = (n: number, one: string, many: string) => (n === 1 ? one : many)

const words: Messages<typeof fr> = {
  scan: 'Point a phone at the code.',
  scanOr: 'Point a phone at the code,',
  orType: 'or type on',
  type: 'Type on',
  codeIs: (p) => `Short code: ${p.code}`,
  here: (p) => count(p.n, 'person here', 'people here'),
  askLink: 'Ask the animators for the link.',
  cards: (p) => word(p.n, 'card written', 'cards written'),
  wrote: (p) => word(p.n, 'person has written', 'people have written'),
  voted: (p) => word(p.n, 'has given points', 'have given points'),
  points: (p) => `${count(p.n, 'point', 'points')} per person`,
  pointsEach: (p) => `${count(p.n, 'point', 'points')} per delegation`,
  noPoints: 'No points yet.',
  noVote: 'No prioritisation yet.',
  noCard: 'No card in view yet.',
  paused: 'paused',
  timeOver: 'Time is up',
  turn: (p) => `${p.n} of ${p.of}`,
  page: (p) => `Page ${p.n} of ${p.of}`,
  andOthers: (p) => `${p.name} and ${count(p.n, 'other', 'others')}`,
  fullscreen: 'Full screen',
  soundBlocked: 'Sound is blocked: click here once',
  offline: 'Offline',
  noBoard: 'No board yet.',
}

export default words
