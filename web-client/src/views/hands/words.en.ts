import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type french from './words.fr'

const count = counter('en')

const english: Messages<typeof french> = {
  others: ({ added, changed, moved, gone, links }) =>
    `The others: ${[
      added && count(added, 'card added', 'cards added'),
      changed && count(changed, 'card changed', 'cards changed'),
      moved && count(moved, 'card moved', 'cards moved'),
      gone && count(gone, 'card taken off', 'cards taken off'),
      links && count(links, 'link drawn', 'links drawn'),
    ]
      .filter(Boolean)
      .join(', ')}.`,
  added: ({ title }) => `New card: ${title}.`,
  changed: ({ title }) => `Card changed: ${title}.`,
  moved: ({ title }) => `Card moved: ${title}.`,
  gone: ({ title }) => `Card taken off: ${title}.`,

  revealed: 'The cards are revealed to everybody.',
  uncontrolled: 'Cards go straight to the board again.',
  timer: ({ time }) => `Timer: ${time}.`,
  timerMinute: 'One minute left.',
  timerStopped: 'Timer stopped.',
  released: 'Everybody may look around again.',
  spotlight: ({ title }) => `In the spotlight: ${title}.`,
  spotlightOver: 'The card is no longer in the spotlight.',
  pointsOpen: ({ title, n }) => `Points to give: ${title}, ${count(n, 'point', 'points')} each.`,
  pointsClosed: ({ title }) => `Points closed: ${title}.`,
  pointsShown: ({ title }) => `The points are shown: ${title}.`,
  pointsHidden: ({ title }) => `The points are hidden again: ${title}.`,

  every: 'Screen reader: sum up what others do',
  seconds: ({ n }) => `at most every ${n} s`,
  minutes: ({ n }) => (n === 1 ? 'every minute' : `every ${n} min`),
  never: 'never',
  signs: 'Keys of one sign (N, 1, ?…)',
  signsOn: 'everywhere',
  signsOff: 'on the board only',
  help: 'All keys',
}

export default english
