// What is done to chosen cards: sent to a zone, presented, made one with a card that they are laid on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sendTo, zonesFor } from '../../../src/views/boards/chosen'
import { covered } from '../../../src/views/boards/covering'
import { offers } from '../../../src/views/boards/meeting'
import { CardActions } from '../../../src/views/cards/actions'
import { actWords } from '../../../src/views/cards/actwords'
import { foundBy } from '../../../src/views/cards/found'
import { mayMerge } from '../../../src/views/cards/together'
import { present } from '../../../src/views/facilitation/present'
import { contains, overlaps } from '../../../src/views/parts/geometry'
import { aCard, aLink, aZone, boardId, LoneSession, put } from '../../support/session'

function given(...cards: Parameters<typeof aCard>[]) {
  const session = new LoneSession(cards.map((card) => put('card', aCard(...card))))
  session.me.value = { person: 7, role: 'animator' }
  const actions = new CardActions(session, boardId)
  const card = (id: number) => session.record('card', id).peek() as ReturnType<typeof aCard>
  return { session, actions, card }
}

const zone = aZone(30, { x: 5000, y: 0, width: 1400, height: 900, title: 'Eau' })

test('chosen cards go to a zone in one action, each into free room, and those that lie there stay', () => {
  const { session, actions, card } = given([10, { x: 0 }], [11, { x: 300 }], [12, { x: 5040, y: 90 }])
  session.others(put('zone', zone))
  sendTo(actions, [card(10), card(11), card(12)], zone)
  const all = [10, 11, 12].map(card)
  assert.ok(all.every((one) => contains(zone, { x: one.x + 120, y: one.y + 70 })))
  for (const one of all) assert.ok(!all.some((other) => other !== one && overlaps(one, other)))
  assert.deepEqual([card(12).x, card(12).y], [5040, 90])
  assert.match(actWords(actions.history.next('undo')?.act as never), /^déplacement de 2\sfiches$/)
  actions.history.undo()
  assert.deepEqual([card(10).x, card(11).x], [0, 300])
})

test('a locked zone is offered to animators alone', () => {
  const { session, actions } = given()
  session.others(put('zone', { ...zone, locked: true }))
  assert.equal(zonesFor(actions).length, 1)
  session.me.value = { person: 7, role: 'participant' }
  assert.equal(zonesFor(actions).length, 0)
})

test('chosen cards come to the end of the order of presentation in reading order, and leave it again', () => {
  const { actions, card } = given([10, { place: 1 }], [11, { x: 900 }], [12, { x: 300 }])
  present(actions, [card(11), card(12)])
  assert.deepEqual(
    [10, 11, 12].map((id) => card(id).place),
    [1, 3, 2],
  )
  present(actions, [card(10), card(12)])
  assert.deepEqual(
    [10, 11, 12].map((id) => card(id).place),
    [0, 1, 0],
  )
})

test('a card that covers another by half asks; one that only touches it does not', () => {
  const under = { x: 0, y: 0, width: 240, height: 140 }
  assert.equal(covered({ ...under, x: 100, y: 10 }, [under]), under)
  assert.equal(covered({ ...under, x: 150, y: 60 }, [under]), undefined)
  assert.equal(covered(under, [under]), undefined, 'not itself')
  const small = { x: 10, y: 10, width: 100, height: 60 }
  assert.equal(covered(small, [under]), under, 'wholly on a larger one')
})

test('what may come of two cards is what this person may do', () => {
  const { session, actions, card } = given([10], [11], [12, { audience: 'person', holder: 7 }])
  assert.deepEqual(offers(actions, card(10), card(11)), { merge: true, link: true })
  assert.equal(mayMerge(actions, [card(10), card(12)]), false, 'what few see would be gone for good')
  session.others(put('link', aLink(20, 10, 11)))
  assert.deepEqual(offers(actions, card(10), card(11)), { merge: true, link: false })
  session.me.value = { person: 7, role: 'participant' }
  assert.equal(offers(actions, card(11), card(10)).merge, false)
  session.editable.value = false
  assert.deepEqual(offers(actions, card(11), card(10)), { merge: false, link: false })
})

test('two cards that say more than one can hold are not offered to be made one', () => {
  const { actions, card } = given([10, { text: 'a'.repeat(3000) }], [11, { text: 'b'.repeat(1500) }])
  assert.equal(offers(actions, card(10), card(11)).merge, false)
})

test('cards to choose from are found by their words, those called so first', () => {
  const cards = [
    aCard(1, { title: 'Zèbre', text: 'aime l’eau' }),
    aCard(2, { title: 'Eau vive' }),
    aCard(3, { title: 'Bois' }),
  ]
  const { session } = given()
  assert.deepEqual(
    foundBy(session, cards, 'eau').map(({ id }) => id),
    [2, 1],
  )
  assert.deepEqual(
    foundBy(session, cards, '').map(({ id }) => id),
    [3, 2, 1],
  )
})
