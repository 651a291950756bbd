import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CardActions } from '../../src/views/card/actions'
import { addZone, changeZone, dropZone } from '../../src/views/work/zones'
import { aCard, aZone, boardId, LoneSession, put } from '../support/session'

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
