import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change, Records } from '../../../../protocol/generated/protocol'
import { zeros } from '../../../src/sync/codec'
import {
  type BoardFile,
  boardFile,
  emptied,
  readBoardFile,
  writeBoardFile,
} from '../../../src/views/exchange/boardfile'
import { overflow, type Restored, restoredBoard } from '../../../src/views/exchange/restoring'
import { aCard, aLink, aZone, boardId, LoneSession, put } from '../../support/session'

const common: Change[] = [
  put('card_type', { id: 11, label: 'Projet', icon: 'project', color: 'leaf', place: 0 }),
  put('link_type', { id: 15, label: 'soutient', color: 'leaf', dashed: true, place: 0 }),
  put('objective', { id: 21, title: 'Apprendre', brief: 'App', color: 'sun', place: 0 }),
  put('objective', { id: 22, title: 'Servir', brief: '', color: 'sea', place: 1 }),
  put('territory', { id: 31, name: 'Riom', kind: 'commune', code: '63', longitude: 3, latitude: 45 }),
]
const sheet: Records['board'] = {
  ...(zeros('board') as unknown as Records['board']),
  id: boardId,
  title: 'Première',
  instructions: 'Une\nconsigne',
  scene: 'france',
  locked: true,
  controlled: true,
}
const content: Change[] = [
  put('board', sheet),
  put('zone', aZone(41, { objective: 21, card_type: 11, paints: true, locked: true })),
  put('zone', aZone(42, { title: 'À côté', x: 1100 })),
  put(
    'card',
    aCard(51, { text: '<svg onload=x>', card_type: 11, objectives: [22, 21], territory: 31, tags: 'a\nb' }),
  ),
  put('card', aCard(52, { x: -40, y: 7, width: 300, locked: true, place: 2, audience: 'animators' })),
  put(
    'card',
    aCard(53, { anonymous: true, author: 0, pinned: true, longitude: -5, latitude: 8, unplaced: true }),
  ),
  put('link', aLink(61, 51, 52, { label: 'ainsi', link_type: 15 })),
  put('link', aLink(62, 52, 51)),
]

function fileOf(session: LoneSession, board: number): BoardFile {
  const here = <T extends { board: number }>(all: readonly T[]) => all.filter((one) => one.board === board)
  return boardFile({
    board: session.record('board', board).peek() as Records['board'],
    zones: here(session.all('zone').peek()),
    cards: here(session.all('card').peek()),
    links: here(session.all('link').peek()),
    types: session.all('card_type').peek(),
    linkTypes: session.all('link_type').peek(),
    objectives: session.all('objective').peek(),
    territories: session.all('territory').peek(),
  })
}

function restore(session: LoneSession, file: BoardFile): Restored {
  const restored = restoredBoard(file, {
    types: session.all('card_type').peek(),
    linkTypes: session.all('link_type').peek(),
    objectives: session.all('objective').peek(),
    territories: session.all('territory').peek(),
    board: session.newId(),
    newId: () => session.newId(),
  })
  for (const command of restored.commands) session.enact(command)
  return restored
}

function reread(file: BoardFile): BoardFile {
  const read = readBoardFile(writeBoardFile(file))
  assert.ok('file' in read, JSON.stringify(read))
  return read.file
}

test('a board comes back from its file into the same workshop, as it was', () => {
  const session = new LoneSession([...common, ...content])
  const file = fileOf(session, boardId)
  const { board } = restore(session, reread(file))
  assert.notEqual(board, boardId)
  assert.deepEqual(fileOf(session, board), file)
  assert.equal(session.all('territory').peek().length, 1)
})

test('and into another workshop, which has nothing of what it refers to, or only some', () => {
  const file = fileOf(new LoneSession([...common, ...content]), boardId)
  for (const there of [[], common.filter(({ type }) => type === 'objective')]) {
    const other = new LoneSession(there)
    const { board } = restore(other, reread(file))
    assert.deepEqual(fileOf(other, board), file)
  }
})

test('the file says nothing of people, and holds no card that only some see', () => {
  const hidden = aCard(54, { title: 'Secret', audience: 'person', holder: 7 })
  const session = new LoneSession([
    ...common,
    ...content,
    put('card', hidden),
    put('link', aLink(63, 51, 54)),
  ])
  const text = writeBoardFile(fileOf(session, boardId))
  assert.ok(!/author|holder|group|made_at|dropped|"id"|Secret/.test(text))
  assert.equal(reread(fileOf(session, boardId)).links.length, 2)
})

test('a template keeps the zones and their rules, and no card', () => {
  const file = emptied(fileOf(new LoneSession([...common, ...content]), boardId))
  const { zones, cards, links } = reread(file)
  assert.deepEqual([zones.length, cards.length, links.length, zones[0]?.objective], [2, 0, 0, 'o1'])
})

test('cards are laid before their zones, and the board is locked last', () => {
  const session = new LoneSession([...common, ...content])
  const types = restore(session, fileOf(session, boardId)).commands.map(({ type }) => type)
  assert.ok(types.lastIndexOf('add_card') < types.indexOf('add_zone'))
  assert.deepEqual([types[0], types.at(-1)], ['add_board', 'edit_board'])
})

test('a file that is not what it says is refused with the place', () => {
  const file = fileOf(new LoneSession([...common, ...content]), boardId)
  const told = (change: (file: Record<string, unknown>) => void) => {
    const copy = JSON.parse(JSON.stringify(file))
    change(copy)
    const read = readBoardFile(JSON.stringify(copy))
    return 'problem' in read ? read.problem : undefined
  }
  const cards = (copy: Record<string, unknown>) => copy.cards as Record<string, unknown>[]
  const patch = (fields: object) => told((copy) => void Object.assign(cards(copy)[0] as object, fields))
  assert.deepEqual(readBoardFile('PK'), { problem: { why: 'notJson' } })
  assert.deepEqual(readBoardFile('[]'), { problem: { why: 'notOurs' } })
  assert.deepEqual(readBoardFile('{"type":"FeatureCollection"}'), { problem: { why: 'notOurs' } })
  assert.deepEqual(
    told((copy) => void Object.assign(copy, { version: 2 })),
    { why: 'newer', version: 2 },
  )
  const wrong: [object, string][] = [
    [{ title: 'x'.repeat(241) }, 'cards[0].title'],
    [{ text: 'a\u0000' }, 'cards[0].text'],
    [{ x: 100_001 }, 'cards[0].x'],
    [{ y: 0.5 }, 'cards[0].y'],
    [{ longitude: 180_000_001 }, 'cards[0].longitude'],
    [{ color: 'constructor' }, 'cards[0].color'],
    [{ card_type: 'toString' }, 'cards[0].card_type'],
    [{ audience: 'person' }, 'cards[0].audience'],
    [{ objectives: ['o9'] }, 'cards[0].objectives'],
    [{ locked: 1 }, 'cards[0].locked'],
  ]
  for (const [fields, where] of wrong) assert.deepEqual(patch(fields), { why: 'broken', where })
  const link = (fields: object) =>
    told((copy) => void Object.assign((copy.links as object[])[0] as object, fields))
  assert.deepEqual(link({ to: -1 }), { why: 'broken', where: 'links[0].to' })
  const nameless = (part: string, fields: object) =>
    told((copy) => void Object.assign((copy[part] as Record<string, object>)[`${part[0]}1`] ?? {}, fields))
  assert.deepEqual(nameless('link_types', { label: ' ' }), { why: 'broken', where: 'link_types.l1.label' })
  assert.deepEqual(nameless('objectives', { title: '' }), { why: 'broken', where: 'objectives.o1.title' })
  assert.deepEqual(
    told((copy) => void Object.assign(copy, { zones: Array(401).fill({}) })),
    { why: 'many', where: 'zones', most: 400 },
  )
})

test('a link to a card that is not in the file is left out, and told', () => {
  const file = fileOf(new LoneSession([...common, ...content]), boardId)
  const [first, second] = file.links
  assert.ok(first && second)
  const read = readBoardFile(
    writeBoardFile({ ...file, links: [{ ...first, to: file.cards.length }, second] }),
  )
  assert.ok('file' in read)
  assert.deepEqual([read.file.links, read.left], [[second], ['links[0]']])
})

test('what the workshop has no room for is told before anything is sent', () => {
  const session = new LoneSession(common)
  const file = fileOf(new LoneSession([...common, ...content]), boardId)
  const restored = restoredBoard(file, {
    types: [],
    linkTypes: [],
    objectives: [],
    territories: [],
    board: session.newId(),
    newId: () => session.newId(),
  })
  const held = { board: 1, zone: 0, card: 0, link: 0, card_type: 0, link_type: 0, objective: 0, territory: 0 }
  assert.equal(overflow(restored, held), undefined)
  assert.deepEqual(overflow(restored, { ...held, card: 19_998 }), { kind: 'card', room: 2 })
  assert.deepEqual(overflow(restored, { ...held, objective: 23 }), { kind: 'objective', room: 1 })
  assert.deepEqual(overflow(restored, { ...held, board: 60 }), { kind: 'board', room: 0 })
})
