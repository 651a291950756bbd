import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type french from './choosewords.fr'

const count = counter('en')

const english: Messages<typeof french> = {
  found: ({ n }) => (n === 0 ? 'No card' : count(n, 'card', 'cards')),
  toZone: 'To the zone',
  link: 'Link',
  merge: 'Merge',
  inView: 'In view',
  present: 'To present',
  presented: ({ n, all }) => `${count(n, 'card', 'cards')} added at the end: ${all} to present.`,
  presentNoMore: 'No longer present',
  putAway: 'Back to the inbox',
  more: 'More',
  laidOn: ({ name }) => `Laid on “${name}”`,
  laidOnHint: ({ name }) => `Laid on “${name}”: the Menu key to merge the two, link them or leave it there.`,
  laidIn: ({ zone }) => `Laid in “${zone}”, the zone of its objective.`,
  leave: 'Leave it there',
  mergeWhich: 'Which card keeps its place and title?',
  mergeAdd: 'Add a card to merge',
  mergeLess: ({ name }) => `Do not merge “${name}”`,
  mergeDo: ({ n }) => (n < 2 ? 'Merge' : `Merge ${count(n, 'card', 'cards')}`),
  mergeLong: 'Together they would say more than a card can hold: shorten one of them.',
}

export default english
