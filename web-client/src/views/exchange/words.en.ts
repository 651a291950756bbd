import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type french from './words.fr'

const count = counter('en')

const english: Messages<typeof french> = {
  files: 'Boards and files',

  boards: 'Boards',
  here: 'shown',
  show: ({ title }) => `Show “${title}”`,
  addBoard: 'New board',
  boardTitle: 'Title',
  titleLong: 'This title is too long.',
  add: 'Add',
  cancel: 'Cancel',
  rename: 'Rename',
  renameBoard: ({ title }) => `Rename “${title}”`,
  dropBoard: ({ title }) => `Delete “${title}”`,
  dropAsk: ({ title }) => `Delete the board “${title}”?`,
  dropWhat: ({ cards, zones, links, priorities }) =>
    `With it go, for everybody and for good: ${[
      count(cards, 'card', 'cards'),
      count(zones, 'zone', 'zones'),
      count(links, 'link', 'links'),
      ...(priorities
        ? [count(priorities, 'prioritisation and its points', 'prioritisations and their points')]
        : []),
    ].join(', ')}. You may save it to a file first.`,
  drop: 'Delete',
  lastBoard: 'The last board cannot be deleted.',
  boardsFull: ({ most }) => `A workshop has ${most} boards at most.`,
  dropped: ({ title }) => `Board “${title}” deleted.`,

  import: 'Import',
  importTable: 'A table (CSV)…',
  importTitle: 'Import a table',
  importHelp: ({ title }) =>
    `A line makes a card of the board “${title}”. Nothing is written before you have seen it.`,
  choose: 'Choose a file',
  dropHere: 'or drop it here',
  paste: 'Or paste the table, with its line of headings',
  another: 'Take another table',
  unreadable: 'This file could not be read.',
  tooBig: ({ megabytes }) => `This file is over ${megabytes} MB.`,
  notText: 'This file is not a table in text. From a spreadsheet, save it as CSV and try again.',
  noLines: 'This table has no line under its headings.',

  subject: 'This table describes',
  subject_cards: 'cards',
  subject_territories: 'territories, without cards',
  delimiter: 'Separator',
  semicolon: 'Semicolon',
  comma: 'Comma',
  tab: 'Tab',
  allType: 'Type, when the line says none',
  noType: 'None',
  zone: 'Lay',
  beside: 'Beside what lies there',
  inZone: ({ title }) => `In the zone “${title}”`,
  columns: 'Columns',
  column: ({ name }) => `Column “${name}”`,

  use_title: 'Title',
  use_text: 'Text',
  use_type: 'Type',
  use_objectives: 'Objectives',
  use_territory: 'Territory',
  use_departement: 'Département',
  use_kind: 'Kind of territory',
  use_longitude: 'Longitude',
  use_latitude: 'Latitude',
  use_point: 'Own point',
  use_tags: 'Tags',
  use_color: 'Colour',
  use_x: 'x',
  use_y: 'y',
  use_width: 'Width',
  use_height: 'Height',
  use_zone: 'Zone',
  use_links: 'Links',
  use_author: 'Author',
  use_category: 'Author’s category',
  use_group: 'Group',
  use_points: 'Points',
  use_more: 'After the text',
  use_ignored: 'Leave out',
  yes: 'yes',

  noTitleColumn: 'No column gives the title: choose which one, above.',
  preview: 'The first lines',
  previewLine: 'Line',
  newTerritories: ({ n }) =>
    `${count(n, 'new territory will be added', 'new territories will be added')} to the workshop.`,
  knownTerritories: ({ n }) =>
    `${count(n, 'territory is there already', 'territories are there already')}: nothing to do.`,
  good: ({ n }) => `${count(n, 'good line', 'good lines')}.`,
  wrong: ({ n }) => `${count(n, 'line cannot be imported', 'lines cannot be imported')}`,
  wrongLine: ({ line, why }) => `Line ${line}: ${why}.`,
  otherWrong: ({ n }) => `And ${count(n, 'other', 'others')}, in the list to download.`,
  saveWrong: 'Download these lines with their reasons',
  reason: 'Reason',
  over: ({ n, most }) =>
    `${count(n, 'more good line is', 'more good lines are')} left aside: an import lays ${most} cards at most at a time, within what the workshop can still take. Import them afterwards.`,
  saveOver: 'Download the lines left aside',
  rest: 'rest of the import',
  unread: ({ n, most }) =>
    `The table is too long: its first ${most} lines are read, ${count(n, 'line is', 'lines are')} not.`,
  slow: ({ seconds }) =>
    `Sending takes about ${seconds < 120 ? count(seconds, 'second', 'seconds') : count(Math.ceil(seconds / 60), 'minute', 'minutes')}; you may go on working.`,
  doAll: ({ n }) => `Import ${count(n, 'line', 'lines')}`,
  doGood: ({ n, left }) =>
    `Import ${count(n, 'good line', 'good lines')}, leave ${left === 1 ? 'the other' : `the other ${left}`}`,
  doneCards: ({ n }) => `${count(n, 'card imported', 'cards imported')}.`,
  doneTerritories: ({ n }) => `${count(n, 'territory added', 'territories added')}.`,
  undo: 'Undo the import',

  why_cells: ({ value }) => `more cells than columns (“${value}”)`,
  why_control: ({ value }) => `an invisible character that is not allowed (“${value}”)`,
  why_noTitle: 'no title',
  why_titleLong: ({ max }) => `the title is over ${max} bytes`,
  why_textLong: ({ max }) => `the text is over ${max} bytes`,
  why_tagsLong: ({ max }) => `the tags are over ${max} bytes`,
  why_territoryLong: 'the name, kind or code of the territory is too long',
  why_type: ({ value }) => `unknown type “${value}”`,
  why_objective: ({ value }) => `unknown objective “${value}”`,
  why_territory: ({ value }) => `unknown territory “${value}”, without coordinates to add it`,
  why_territoriesFull: ({ value }) => `no room left for the territory “${value}” in this import or workshop`,
  why_coordinates: ({ value }) => `coordinates missing or outside the world (“${value}”)`,
  why_position: ({ value }) => `place or size outside the board (“${value}”)`,

  fromFile: 'A board from a file…',
  fromFileTitle: 'New board from a file',
  fromFileHelp: 'A board or a template saved here or in another workshop (.json).',
  fileHas: ({ cards, zones, links }) =>
    `${count(cards, 'card', 'cards')}, ${count(zones, 'zone', 'zones')}, ${count(links, 'link', 'links')}.`,
  linksLeft: ({ n, where }) =>
    `${count(n, 'link leads to a card that is not in the file and is', 'links lead to cards that are not in the file and are')} left out: ${where}.`,
  create: 'Create the board',
  created: ({ title }) => `Board “${title}” created.`,
  bad_notJson: 'This file is not a board: it is not JSON.',
  bad_notOurs: 'This file is not a board of Archipel.',
  bad_newer: ({ version }) =>
    `This file comes from a newer version of Archipel (format ${version}). Update the server to read it.`,
  bad_broken: ({ where }) =>
    `This file is damaged: “${where}” is missing or beyond what a board admits. Nothing was created.`,
  bad_many: ({ where, most }) => `This file has too much in “${where}”: ${most} at most.`,
  noRoom: ({ kind, room }) => `The workshop has no room left for ${kind} of this file: room for ${room}.`,
  kind_board: 'the board',
  kind_zone: 'the zones',
  kind_card: 'the cards',
  kind_link: 'the links',
  kind_card_type: 'the types of cards',
  kind_link_type: 'the types of links',
  kind_objective: 'the objectives',
  kind_territory: 'the territories',

  export: 'Export',
  exportOf: ({ title }) => `Board “${title}”`,
  exportCsv: 'Table (CSV)',
  exportCsvHelp: 'For a spreadsheet; can be imported again.',
  exportGeojson: 'Map (GeoJSON)',
  exportGeojsonHelp: 'For uMap or GoGoCarto: the cards that have a place.',
  exportBoard: 'Board (JSON)',
  exportBoardHelp: 'The whole board, to open again here or in another workshop. Says nothing of people.',
  exportTemplate: 'Save this board as a template',
  exportTemplateHelp: 'Its zones, types and instructions, without cards.',
  exportPicture: 'Picture',
  what: 'Show',
  whole: 'The whole board',
  seen: 'What is on the screen',
  svg: 'SVG picture',
  png: 'PNG picture',
  saved: ({ name }) => `File “${name}” saved.`,
  savedMap: ({ name, placed, left }) =>
    `File “${name}” saved: ${count(placed, 'card placed', 'cards placed')}${
      left ? `, ${count(left, 'card without a place', 'cards without a place')} left out` : ''
    }.`,
  savedBoard: ({ name, left }) =>
    `File “${name}” saved${left ? `, without ${count(left, 'card', 'cards')} that only some see` : ''}.`,
  noPlaced: 'No card of this board has a place.',
  noPicture: 'The picture could not be made on this device.',
}

export default english
