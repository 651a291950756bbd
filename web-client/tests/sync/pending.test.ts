import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { AddCardCommand, Command, Records } from '../../../protocol/generated/protocol'
import { commands, limits } from '../../../protocol/generated/protocol'
import { Pending } from '../../src/sync/pending'
import { inSendingOrder } from '../../src/sync/store'
import { MemoryStore, settle } from '../support/world'

const owner = { workshop: 77, person: 8 }
const add = (card: number): AddCardCommand => ({
  type: 'add_card',
  card,
  board: 5,
  title: `card ${card}`,
  color: 'sea',
  x: 0,
  y: 0,
  width: 240,
  height: 120,
  audience: 'everyone',
})
const refusal = { type: 'refused', refusal: 5, command: 7, field: 0, limit: 0, line: 0 } as const
const retitle = (card: number, title: string): Command => ({ type: 'edit_card', card, title })

function pendingWith(store = new MemoryStore(), client = 100) {
  const touched: string[] = []
  const letGo: (() => void)[] = []
  const pending = new Pending(() => client, store, {
    touch: (type, id) => touched.push(`${type} ${id}`),
    unkept: () => touched.push('unkept'),
    kept: (one) => {
      touched.push(`${one.refused ? 'refused' : 'strange'} ${one.words.join()}`)
      letGo.push(() => pending.letGo(one, owner.workshop))
    },
  })
  return { pending, touched, letGo }
}

const counters = (messages: ReturnType<Pending['take']>) =>
  messages.map((message) => (message.type === 'command' ? message.counter : 0))

describe('pending', () => {
  test('goes out in order, at most so many at once, and the rest as answers come', () => {
    const { pending } = pendingWith()
    for (let card = 1; card <= limits.in_flight + 3; card++) pending.add(add(card), owner, 1)
    assert.equal(pending.take().length, limits.in_flight)
    assert.deepEqual(pending.take(), [])
    pending.settle(owner, 100, 1)
    pending.settle(owner, 100, 2)
    assert.deepEqual(counters(pending.take()), [limits.in_flight + 1, limits.in_flight + 2])
  })

  test('goes again from the first after a cut', () => {
    const { pending } = pendingWith()
    for (let card = 1; card <= 3; card++) pending.add(add(card), owner, 1)
    pending.take()
    pending.settle(owner, 100, 1)
    pending.unsend()
    assert.deepEqual(counters(pending.take()), [2, 3])
  })

  test('what was refused stays in the store until it is let go of, and is never sent again', async () => {
    const store = new MemoryStore()
    const { pending: closed } = pendingWith(store, 100)
    closed.add(add(1), owner, 1)
    closed.add(add(2), owner, 2)
    closed.take()
    const refused = { ...refusal, client: 100, counter: 1 }
    const kept = closed.settle(owner, 100, 1, refused)
    await settle()
    assert.deepEqual(kept?.refused, refused)
    const { pending, touched, letGo } = pendingWith(store, 200)
    await pending.adopt(owner, new Set())
    assert.ok(touched.includes('refused card 1'))
    assert.deepEqual(counters(pending.take()), [2])
    for (const forget of letGo) forget()
    pending.settle(owner, 100, 2)
    await settle()
    assert.equal(store.kept.size, 0)
  })

  test('what was refused before the browser had stored it is stored with its refusal', async () => {
    const store = new MemoryStore()
    const { pending } = pendingWith(store)
    pending.add(add(1), owner, 1)
    pending.settle(owner, 100, 1, { ...refusal, client: 100, counter: 1 })
    await settle()
    assert.deepEqual(
      [...store.kept.values()].map(({ refused }) => refused?.refusal),
      [refusal.refusal],
    )
  })

  test('an unknown answer is no answer', () => {
    const { pending } = pendingWith()
    pending.add(add(1), owner, 1)
    assert.equal(pending.settle(owner, 100, 7), undefined)
    assert.equal(pending.settle(owner, 55, 1), undefined)
    assert.equal(pending.length, 1)
  })

  test('folds what waits over what is confirmed, in order', () => {
    const { pending } = pendingWith()
    pending.add(add(1), owner, 40)
    pending.add(retitle(1, 'second'), owner, 41)
    pending.add(retitle(1, 'third'), owner, 42)
    const card = pending.fold('card', 1, undefined) as Records['card']
    assert.equal(card.title, 'third')
    assert.equal(card.author, 8)
    assert.equal(card.made_at, 40)
    assert.equal(card.text, '')
    assert.ok(pending.isPending('card', 1))
  })

  test('a confirmed card is not put again over what others did to it', () => {
    const { pending } = pendingWith()
    pending.add(add(1), owner, 40)
    const theirs = { ...(pending.fold('card', 1, undefined) as Records['card']), title: 'theirs' }
    assert.equal((pending.fold('card', 1, theirs) as Records['card']).title, 'theirs')
  })

  test('C13: a set writes over what it finds, or puts it: points count at each click', () => {
    const { pending } = pendingWith()
    const allot = (points: number): Command => ({ type: 'allot', allotment: 3, priority: 4, card: 1, points })
    const points = (confirmed?: Records['allotment']) =>
      (pending.fold('allotment', 3, confirmed) as Records['allotment']).points
    pending.add(allot(1), owner, 1)
    assert.equal((pending.fold('allotment', 3, undefined) as Records['allotment']).person, owner.person)
    assert.equal(points(), 1)
    pending.add(allot(2), owner, 2)
    assert.equal(points(), 2)
    const confirmed = { ...(pending.fold('allotment', 3, undefined) as Records['allotment']), points: 1 }
    pending.settle(owner, 100, 1)
    assert.equal(points(confirmed), 2)
  })

  test('a drop hides, a refusal brings back', () => {
    const { pending, touched } = pendingWith()
    const { pending: other } = pendingWith()
    other.add(add(1), owner, 1)
    const confirmed = other.fold('card', 1, undefined)
    const counter = pending.add({ type: 'drop_card', card: 1 }, owner, 1)
    assert.equal(pending.fold('card', 1, confirmed), undefined)
    touched.length = 0
    pending.settle(owner, 100, counter)
    assert.equal(pending.fold('card', 1, confirmed), confirmed)
    assert.deepEqual(touched, ['card 1'])
    assert.ok(!pending.isPending('card', 1))
  })

  test('C13: a restore takes a drop of ours back at once; what is not dropped here it leaves alone', () => {
    const { pending } = pendingWith()
    const { pending: other } = pendingWith()
    other.add(add(1), owner, 1)
    const confirmed = other.fold('card', 1, undefined)
    pending.add({ type: 'drop_card', card: 1 }, owner, 1)
    pending.add({ type: 'restore_card', card: 1 }, owner, 2)
    assert.deepEqual(pending.fold('card', 1, confirmed), confirmed)
    assert.equal(pending.fold('card', 1, undefined), undefined)
  })

  test('a patch of what is not there shows nothing', () => {
    const { pending } = pendingWith()
    pending.add(retitle(1, 'x'), owner, 1)
    assert.equal(pending.fold('card', 1, undefined), undefined)
  })

  test('a closed tab loses nothing: another adopts it under its name, in order', async () => {
    const store = new MemoryStore()
    const { pending: closed } = pendingWith(store, 100)
    closed.add(add(1), owner, 1)
    closed.add(retitle(1, 'kept'), owner, 2)
    await settle()
    const { pending } = pendingWith(store, 200)
    pending.add(add(9), owner, 3)
    await pending.adopt(owner, new Set())
    assert.deepEqual(
      pending.take().map((message) => message.type === 'command' && [message.client, message.counter]),
      [
        [100, 1],
        [100, 2],
        [200, 1],
      ],
    )
    assert.equal((pending.fold('card', 1, undefined) as Records['card']).title, 'kept')
    pending.settle(owner, 100, 1)
    pending.settle(owner, 100, 2)
    await settle()
    assert.deepEqual(
      (await store.load(owner)).map(({ client }) => client),
      [200],
    )
  })

  test('what waits in a tab that is alive is left to it', async () => {
    const store = new MemoryStore()
    const { pending: living } = pendingWith(store, 100)
    living.add(add(1), owner, 1)
    await settle()
    const { pending } = pendingWith(store, 200)
    assert.equal(await pending.adopt(owner, new Set([100])), true)
    assert.equal(pending.length, 0)
  })

  test('H20: what an older page kept by names is sent as it is', async () => {
    const store = new MemoryStore()
    await store.put(owner, { client: 100, counter: 1, time: 1, command: add(1) })
    const { pending } = pendingWith(store, 200)
    await pending.adopt(owner, new Set())
    assert.deepEqual(pending.take(), [{ type: 'command', client: 100, counter: 1, command: add(1) }])
    assert.equal(pending.kept, true)
  })

  test('H20: what a page of another version kept and this one does not know is told of, and stays until let go', async () => {
    const store = new MemoryStore()
    const kept = [
      [9999, [1, 5, 2, 'Un mot', 3, ['encore', new Uint8Array(32)]]],
      [commands.edit_card.number, [1, 7, 63, 'à moi']],
      { type: 'vote', card: 5, reason: 'parce que' },
      { type: 'edit_card', card: 5, mood: 'gai' },
    ]
    for (const [place, command] of kept.entries())
      await store.put(owner, { client: 100, counter: place + 1, time: 1, command })
    await store.put(owner, { client: 100, counter: 9, time: 1, command: add(1) })
    const { pending, touched, letGo } = pendingWith(store, 200)
    await pending.adopt(owner, new Set())
    assert.deepEqual(counters(pending.take()), [9])
    const told = ['strange Un mot,encore', 'strange à moi', 'strange parce que', 'strange gai']
    assert.deepEqual(
      touched.filter((one) => one.startsWith('strange')),
      told,
    )
    assert.equal(store.kept.size, 5)
    for (const forget of letGo) forget()
    await settle()
    assert.equal(store.kept.size, 1)
  })

  test('kept is what waits once it is in the store; a guest’s never is', async () => {
    const { pending } = pendingWith()
    assert.equal(pending.kept, true)
    pending.add(add(1), owner, 1)
    assert.equal(pending.kept, false)
    await settle()
    assert.equal(pending.kept, true)
    pending.add(
      { type: 'join', person: 8, name: 'A', key: new Uint8Array(32) },
      { workshop: 77, person: 0 },
      2,
    )
    await settle()
    assert.equal(pending.kept, false)
  })

  test('a guest’s commands are not stored: they hold a key', async () => {
    const store = new MemoryStore()
    const { pending } = pendingWith(store)
    pending.add(
      { type: 'join', person: 8, name: 'A', key: new Uint8Array(32) },
      { workshop: 77, person: 0 },
      1,
    )
    await settle()
    assert.equal(store.kept.size, 0)
    assert.ok(!pending.unkept)
  })

  test('says when the browser would not keep it, and only then', async () => {
    const store = new MemoryStore()
    const { pending, touched } = pendingWith(store)
    pending.add(add(1), owner, 1)
    await settle()
    assert.ok(!pending.unkept)
    store.full = true
    const counter = pending.add(add(2), owner, 1)
    await settle()
    assert.ok(pending.unkept)
    assert.ok(touched.includes('unkept'))
    pending.settle(owner, 100, counter)
    assert.ok(!pending.unkept)
  })

  test('answered before it was stored, it is not left in the store', async () => {
    const store = new MemoryStore()
    const { pending } = pendingWith(store)
    const counter = pending.add(add(1), owner, 1)
    pending.settle(owner, 100, counter)
    await settle()
    assert.equal(store.kept.size, 0)
  })

  test('somebody else in the same tab does not send it as theirs', async () => {
    const store = new MemoryStore()
    const { pending } = pendingWith(store)
    pending.add(add(1), owner, 1)
    await settle()
    pending.setPerson(9)
    assert.deepEqual(pending.take(), [])
    assert.equal(pending.fold('card', 1, undefined), undefined)
    assert.equal(store.kept.size, 1)
  })

  test('the oldest tab’s commands go first, each tab’s together', () => {
    const stored = [
      { client: 2, counter: 2, time: 6, command: add(1) },
      { client: 1, counter: 1, time: 5, command: add(1) },
      { client: 2, counter: 1, time: 4, command: add(1) },
      { client: 1, counter: 2, time: 9, command: add(1) },
    ]
    assert.deepEqual(
      inSendingOrder(stored).map(({ client, counter }) => `${client}.${counter}`),
      ['2.1', '2.2', '1.1', '1.2'],
    )
  })
})
