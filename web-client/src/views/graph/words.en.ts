import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './words.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  label: ({ title }) => `Graph of “${title}”`,
  help: 'Arrows: follow a link, or go to the nearest card that way. Enter: open the card. Escape: see everything again. The list beside tells the same links.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'See the whole graph',
  again: 'Lay out again',
  find: 'Find a card',
  list: 'Cards and links',
  types: 'Links shown',
  noType: 'Without type',
  loose: 'Cards without link',
  cards: ({ n, ties }) => `${count(n, 'card', 'cards')}, ${count(ties, 'link', 'links')}`,
  none: 'No card matches.',
  empty: 'No card on this board.',
  links: ({ n }) => (n === 0 ? 'no link' : count(n, 'link', 'links')),
  more: ({ n }) => `Show ${count(n, 'more card', 'more cards')}`,
  open: 'Open the card',
  edit: 'Links…',
  back: 'All cards',
  noLinks: 'This card has no link shown.',
  to: ({ how, name }) => `${how} → ${name}`,
  from: ({ how, name }) => `${how} ← ${name}`,
  linked: 'linked',
  linkedTo: ({ names }) => `linked to: ${names}`,
}

export default words
