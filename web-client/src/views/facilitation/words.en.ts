import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './words.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  tools: 'Lead the board',
  lead: 'Lead',
  bring: 'Bring everyone here',
  hold: 'Bring everyone and hold',

  timer: 'Timer',
  timerMinutes: ({ n }) => count(n, 'minute', 'minutes'),
  timerMore: 'Five minutes more',
  timerPause: 'Pause the timer',
  timerResume: 'Resume the timer',
  timerStop: 'Stop the timer',

  rules: 'Rules',
  veil: 'Have people write privately',
  reveal: 'Reveal to everyone',
  control: 'Screen contributions',
  uncontrol: 'Let people write freely',
  inbox: 'Inbox',
  inboxCount: ({ n }) => count(n, 'card waiting', 'cards waiting'),
  inboxEmpty: 'Nothing is waiting.',
  inboxPlace: 'Place here',
  inboxZone: 'Place in',
  inboxNoZone: 'Outside zones',
  inboxPlaceAll: ({ n }) => `Place ${count(n, 'card', 'cards')}`,
  inboxDrag: 'On the board, a card can also be dragged from here to its place.',
  inboxBy: ({ name }) => `by ${name}`,
  anonymous: 'unsigned',

  bin: 'Bin',
  binEmpty: 'Nothing was taken off.',
  binWhole: 'What was taken off every board of the workshop; each card goes back to its own.',
  binBoard: ({ title }) => `board “${title}”`,
  binBy: ({ name, time }) => `taken off by ${name}, ${time}`,
  binUnsigned: ({ time }) => `unsigned card, taken off at ${time}`,
  added: 'Take off what was just added',
  addedHint:
    'Cards go to the bin, with the links that were drawn. Unsigned: also the territories that were added and no card is about.',
  addedWhose: 'Added by',
  addedUnsigned: 'unsigned cards',
  addedSince: 'Since',
  addedDrop: ({ n }) => `Take off ${count(n, 'card', 'cards')} and what goes with them`,
  binSince: 'Taken off since',
  binAlways: 'the beginning',
  binCount: ({ n }) => count(n, 'card taken off', 'cards taken off'),
  binRestoreEvery: ({ n }) => `Bring everything back: ${count(n, 'card', 'cards')}`,
  deletedMany: ({ name, n }) => `${name} took off ${count(n, 'card', 'cards')} at once.`,
  deletedUnsigned: ({ n }) => `${count(n, 'unsigned card', 'unsigned cards')} taken off in a short time.`,
  deletedLeaveUnsigned: 'Leave the unsigned cards that were taken off',
  deletedRestore: 'Bring all back',
  deletedLeave: ({ name }) => `Leave what ${name} took off`,
  binRestore: 'Bring back',
  binRestoreAll: ({ name, n }) => `Bring back ${count(n, 'card', 'cards')} taken off by ${name}`,
  binRestoreUnsigned: ({ n }) => `Bring back ${count(n, 'unsigned card', 'unsigned cards')}`,

  locks: 'Locks',
  locksHint: 'What is locked is changed by animators only. A card is locked from its bar or its actions.',
  lockBoard: 'The whole board',
  lockZones: 'Zones',
  lockCards: 'Locked cards',
  lockNoCards: 'No card is locked.',
  lock: 'Lock',
  unlock: 'Unlock',

  order: 'Present',
  orderHint: 'Numbered cards come one after the other into the spotlight on every screen.',
  orderRemove: 'Take out of the order',
  orderUp: ({ title }) => `Earlier: ${title}`,
  orderDown: ({ title }) => `Later: ${title}`,
  orderShow: ({ title }) => `Put in the spotlight: ${title}`,
  orderCard: 'Card to add',
  orderNone: 'No card has an order.',

  merge: 'Merge cards',
  mergePreview: 'The card kept will say',
  mergeHint: 'Texts, authors, objectives, tags and links of all are kept in one. The others go to the bin.',
}

export default words
