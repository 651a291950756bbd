import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CardActions } from '../../src/views/card/actions'
import { aCard, aLink, boardId, LoneSession, put } from '../support/session'

function given(...cards: Parameters<typeof aCard>[]) {
  const session = new LoneSession(cards.map((card) => put('card', aCard(...card))))
  const actions = new CardActions(session, boardId)
  const card = (id: number) => session.record('card', id).peek()
  return { session, actions, history: actions.history, card }
}

test('a move is undone and redone', () => {
  const { actions, history, card } = given([10, { x: 5, y: 6 }])
  actions.move([{ id: 10, x: 100, y: 200 }])
  assert.equal(history.undo(), 'done')
  assert.deepEqual([card(10)?.x, card(10)?.y], [5, 6])
  assert.equal(history.redo(), 'done')
  assert.deepEqual([card(10)?.x, card(10)?.y], [100, 200])
})

test('several cards moved together come back together', () => {
  const { actions, history, card } = given([10, { x: 1 }], [11, { x: 2 }])
  actions.move([
    { id: 10, x: 100, y: 0 },
    { id: 11, x: 200, y: 0 },
  ])
  history.undo()
  assert.deepEqual([card(10)?.x, card(11)?.x], [1, 2])
  assert.equal(history.canUndo.value, false)
})

test('what others changed meanwhile is not overwritten', () => {
  const { session, actions, history, card } = given([10, { title: 'a', text: 'b' }])
  actions.edit([10], { title: 'mine', text: 'mine too' })
  session.others({ operation: 'patch', type: 'card', id: 10, fields: { title: 'theirs' } })
  assert.equal(history.undo(), 'partly')
  assert.deepEqual([card(10)?.title, card(10)?.text], ['theirs', 'b'])
})

test('when others changed all of it, nothing is undone, and that is said', () => {
  const { session, actions, history, card } = given([10, { title: 'a' }])
  actions.edit([10], { title: 'mine' })
  session.others({ operation: 'patch', type: 'card', id: 10, fields: { title: 'theirs' } })
  assert.equal(history.undo(), 'nothing')
  assert.equal(card(10)?.title, 'theirs')
  assert.equal(history.canRedo.value, false)
})

test('an added card goes, unless somebody else has written on it', () => {
  const { session, actions, history, card } = given()
  const id = actions.add({ title: 'x', text: '' }, 'sun', { x: 0, y: 0 })
  session.others({ operation: 'patch', type: 'card', id, fields: { text: 'precious' } })
  assert.equal(history.undo(), 'nothing')
  assert.equal(card(id)?.text, 'precious')
})

test('an added card stays when somebody else has linked it', () => {
  const { session, actions, history, card } = given([10])
  const id = actions.add({ title: 'x', text: '' }, 'sun', { x: 0, y: 0 })
  session.others(put('link', aLink(20, 10, id, { author: 8 })))
  assert.equal(history.undo(), 'nothing')
  assert.ok(card(id))
})

test('a dropped card comes back with its words and its links, under a fresh id', () => {
  const { session, actions, history, card } = given([10, { title: 'a', text: 'b', color: 'leaf' }], [11])
  session.others(put('link', aLink(20, 10, 11, { label: 'because' })))
  actions.drop([10])
  assert.equal(session.all('link').value.length, 0)
  assert.equal(history.undo(), 'done')
  const back = session.all('card').value.find(({ title }) => title === 'a')
  assert.ok(back && back.id !== 10)
  assert.deepEqual([back.text, back.color], ['b', 'leaf'])
  const [link] = session.all('link').value
  assert.deepEqual([link?.from, link?.to, link?.label], [back.id, 11, 'because'])
  assert.equal(card(10), undefined)
})

test('two linked cards that go together come back with one link', () => {
  const { session, actions, history } = given([10], [11])
  session.others(put('link', aLink(20, 10, 11)))
  session.answers = false
  actions.drop([10, 11])
  session.others({ operation: 'drop', type: 'link', id: 20 })
  assert.equal(history.undo(), 'done')
  assert.equal(session.all('card').value.length, 2)
  const cards = new Set(session.all('card').value.map(({ id }) => id))
  const links = session.all('link').value
  assert.equal(links.length, 1)
  assert.ok(links[0] && cards.has(links[0].from) && cards.has(links[0].to))
})

test('what was done to a card before it was dropped can still be undone once it is back', () => {
  const { session, actions, history } = given([10, { title: 'a' }])
  actions.edit([10], { title: 'b' })
  actions.drop([10])
  history.undo()
  assert.equal(history.undo(), 'done')
  assert.deepEqual(
    session.all('card').value.map(({ title }) => title),
    ['a'],
  )
})

test('undo and redo go back and forth without losing anything', () => {
  const { session, actions, history } = given([10, { title: 'a' }], [11])
  actions.edit([10], { title: 'b' })
  actions.link(10, 11)
  actions.drop([10])
  for (let round = 0; round < 3; round++) {
    while (history.canUndo.value) assert.equal(history.undo(), 'done')
    assert.deepEqual(
      session
        .all('card')
        .value.map(({ title }) => title)
        .sort(),
      ['Fiche 11', 'a'],
    )
    assert.equal(session.all('link').value.length, 0)
    while (history.canRedo.value) assert.equal(history.redo(), 'done')
    assert.deepEqual(
      session.all('card').value.map(({ title }) => title),
      ['Fiche 11'],
    )
  }
})

test('the notice of a removal brings that card back, whatever was done since', () => {
  const { session, actions } = given([10, { title: 'gone' }], [11, { x: 0 }])
  actions.drop([10])
  actions.move([{ id: 11, x: 500, y: 0 }])
  session.notices.value[0]?.action?.run()
  assert.ok(session.all('card').value.some(({ title }) => title === 'gone'))
  assert.equal(session.record('card', 11).peek()?.x, 500)
})

test('an action that changes nothing sends nothing and cannot be undone', () => {
  const { session, actions, history } = given([10, { x: 5, y: 6, color: 'sea' }])
  actions.move([{ id: 10, x: 5, y: 6 }])
  actions.edit([10], { color: 'sea' })
  assert.equal(session.sent.length, 0)
  assert.equal(history.canUndo.value, false)
})

test('copies keep the links they have among themselves', () => {
  const { session, actions } = given([10], [11], [12])
  session.others(put('link', aLink(20, 10, 11)), put('link', aLink(21, 11, 12)))
  const copies = actions.duplicate([10, 11])
  const links = session.all('link').value.filter(({ from }) => copies.includes(from))
  assert.deepEqual(
    links.map(({ from, to }) => [from, to]),
    [copies],
  )
})

test('coordinates stay whole and within what the protocol knows', () => {
  const { session, actions } = given([10])
  actions.move([{ id: 10, x: 1e9, y: -0.6 }])
  assert.deepEqual(session.sent[0], { type: 'edit_card', card: 10, x: 100_000, y: -1 })
})
