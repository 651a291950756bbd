// Each act on content can be taken back, or says that it cannot: no command of content gets around the history of its
// board. What becomes of each stands in src/sync/ways.ts, which does not compile while one is missing.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Command, Records } from '../../../../protocol/generated/protocol'
import { zeros } from '../../../src/sync/codec'
import type { BackType, FinalType } from '../../../src/sync/ways'
import { CardActions } from '../../../src/views/cards/actions'
import { actWords } from '../../../src/views/cards/actwords'
import { aCard, aLink, aZone, boardId, LoneSession, put } from '../../support/session'

declare const REPOSITORY: string

function full<T extends keyof Records>(type: T, fields: Partial<Records[T]>): Records[T] {
  return { ...(zeros(type) as unknown as Records[T]), ...fields }
}

function given() {
  const session = new LoneSession([
    put('card', aCard(10, { title: 'Eau', text: 'propre' })),
    put('card', aCard(11, { title: 'Bois' })),
    put('card', aCard(12, { title: 'Sol', text: 'vivant', tags: 'sol', objectives: [5] })),
    put('zone', aZone(30, { x: 5000 })),
    put('link', aLink(20, 10, 11)),
    put('link', aLink(21, 12, 11)),
    put('priority', full('priority', { id: 40, board: boardId, title: 'Lesquelles ?', points: 5 })),
  ])
  session.me.value = { person: 7, role: 'animator' }
  const binned = { ...aCard(13, { title: 'Vent' }), dropped_by: 8, dropped_at: 500 }
  session.bin.value = [binned]
  const { history } = new CardActions(session, boardId)
  return { session, history }
}

const at = { x: 0, y: 0, width: 100, height: 100 }
const laid = { board: boardId, title: 'Neuve', color: 'sun' as const, ...at }

/** One of each kind that is taken back, and the command that does it where the page cannot see it by itself. */
const examples: { [Type in BackType]: [Extract<Command, { type: Type }>, back?: Command] } = {
  add_card: [{ type: 'add_card', card: 50, ...laid, audience: 'everyone', holder: 0 }],
  edit_card: [{ type: 'edit_card', card: 10, locked: true, place: 3 }],
  edit_text: [{ type: 'edit_text', card: 10, base: 'propre', text: 'propre et libre' }],
  sign_card: [{ type: 'sign_card', card: 10, anonymous: true }],
  drop_card: [{ type: 'drop_card', card: 10 }],
  restore_card: [{ type: 'restore_card', card: 13 }],
  restore_cards: [{ type: 'restore_cards', person: 8, since: 400 }],
  merge_cards: [
    { type: 'merge_cards', kept: 10, gone: 12 },
    {
      type: 'unmerge_cards',
      kept: 10,
      gone: 12,
      text: 'propre',
      tags: '',
      objectives: [],
      coauthors: [],
      links: [21],
    },
  ],
  unmerge_cards: [{ type: 'unmerge_cards', kept: 10, gone: 12 }],
  add_link: [{ type: 'add_link', link: 51, board: boardId, from: 11, to: 10, label: '' }],
  edit_link: [{ type: 'edit_link', link: 20, label: 'donc' }],
  drop_link: [{ type: 'drop_link', link: 20 }],
  add_zone: [{ type: 'add_zone', zone: 52, ...laid }],
  edit_zone: [{ type: 'edit_zone', zone: 30, locked: true }],
  drop_zone: [{ type: 'drop_zone', zone: 30 }],
  edit_board: [{ type: 'edit_board', board: boardId, instructions: 'Écrivez', controlled: true }],
  lead_board: [
    { type: 'lead_board', board: boardId, ...at, held: false },
    { type: 'release_board', board: boardId },
  ],
  release_board: [{ type: 'release_board', board: boardId }],
  add_priority: [
    {
      type: 'add_priority',
      priority: 53,
      board: boardId,
      title: 'Et après ?',
      points: 3,
      by_delegation: false,
    },
  ],
  edit_priority: [{ type: 'edit_priority', priority: 40, closed: true }],
  allot: [
    { type: 'allot', allotment: 54, priority: 40, card: 10, points: 2 },
    { type: 'allot', allotment: 54, priority: 40, card: 10, points: 0 },
  ],
}

const finals: { [Type in FinalType]: Extract<Command, { type: Type }> } = {
  drop_priority: { type: 'drop_priority', priority: 40 },
  veil_board: { type: 'veil_board', board: boardId },
  reveal_board: { type: 'reveal_board', board: boardId },
  return_card: { type: 'return_card', remark: 70, card: 10, text: 'Plus court ?' },
  add_territory: { type: 'add_territory', territory: 60, name: 'Riom', longitude: 0, latitude: 0 },
  add_card_type: { type: 'add_card_type', card_type: 61, label: 'Idée', icon: 'dot', color: 'sun', place: 1 },
  add_link_type: {
    type: 'add_link_type',
    link_type: 62,
    label: 'aide',
    color: 'sun',
    dashed: false,
    place: 1,
  },
  add_objective: { type: 'add_objective', objective: 63, title: 'Eau', brief: 'Eau', color: 'sea', place: 1 },
}

const kinds = ['card', 'zone', 'link', 'board', 'priority', 'allotment', 'lead'] as const

function everything(session: LoneSession): string[] {
  return kinds
    .flatMap((type) =>
      session
        .all(type)
        .peek()
        .map((one) => JSON.stringify(one)),
    )
    .sort()
}

for (const [type, [command, back]] of Object.entries(examples)) {
  if (type === 'unmerge_cards' || type === 'release_board') continue // are themselves what takes back
  test(`${type} is taken back, and says what it was`, () => {
    const { session, history } = given()
    const before = everything(session)
    const step = history.perform([command])
    assert.ok(actWords(step.act).length > 5)
    assert.doesNotMatch(actWords(step.act), /undefined|« »/)
    session.waiting.value = 1
    if (type === 'restore_cards') session.others(put('card', aCard(13, { title: 'Vent', author: 7 })))
    if (type === 'restore_card') session.others(put('card', aCard(13, { title: 'Vent', author: 7 })))
    if (type === 'lead_board') assert.equal(session.record('lead', boardId).peek()?.held, false)
    assert.equal(history.undo(), 'done')
    if (back) assert.deepEqual(session.sent.at(-1), back)
    else assert.deepEqual(alike(everything(session)), alike(before))
    if (type !== 'add_priority') assert.ok(history.next('redo'), 'can be done again')
  })
}

/** What was dropped and put back stands under another id; who drew a link is told to nobody. */
function alike(records: string[]): string[] {
  return records.map((one) => one.replace(/"(id|author)":\d+/g, '"$1":0')).sort()
}

for (const command of Object.values(finals)) {
  test(`${command.type} says that it cannot be taken back, and stands in the way of what was done before`, () => {
    const { session, history } = given()
    history.perform([{ type: 'edit_card', card: 10, title: 'Autre' }])
    history.perform([command])
    const sent = session.sent.length
    assert.ok(history.asks('undo'))
    assert.equal(history.undo(), 'nothing')
    assert.equal(session.sent.length, sent, 'nothing older is taken back in its place')
    history.passFinal()
    assert.equal(history.undo(), 'done')
    assert.equal(session.record('card', 10).peek()?.title, 'Eau')
  })
}

test('content is not sent but through the history of its board', () => {
  const { session } = given()
  const content: Command = { type: 'drop_card', card: 10 }
  // @ts-expect-error: the type of `send` says so, and the check of types fails where it no longer does.
  session.send(content)
  const { board } = { board: boardId }
  // @ts-expect-error: but for the clock, what is set on a board is content.
  session.send({ type: 'edit_board', board, locked: true })
  session.send({ type: 'edit_board', board, timer_end: 5 })

  const sources = readdirSync(`${REPOSITORY}/web-client/src`, { recursive: true }).map(String)
  const around = sources
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) => /\benact\b/.test(readFileSync(join(REPOSITORY, 'web-client/src', name), 'utf8')))
  const door = [
    'sync/session.ts',
    'sync/ways.ts',
    'sync/workshop.ts',
    'views/cards/history.ts',
    'views/cards/reversal.ts',
  ]
  assert.deepEqual(around.sort(), door)
})

test('leading from card to card is one action, and nothing of it stays once everybody is let go', () => {
  const { session, history } = given()
  history.perform([{ type: 'edit_card', card: 10, title: 'Autre' }])
  const show = (card: number) =>
    history.perform([{ type: 'lead_board', board: boardId, ...at, held: false, card }])
  session.waiting.value = 1
  show(10)
  show(11)
  assert.match(actWords(history.next('undo')?.act as never), /mise en vue/)
  history.undo()
  assert.deepEqual(session.sent.at(-1), { type: 'release_board', board: boardId })
  session.others({ operation: 'drop', type: 'lead', id: boardId })
  show(10)
  show(12)
  history.perform([{ type: 'release_board', board: boardId }])
  assert.match(actWords(history.next('undo')?.act as never), /^écriture de «\sEau\s»$/)
})

test('three cards merged in one action part again in the order in which they came together', () => {
  const { session, history } = given()
  session.others(put('link', aLink(22, 12, 11)))
  const step = history.perform([
    { type: 'merge_cards', kept: 10, gone: 11 },
    { type: 'merge_cards', kept: 10, gone: 12 },
  ])
  assert.equal(actWords(step.act), 'fusion de 3 fiches')
  session.others({ operation: 'drop', type: 'card', id: 11 }, { operation: 'drop', type: 'card', id: 12 })
  assert.equal(history.undo(), 'done')
  const [second, first] = session.sent.slice(-2).reverse() as { gone: number; text: string }[]
  assert.deepEqual([second?.gone, first?.gone], [11, 12])
  assert.deepEqual([first?.text, second?.text], ['propre\n\nBois', 'propre'])
})

test('a merge that was not taken is not taken back', () => {
  const { session, history } = given()
  history.perform([{ type: 'merge_cards', kept: 10, gone: 12 }])
  const sent = session.sent.length
  assert.equal(history.undo(), 'nothing')
  assert.equal(session.sent.length, sent)
})

test('a merge that is done again can be taken back again as at first', () => {
  const { session, history } = given()
  history.perform([{ type: 'merge_cards', kept: 10, gone: 12 }])
  session.waiting.value = 1
  history.undo()
  history.redo()
  assert.deepEqual(session.sent.at(-1), { type: 'merge_cards', kept: 10, gone: 12 })
  history.undo()
  assert.equal((session.sent.at(-1) as { text?: string }).text, 'propre')
})

test('what is old and about many cards is asked for first; what is either alone is not', () => {
  const cards = Array.from({ length: 11 }, (_, at) => aCard(100 + at))
  for (const [n, minutes, asked] of [
    [11, 6, true],
    [10, 6, false],
    [11, 4, false],
  ] as const) {
    const session = new LoneSession(cards.map((card) => put('card', card)))
    const { history } = new CardActions(session, boardId)
    history.perform(
      cards.slice(0, n).map(({ id }) => ({ type: 'edit_card' as const, card: id, color: 'sea' as const })),
    )
    session.time += minutes * 60_000
    assert.equal(history.asks('undo'), asked, `${n} cards, ${minutes} minutes`)
  }
})
