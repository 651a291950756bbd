import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Records } from '../../../../protocol/generated/protocol'
import { zeros } from '../../../src/sync/codec'
import { CardActions } from '../../../src/views/cards/actions'
import { addZone, changeZone, dropZone } from '../../../src/views/work/zones'
import { aCard, aZone, boardId, LoneSession, put } from '../../support/session'

function given() {
  const session = new LoneSession([
    put('zone', aZone(5)),
    put('card', aCard(10, { x: 100, y: 100, text: 'début' })),
  ])
  const actions = new CardActions(session, boardId)
  const zone = (id = 5) => session.record('zone', id).peek()
  const card = () => session.record('card', 10).peek()
  return { session, actions, zone, card }
}

test('the cards of a zone move before it does, and come back with it', () => {
  const { session, actions, zone, card } = given()
  changeZone(actions, aZone(5), { x: 50 }, [{ id: 10, x: 150, y: 100 }])
  assert.deepEqual(
    session.sent.map(({ type }) => type),
    ['edit_card', 'edit_zone'],
  )
  assert.deepEqual([zone()?.x, card()?.x], [50, 150])
  actions.undo()
  assert.deepEqual([zone()?.x, card()?.x], [0, 100])
})

test('what does not differ is not sent, and a zone stays on the board', () => {
  const { session, actions, zone } = given()
  changeZone(actions, aZone(5), { title: 'Zone 5', locked: false })
  assert.equal(session.sent.length, 0)
  changeZone(actions, aZone(5), { title: ' Autre \n titre ', x: 1e9, width: 3 })
  assert.deepEqual([zone()?.title, zone()?.x, zone()?.width], ['Autre titre', 100_000, 40])
  changeZone(actions, zone() ?? aZone(5), { title: '  ' })
  assert.equal(zone()?.title, 'Autre titre')
})

test('a zone that is added or dropped is taken back', () => {
  const { session, actions, zone } = given()
  const added = addZone(actions, 'Ici', { x: 0.4, y: 0, width: 900, height: 600 })
  assert.equal(zone(added)?.title, 'Ici')
  actions.undo()
  assert.equal(zone(added), undefined)
  const undo = dropZone(actions, 5)
  assert.equal(session.all('zone').peek().length, 0)
  undo()
  assert.equal(session.all('zone').peek()[0]?.title, 'Zone 5')
})

test('a card or a zone that is locked is for animators alone', () => {
  const { session, actions } = given()
  const free = aCard(10, { x: 100, y: 100 })
  assert.ok(actions.mayChange(free))
  assert.ok(!actions.mayChange({ ...free, locked: true }))
  session.others({ operation: 'patch', type: 'zone', id: 5, fields: { locked: true } })
  assert.ok(!actions.mayChange(free))
  session.me.value = { person: 7, role: 'animator' }
  assert.ok(actions.mayChange({ ...free, locked: true }))
})

test('on a controlled board one changes what of one’s own still waits', () => {
  const { session, actions } = given()
  const board = { ...(zeros('board') as unknown as Records['board']), id: boardId, controlled: true }
  session.others(put('board', board))
  const waiting = aCard(10, { unplaced: true, author: 7 })
  assert.ok(actions.mayChange(waiting))
  assert.ok(actions.mayChange({ ...waiting, anonymous: true, author: 0 }))
  assert.ok(!actions.mayChange({ ...waiting, author: 8 }))
  assert.ok(!actions.mayChange({ ...waiting, unplaced: false }))
  session.me.value = { person: 7, role: 'animator' }
  assert.ok(actions.mayChange({ ...waiting, unplaced: false }))
})

test('of many cards, those that are locked stay, and nobody is told that they went', () => {
  const { session, actions } = given()
  session.others(put('card', aCard(11, { x: 5_000, locked: true })))
  assert.deepEqual(actions.drop([10, 11]), [10])
  assert.deepEqual(session.sent, [{ type: 'drop_card', card: 10 }])
  assert.deepEqual(actions.drop([11]), [])
  assert.equal(session.sent.length, 1)
  assert.equal(session.notices.peek().at(-1)?.text, 'Cette fiche ne se modifie pas maintenant.')
})

test('a text written piece by piece is one action, while the card still holds it', () => {
  const { session, actions, card } = given()
  actions.write(10, 'début', 'début, suite')
  actions.history.wrote(10, 'début', 'début, suite')
  actions.undo()
  assert.equal(card()?.text, 'début')
  actions.redo()
  assert.equal(card()?.text, 'début, suite')
  session.others({ operation: 'patch', type: 'card', id: 10, fields: { text: 'autre' } })
  actions.undo()
  assert.equal(card()?.text, 'autre')
})
