import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CardActions } from '../../../src/views/cards/actions'
import { aCard, aLink, aZone, boardId, LoneSession, put } from '../../support/session'

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

test('a move out of a zone is taken back with what the card had before, whatever the zones say', () => {
  const { session, actions, history, card } = given([10, { objectives: [3], card_type: 5, color: 'sun' }])
  const here = { x: -100, y: -100, objective: 1, card_type: 6 }
  session.others(
    put('zone', aZone(30, here)),
    put('zone', aZone(31, { x: 5000, objective: 2, paints: true, color: 'leaf' })),
  )
  actions.move([{ id: 10, x: 5500, y: 300 }])
  const set = { objectives: [2], color: 'leaf' } as const
  session.others({ operation: 'patch', type: 'card', id: 10, fields: set as never })
  assert.equal(history.undo(), 'done')
  const had = { objectives: [3], card_type: 5, color: 'sun' }
  assert.deepEqual(session.sent.at(-1), { type: 'edit_card', card: 10, x: 0, y: 0, ...had })
  assert.equal(history.redo(), 'done')
  const { objectives, card_type, color, x } = card(10) ?? {}
  assert.deepEqual({ objectives, card_type, color, x }, { ...set, card_type: 5, x: 5500 })
})

test('what somebody corrected in the zone goes back with the card as they wrote it', () => {
  const { session, actions, history } = given([10, { objectives: [3] }])
  session.others(put('zone', aZone(30, { x: -100, y: -100, objective: 1 })))
  actions.move([{ id: 10, x: 5500, y: 300 }])
  session.others({ operation: 'patch', type: 'card', id: 10, fields: { objectives: [4] } })
  assert.equal(history.undo(), 'partly')
  assert.deepEqual((session.sent.at(-1) as { objectives?: number[] }).objectives, [4])
})

test('a move within a zone says nothing of what zones set', () => {
  const { session, actions, history } = given([10])
  session.others(put('zone', aZone(30, { objective: 1 })))
  actions.move([{ id: 10, x: 50, y: 60 }])
  history.undo()
  assert.deepEqual(session.sent.at(-1), { type: 'edit_card', card: 10, x: 0, y: 0 })
})

test('several cards moved together come back together', () => {
  const { actions, history, card } = given([10, { x: 1 }], [11, { x: 2 }])
  actions.move([
    { id: 10, x: 100, y: 0 },
    { id: 11, x: 200, y: 0 },
  ])
  history.undo()
  assert.deepEqual([card(10)?.x, card(11)?.x], [1, 2])
  assert.equal(history.next('undo'), undefined)
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
  assert.equal(history.next('redo'), undefined)
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

test('a card that everyone saw comes back itself, with the links that others drew', () => {
  const { session, actions, history, card } = given([10, { title: 'a', author: 8 }], [11])
  const before = card(10)
  session.others(put('link', aLink(20, 10, 11, { author: 9, label: 'because' })))
  actions.drop([10])
  assert.equal(card(10), undefined)
  assert.equal(history.undo(), 'done')
  assert.deepEqual(session.sent.at(-1), { type: 'restore_card', card: 10 })
  assert.deepEqual(card(10), before)
  assert.equal(session.record('link', 20).peek()?.author, 9)
  assert.equal(history.redo(), 'done')
  assert.equal(card(10), undefined)
})

test('it is not taken off again when others have written on it or linked it since it came back', () => {
  for (const theirs of [
    { operation: 'patch', type: 'card', id: 10, fields: { text: 'precious' } } as const,
    put('link', aLink(20, 10, 11, { author: 9 })),
  ]) {
    const { session, actions, history, card } = given([10], [11])
    actions.drop([10])
    history.undo()
    session.others(theirs)
    assert.equal(history.redo(), 'nothing')
    assert.ok(card(10))
  }
})

test('a private card comes back with its words and its links, under a fresh id', () => {
  const mine = { audience: 'person', holder: 7 } as const
  const { session, actions, history, card } = given(
    [10, { title: 'a', text: 'b', color: 'leaf', ...mine }],
    [11],
  )
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

test('two linked private cards that go together come back with one link', () => {
  const mine = { audience: 'person', holder: 7 } as const
  const { session, actions, history } = given([10, mine], [11, mine])
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
    while (history.next('undo')) assert.equal(history.undo(), 'done')
    assert.deepEqual(
      session
        .all('card')
        .value.map(({ title }) => title)
        .sort(),
      ['Fiche 11', 'a'],
    )
    assert.equal(session.all('link').value.length, 0)
    while (history.next('redo')) assert.equal(history.redo(), 'done')
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

test('cards taken off one after the other are one notice, which brings them all back', () => {
  const { session, actions } = given([10], [11], [12])
  actions.drop([10])
  actions.drop([11, 12])
  assert.equal(session.notices.value.length, 1)
  assert.match(session.notices.value[0]?.text ?? '', /3/)
  session.notices.value[0]?.action?.run()
  assert.equal(session.all('card').value.length, 3)
})

test('once the notice is gone, the next one begins anew', () => {
  const { session, actions } = given([10], [11])
  actions.drop([10])
  session.dismiss(session.notices.value[0]?.id ?? 0)
  actions.drop([11])
  session.notices.value[0]?.action?.run()
  assert.deepEqual(
    session.all('card').value.map(({ id }) => id),
    [11],
  )
})

test('an action that changes nothing sends nothing and cannot be undone', () => {
  const { session, actions, history } = given([10, { x: 5, y: 6, color: 'sea' }])
  actions.move([{ id: 10, x: 5, y: 6 }])
  actions.edit([10], { color: 'sea' })
  assert.equal(session.sent.length, 0)
  assert.equal(history.next('undo'), undefined)
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

test('the words of one writing are taken back after others have written, and theirs stay', () => {
  const { session, history, card } = given([10, { text: 'On finira à treize heures.' }])
  history.wrote(10, 'On finira à midi.', 'On finira à treize heures.')
  const theirs = { text: 'On se quittera à treize heures.' }
  session.others({ operation: 'patch', type: 'card', id: 10, fields: theirs })
  assert.equal(history.undo(), 'done')
  const without = 'On se quittera à midi.'
  assert.deepEqual(session.sent.at(-1), { type: 'edit_text', card: 10, base: theirs.text, text: without })
  assert.equal(card(10)?.text, without)
  assert.equal(history.redo(), 'done')
  assert.equal(card(10)?.text, theirs.text)
})

test('words that others have replaced are not there to be taken back, and that is said', () => {
  const { session, history } = given([10, { text: 'à treize heures' }])
  history.wrote(10, 'à treize', 'à treize heures')
  session.others({ operation: 'patch', type: 'card', id: 10, fields: { text: 'à treize' } })
  assert.equal(history.undo(), 'nothing')
  assert.equal(session.sent.length, 0)
})
