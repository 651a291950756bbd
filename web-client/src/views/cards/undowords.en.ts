import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type french from './undowords.fr'

const count = counter('en')

const of = ({ n, name }: { n: number; name: string }) =>
  n === 1 && name ? `“${name}”` : count(n, 'card', 'cards')

const english: Messages<typeof french> = {
  undo: ({ act }) => `Undo: ${act}`,
  redo: ({ act }) => `Redo: ${act}`,
  undone: ({ act }) => `Undone: ${act}.`,
  redone: ({ act }) => `Done again: ${act}.`,
  partly: ({ act }) => `Undone in part: ${act}. Somebody has changed the rest meanwhile.`,
  nothing: ({ act }) => `Nothing was undone: ${act}. Somebody has changed it meanwhile.`,
  final: ({ act }) => `Cannot be undone: ${act}`,
  finalDone: ({ act }) => `Done: ${act}. This cannot be undone.`,
  finalTitle: 'This cannot be undone',
  finalText: ({ act }) => `What was done last cannot be undone: ${act}.`,
  before: ({ act }) => `Undo what came before: ${act}`,
  oldTitle: ({ act }) => `Undo: ${act}?`,
  oldText: ({ minutes, n }) =>
    `That was ${count(minutes, 'minute', 'minutes')} ago and is about ${count(n, 'card', 'cards')}.`,
  oldDo: 'Undo that',
  leave: 'Change nothing',

  import: (cards) => `importing ${of(cards)}`,
  paste: (cards) => `pasting ${of(cards)}`,
  gather: (cards) => `grouping ${of(cards)}`,
  duplicate: (cards) => `duplicating ${of(cards)}`,
  arrange: (cards) => `arranging ${of(cards)}`,
  add: (cards) => `adding ${of(cards)}`,
  drop: (cards) => `taking off ${of(cards)}`,
  restore: (cards) => `bringing back ${of(cards)}`,
  merge: (cards) => `merging ${count(cards.n, 'card', 'cards')}`,
  write: (cards) => `writing ${of(cards)}`,
  place: (cards) => `placing ${of(cards)}`,
  putAway: (cards) => `back to the inbox: ${of(cards)}`,
  order: (cards) => `order of presentation, ${of(cards)}`,
  lock: (cards) => `locking ${of(cards)}`,
  unlock: (cards) => `unlocking ${of(cards)}`,
  audience: (cards) => `who sees ${of(cards)}`,
  mapPlace: (cards) => `place on the map, ${of(cards)}`,
  move: (cards) => `moving ${of(cards)}`,
  size: (cards) => `size of ${of(cards)}`,
  traits: (cards) => `type, objectives or tags of ${of(cards)}`,
  color: (cards) => `colour of ${of(cards)}`,
  points: (cards) => `points on ${of(cards)}`,
  spotlight: (cards) => `putting in view ${of(cards)}`,
  bring: 'bringing everybody here',
  hold: 'holding everybody here',
  release: 'letting everybody go',
  link: 'new link',
  editLink: 'changing a link',
  dropLink: 'taking a link off',
  addZone: ({ name }) => `adding the zone “${name}”`,
  editZone: ({ name }) => `changing the zone “${name}”`,
  dropZone: ({ name }) => `deleting the zone “${name}”`,
  instructions: 'changing the instructions',
  boardTitle: ({ name }) => `changing the title “${name}”`,
  lockBoard: 'locking the board',
  unlockBoard: 'unlocking the board',
  control: 'filtering contributions',
  uncontrol: 'no longer filtering contributions',
  board: 'board settings',
  veil: 'writing in private',
  signature: 'signing',
  returnCard: 'sending a card back',
  reveal: 'revealing to everybody',
  addPriority: ({ name }) => `question “${name}”`,
  editPriority: ({ name }) => `settings of the question “${name}”`,
  dropPriority: ({ name }) => `deleting the question “${name}” and its points`,
  vocabulary: 'adding territories, types or objectives',
}

export default english
