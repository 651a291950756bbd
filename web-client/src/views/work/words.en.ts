import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type french from './words.fr'

const count = counter('en')

const english: Messages<typeof french> = {
  find: 'Find a card',
  findWhat: 'Words to find',
  found: ({ at, n }) => (n === 0 ? 'No card' : at ? `${at} of ${n}` : count(n, 'card found', 'cards found')),
  next: 'Next card',
  previous: 'Previous card',
  chooseFound: 'Select all cards found',
  close: 'Close',

  paste: 'Paste lines',
  pasteHelp:
    'A line makes a card. From a spreadsheet: the title in the first column, the text in the second.',
  lines: 'Lines',
  pasteZone: 'Lay in',
  noZone: 'Outside zones',
  pasteCount: ({ n }) => (n === 0 ? 'No card to lay.' : `${count(n, 'card', 'cards')} to lay.`),
  pasteMore: ({ n, most }) =>
    `That is too many at once: only the first ${most} cards will be laid, ${count(n, 'line is', 'lines are')} left aside. For large files, import a CSV file.`,
  titleTooLong: ({ line }) => `Line ${line}: the title is too long, it is left aside.`,
  textTooLong: ({ line }) => `Line ${line}: the text is too long, it is left aside.`,
  otherProblems: ({ n }) => `And ${count(n, 'other line', 'other lines')} left aside.`,
  lay: ({ n }) => `Lay ${count(n, 'card', 'cards')}`,
  laid: ({ n }) => `${count(n, 'card laid', 'cards laid')}.`,

  arrange: 'Arrange',
  acrossEvenly: 'Space evenly across',
  downEvenly: 'Space evenly down',
  tidy: 'Tidy into a grid',
  look: 'Zoom to it',
  lock: 'Lock',
  unlock: 'Unlock',

  zones: 'Zones',
  zoneAdd: 'Add a zone',
  zoneNew: 'New zone',
  zoneWhich: 'Zone to change',
  zoneTitle: 'Title',
  zoneColor: 'Colour',
  zoneRule: 'What cards laid here take',
  zoneObjective: 'Objective',
  zoneType: 'Type',
  none: 'Nothing',
  zonePaints: 'The colour of the zone',
  zoneLocked: 'Locked: only animators change it',
  zonePlace: 'Place and size, in board units',
  left: 'Left',
  top: 'Top',
  width: 'Width',
  height: 'Height',
  zoneDrop: 'Delete the zone',
  zoneDropped: ({ title }) => `Zone “${title}” deleted; its cards stay.`,
  zoneTools: ({ title }) => `Actions on the zone “${title}”`,
  zoneEdit: 'Change the zone',
  zoneShow: 'Show on the board',
  noZones: 'This board has no zone yet.',
  undo: 'Undo',

  gather: 'Group into zones',
  gatherHelp:
    'Each card goes to the zone of its value. A value that has no zone yet gets one, under what lies there already.',
  gatherBy: 'Group by',
  gatherWhich: 'Which cards',
  gatherAll: ({ n }) => `All of the board (${n})`,
  gatherChosen: ({ n }) => `Those selected (${n})`,
  gatherCount: ({ zones, there, cards }) =>
    `${count(cards, 'card', 'cards')}: ${count(there, 'zone that is there', 'zones that are there')}, ${count(zones, 'zone to add', 'zones to add')}.`,
  gatherMost: ({ most }) => `That is too many at once: select ${most} cards at most.`,
  gatherDo: 'Group',
}

export default english
