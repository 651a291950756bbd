// Which scripts the page consists of, by what people do at the same time. A view that is fetched by `lazy` and stands
// nowhere here is a script of its own.
const views = (folder, ...names) => names.map((name) => `src/views/${folder}/${name}.tsx`)
const modules = (...names) => names.map((name) => `src/views/${name}.ts`)

const entries = {
  main: ['src/main.tsx'],
  /** The first thing one sees, drawn or listed; and what everybody is told over both, to the ear too. */
  board: views('boards', 'Board'),
  list: views('list', 'List'),
  signs: [
    ...views('facilitation', 'Signs', 'Conducting', 'Told'),
    ...views('priorities', 'CardPoints', 'GivingDrawer'),
    ...views('list', 'WaitingPart'),
    ...views('hands', 'Hands', 'Preferences'),
    ...views('shell', 'Notices'),
    ...modules('parts/voice'),
  ],
  /** What one does with cards once they are there. */
  write: [
    ...views('boards', 'Editor', 'CardBar', 'WorkTools'),
    ...views('hands', 'Help'),
    ...views('cards', 'CardDialog', 'NewCard'),
    ...views('links', 'LinkDialog'),
    ...views('list', 'AddLine', 'Choices', 'WaitingNote', 'WrittenCard', 'Ordering', 'ListTools'),
    ...views('work', 'WorkPanel'),
    ...modules('boards/zonestops', 'boards/minimap'),
  ],
  /** Taking back, and what it says; finding. */
  undo: [
    ...views('cards', 'Undoing'),
    ...modules('cards/undo'),
    ...views('boards', 'FindBar'),
  ],
  map: [...views('map', 'Map', 'PlaceDialog'), ...views('graph', 'Graph')],
  /** What a board's canvas shows besides shapes: words, and France. */
  painted: modules('boards/lettering', 'map/outline', 'map/projection'),
  france: ['outlines:archipel:france'],
  files: views('exchange', 'Files', 'FromFile'),
  report: modules('exchange/reporting'),
  people: [...views('people', 'People'), ...views('shell', 'More', 'Folded'), ...views('access', 'Qr')],
  /** Animators'. */
  lead: [
    ...views('facilitation', 'Animate', 'LeadSigns', 'Deletions', 'TimerTools', 'ShowActs', 'Merge', 'InstructionForm'),
    ...views('boards', 'LeadTools'),
    ...views('access', 'Door', 'CodeWatch', 'WallControl'),
  ],
  /** The address without a workshop, the ends of one, and words that were left over. */
  start: [
    ...views('start', 'Start', 'Leave'),
    ...views('ended', 'Ended', 'NoKey', 'NotFound'),
    ...views('refused', 'RefusedWords', 'UnsentWords'),
  ],
  'start.en': ['src/views/ended/words.en.ts', 'src/views/start/herewords.en.ts', '../protocol/generated/closes.en.ts'],
  /** The organiser's page and the wall. */
  organise: views('start', 'Organise'),
  wall: views('screen', 'Screen'),
  keys: ['node_modules/@noble/hashes/sha2.js'],
  /** With the words of what is seen first, which then need not be waited for. */
  english: ['src/i18n/en.ts', 'src/i18n/board.en.ts', 'src/views/cards/terms.en.ts'],
}

const partOfEntry = new Map(Object.entries(entries).flatMap(([part, all]) => all.map((entry) => [entry, part])))

/** English words that are no concern of everybody in the room; the others are one script. */
const apart = [
  [/\/(start)\//, 'organise.en'],
  [/\/(screen)\//, 'wall.en'],
  [/\/exchange\//, 'files.en'],
  [/\/(hands)\/|\/undowords\./, 'hands.en'],
  [/\/(access|facilitation|priorities)\/(door|wall)?words\./, 'lead.en'],
]

export function partOf(entry) {
  const [, name] = /([^/]+?)(?:\.tsx?)?$/.exec(entry)
  if (partOfEntry.has(entry)) return partOfEntry.get(entry)
  if (!/^src\/.*\.en\.ts$/.test(entry)) return name
  return apart.find(([whose]) => whose.test(entry))?.[1] ?? 'room.en'
}

const within = (...names) => (parts) => parts.every((part) => names.includes(part))
const one = (...names) => (parts) => parts.some((part) => names.includes(part))

const beside = one('organise', 'wall', 'start')

/** Where stands what several parts need: the first of these that fits. The page begins with main; what shows cards
 * comes next in a room, and under all else there; the pages beside the room need none of it. */
const lowest = [
  ['main', one('main')],
  // A wall shows boards: it has what shows cards anyway.
  ['main', (parts) => one('organise', 'start')(parts) && one('board', 'list')(parts)],
  ['cards', one('board', 'list')],
  ['signs', one('signs')],
  ['files', within('files', 'report')],
  ['painted', within('painted', 'map', 'files', 'report')],
  ['undo', within('write', 'files')],
  // What an animator and the wall count and ring alike.
  ['shared', within('wall', 'lead')],
  ['start', beside],
  ['shared', () => true],
]

export function common(parts) {
  return lowest.find(([, fits]) => fits(parts))[0]
}
