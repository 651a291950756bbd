import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Drag, Resize } from '../../../src/views/boards/drag'
import type { Item } from '../../../src/views/boards/item'
import { BoardModel } from '../../../src/views/boards/model'
import { CardActions } from '../../../src/views/cards/actions'
import { aCard, aLink, boardId, LoneSession, put } from '../../support/session'

function given(...cards: ReturnType<typeof aCard>[]) {
  const session = new LoneSession(cards.map((card) => put('card', card)))
  const model = new BoardModel(session, boardId)
  const told: Set<number>[] = []
  session.subscribe((touched) => told.push(new Set(model.apply(touched).cards)))
  const item = (id: number) => model.items.get(id) as Item
  const drag = (...ids: number[]) =>
    new Drag(session, new CardActions(session, boardId), ids.map(item), item(ids[0] as number))
  return { session, model, told, item, drag }
}

test('only what lies on the board is drawn', () => {
  const { session, model } = given(aCard(10), aCard(11, { board: 99 }))
  session.others(put('card', aCard(12, { board: 99 })))
  assert.deepEqual([...model.items.keys()], [10])
})

test('the newest card lies on top', () => {
  const { session, model } = given(aCard(10, { made_at: 50 }))
  session.others(put('card', aCard(11, { made_at: 20 })), put('card', aCard(12, { made_at: 80 })))
  assert.deepEqual(
    model.cards.map(({ id }) => id),
    [11, 10, 12],
  )
})

test('a link is drawn once both its cards are there, whichever comes last', () => {
  const { session, model } = given(aCard(10))
  session.others(put('link', aLink(20, 10, 11)))
  assert.equal(model.joined.length, 0)
  session.others(put('card', aCard(11)))
  assert.equal(model.joined.length, 1)
  session.others({ operation: 'drop', type: 'card', id: 10 })
  assert.equal(model.joined.length, 0)
})

test('a card whose neighbour is renamed is told anew, for it says whom it is linked to', () => {
  const { session, told } = given(aCard(10), aCard(11))
  session.others(put('link', aLink(20, 10, 11)))
  assert.deepEqual(told.at(-1), new Set([10, 11]))
  session.others({ operation: 'patch', type: 'card', id: 10, fields: { title: 'autre' } })
  assert.deepEqual(told.at(-1), new Set([10, 11]))
})

test('a card in hand is not moved by others, and lies where it is laid down', () => {
  const { session, item, drag } = given(aCard(10, { x: 0, y: 0 }))
  const hand = drag(10)
  hand.moveTo({ x: 100, y: 50 }, 0)
  session.others({ operation: 'patch', type: 'card', id: 10, fields: { x: 900 } })
  assert.deepEqual([item(10).x, item(10).y], [100, 50])
  hand.drop()
  assert.deepEqual([item(10).x, item(10).y], [100, 50])
  assert.deepEqual(session.sent, [{ type: 'edit_card', card: 10, x: 100, y: 50 }])
})

test('a drag that is given up sends nothing and goes back to where others have put it', () => {
  const { session, item, drag } = given(aCard(10))
  const hand = drag(10)
  hand.moveTo({ x: 100, y: 50 }, 0)
  session.others({ operation: 'patch', type: 'card', id: 10, fields: { x: 900 } })
  hand.cancel()
  assert.equal(item(10).x, 900)
  assert.equal(session.sent.length, 0)
})

test('cards move together, in steps, as one action', () => {
  const { session, drag } = given(aCard(10, { x: 3 }), aCard(11, { x: 205 }))
  const hand = drag(10, 11)
  hand.moveTo({ x: 33, y: 0 }, 0)
  hand.drop()
  assert.deepEqual(session.sent, [
    { type: 'edit_card', card: 10, x: 33, y: 0 },
    { type: 'edit_card', card: 11, x: 235, y: 0 },
  ])
})

test('a drag tells others at most ten times a second, and that it is over', () => {
  const { session, drag } = given(aCard(10))
  const hand = drag(10)
  for (let ms = 0; ms <= 1000; ms += 10) hand.moveTo({ x: ms, y: 0 }, ms)
  assert.ok(session.told.length <= 11)
  hand.drop()
  assert.equal(session.told.at(-1)?.card, 0)
})

test('where a card that only some may see is dragged is told to nobody', () => {
  const { session, drag } = given(aCard(10, { audience: 'person', holder: 7 }))
  const hand = drag(10)
  hand.moveTo({ x: 100, y: 0 }, 0)
  hand.drop()
  assert.equal(session.told.length, 0)
})

test('a card that somebody takes off while it is dragged is not written', () => {
  const { session, drag } = given(aCard(10))
  const hand = drag(10)
  hand.moveTo({ x: 100, y: 0 }, 0)
  session.others({ operation: 'drop', type: 'card', id: 10 })
  hand.drop()
  assert.equal(session.sent.length, 0)
})

test('a card cannot be made smaller than the protocol allows', () => {
  const { session, item } = given(aCard(10))
  const resize = new Resize(new CardActions(session, boardId), item(10))
  resize.moveTo({ x: -1000, y: -1000 })
  resize.drop()
  assert.deepEqual(session.sent, [{ type: 'edit_card', card: 10, width: 80, height: 40 }])
})
