import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import {
  type AddCardCommand,
  type Change,
  type Command,
  closes,
  type Records,
} from '../../../protocol/generated/protocol'
import { keyToText } from '../../src/sync/bytes'
import type { Channel } from '../../src/sync/tabs'
import { ModelServer } from '../support/model'
import { Visitor } from '../support/visitor'
import { encodeTables } from '../support/wire'
import { type FakeSocket, settle } from '../support/world'

const link = new Uint8Array(32).fill(1)
const own = new Uint8Array(32).fill(2)

const add = (card: number, title = `card ${card}`): AddCardCommand => ({
  type: 'add_card',
  card,
  board: 5,
  title,
  color: 'sea',
  x: 0,
  y: 0,
  width: 240,
  height: 120,
  audience: 'everyone',
})

function newServer(): ModelServer {
  const server = new ModelServer()
  server.keyHolders.set(keyToText(link), 0)
  return server
}

async function joined(server = newServer(), person = 8): Promise<Visitor> {
  const visitor = new Visitor(server, link, person).start()
  void visitor.session.join({
    type: 'join',
    person,
    name: `P${person}`,
    key: new Uint8Array(32).fill(person),
  })
  await settle()
  visitor.clock.pass(300)
  await settle()
  return visitor
}

const titles = (visitor: Visitor) => visitor.session.all('card').value.map(({ title }) => title)

const wordsKept = ({ session }: Visitor) =>
  session.notices.value.flatMap(({ kept }) => (kept ?? []).map(({ words }) => words))

describe('a page of another version', () => {
  const outdated = (visitor: Visitor) => {
    visitor.session.wake()
    visitor.socket?.end(closes.wrong_version.number)
  }

  test('H20: loads itself anew once what waits is kept', async () => {
    const visitor = await joined()
    visitor.cut()
    visitor.session.enact(add(1, 'gardée'))
    outdated(visitor)
    assert.equal(visitor.renewed, 0)
    await settle()
    visitor.clock.pass(1_000)
    assert.equal(visitor.renewed, 1)
    assert.equal(visitor.store.kept.size, 1)
  })

  test('H20: comes back the same, and says so instead of going round', async () => {
    const visitor = await joined()
    outdated(visitor)
    assert.equal(visitor.renewed, 1)
    visitor.reload()
    outdated(visitor)
    visitor.clock.pass(60_000)
    assert.equal(visitor.renewed, 1)
    assert.equal(visitor.session.status.value, 'ended')
    assert.equal(visitor.session.reason.value, 'wrong_version')
  })

  test('H20: the key that the address brought outlives the reload, and those by hand that follow', () => {
    const visitor = new Visitor(newServer(), link)
    visitor.reachable = false
    visitor.start()
    visitor.socket?.end(closes.wrong_version.number)
    assert.equal(visitor.renewed, 1)
    visitor.reload()
    visitor.socket?.end(closes.wrong_version.number)
    assert.equal(visitor.session.status.value, 'ended')
    visitor.reachable = true
    visitor.reload()
    assert.equal(visitor.session.status.value, 'live')
    assert.ok(visitor.session.linkRole.value)
  })

  test('H20: nobody is interrupted in a sentence: the page says what it is waiting for', async () => {
    const visitor = await joined()
    visitor.writing = true
    outdated(visitor)
    visitor.clock.pass(60_000)
    assert.equal(visitor.renewed, 0)
    assert.equal(visitor.session.status.value, 'offline')
    assert.deepEqual(
      visitor.session.notices.value.map(({ text }) => text),
      ['another version'],
    )
    visitor.session.enact(add(1, 'finie'))
    visitor.writing = false
    await settle()
    visitor.clock.pass(1_000)
    assert.equal(visitor.renewed, 1)
  })

  test('H20: what the browser refuses to keep is not thrown away: only the person may', async () => {
    const visitor = await joined()
    visitor.store.full = true
    visitor.cut()
    visitor.session.enact(add(1))
    await settle()
    outdated(visitor)
    visitor.clock.pass(60_000)
    assert.equal(visitor.renewed, 0)
    visitor.session.notices.value.at(-1)?.action?.run()
    assert.equal(visitor.renewed, 1)
  })

  test('H20: words that this version cannot send are shown until they are dismissed', async () => {
    const visitor = await joined()
    const owner = { workshop: visitor.server.workshop, person: 8 }
    await visitor.store.put(owner, { client: 5, counter: 1, time: 1, command: [9999, [1, 'des mots']] })
    visitor.reload()
    visitor.clock.pass(300)
    await settle()
    assert.deepEqual(wordsKept(visitor), [['des mots']])
    assert.equal(visitor.store.kept.size, 1)
    for (const { id } of visitor.session.notices.value) visitor.session.dismiss(id)
    await settle()
    assert.equal(visitor.store.kept.size, 0)
  })
})

describe('session', () => {
  test('a guest sees the workshop and may only join', () => {
    const { session } = new Visitor(newServer(), link).start()
    assert.equal(session.status.value, 'live')
    assert.deepEqual(session.me.value, { person: 0, role: 'guest' })
    assert.equal(session.linkRole.value, 'participant')
    assert.equal(session.workshop.value?.title, 'Essai')
    assert.equal(session.can.edit(5), false)
  })

  test('P9 the door opens before the rest is here, and who joins there goes in when it is', async () => {
    const visitor = new Visitor(newServer(), link)
    const { session } = visitor
    session.start()
    const socket = visitor.socket as FakeSocket
    socket.accept()
    const hello = socket.sent[0]
    assert.ok(hello?.type === 'hello' && hello.unpacks)
    const fields = { title: 'Essai', language: 'fr', template: 'blank', made_at: 1, closed: false } as const
    const { workshop } = visitor.server
    socket.tell(
      {
        type: 'welcome',
        version: 1,
        workshop,
        person: 0,
        role: 'participant',
        epoch: 1,
        seq: 0,
        mark: 0,
        resumed: false,
        now: 1,
      },
      { type: 'coming', parts: 2, door: 1 },
    )
    assert.deepEqual([session.door.value, session.arrived.value], [false, 0])
    const put: Change = { operation: 'put', type: 'workshop', id: workshop, fields }
    socket.tell({ type: 'packed', tables: new Uint8Array(deflateSync(encodeTables([put]))) })
    await settle()
    assert.deepEqual([session.door.value, session.ready.value, session.arrived.value], [true, false, 0.5])
    assert.equal(session.workshop.value?.title, 'Essai')
    void session.join({ type: 'join', person: 8, name: 'P8', key: own })
    assert.deepEqual(
      socket.sent.map(({ type }) => type),
      ['hello'],
    )
    socket.tell({ type: 'snapshot', seq: 3, mark: 1, last: false, changes: [] })
    socket.tell({ type: 'snapshot', seq: 3, mark: 1, last: true, changes: [] })
    assert.deepEqual([session.ready.value, session.arrived.value], [true, undefined])
    assert.deepEqual(
      socket.sent.map(({ type }) => type),
      ['hello', 'command'],
    )
  })

  test('P4 what a guest was told is no position of the person that they have become', async () => {
    const visitor = new Visitor(newServer(), link).start()
    if (visitor.socket) visitor.socket.onmessage = null
    void visitor.session.join({ type: 'join', person: 8, name: 'P8', key: own })
    visitor.cut()
    visitor.mend()
    const hello = visitor.socket?.sent[0]
    assert.ok(hello?.type === 'hello')
    assert.deepEqual([hello.key, hello.epoch, hello.seq], [own, 0, 0])
    await settle()
    assert.deepEqual(visitor.session.me.value, { person: 8, role: 'participant' })
    visitor.cut()
    visitor.mend()
    const again = visitor.socket?.sent[0]
    assert.ok(again?.type === 'hello' && again.seq > 0)
  })

  test('joining makes a person on the same connection, who stays after a reload', async () => {
    const visitor = await joined()
    assert.deepEqual(visitor.session.me.value, { person: 8, role: 'participant' })
    assert.equal(visitor.session.can.edit(5), true)
    visitor.reload()
    assert.deepEqual(visitor.session.me.value, { person: 8, role: 'participant' })
  })

  test('a refused join tells why and leaves a guest', async () => {
    const server = newServer()
    server.refuses = () => true
    const { session } = new Visitor(server, link).start()
    const refused = await session.join({ type: 'join', person: 8, name: 'A', key: own })
    assert.ok(refused)
    assert.equal(session.me.value.role, 'guest')
    assert.equal(session.keys.get('person'), undefined)
    assert.deepEqual(session.notices.value, [])
  })

  test('cut after the join was accepted, one comes back as the person', async () => {
    const server = newServer()
    const visitor = new Visitor(server, link).start()
    const socket = visitor.socket
    assert.ok(socket)
    const tell = socket.tell.bind(socket)
    socket.tell = () => {}
    void visitor.session.join({ type: 'join', person: 8, name: 'A', key: own })
    socket.tell = tell
    assert.equal(server.accepted.length, 1)
    visitor.cut()
    visitor.mend()
    await settle()
    assert.deepEqual(visitor.session.me.value, { person: 8, role: 'participant' })
    assert.equal(server.accepted.length, 1)
    assert.equal(visitor.session.waiting.value, 0)
  })

  test('cut before the join was heard, it goes again', async () => {
    const server = newServer()
    const visitor = new Visitor(server, link).start()
    visitor.cut()
    void visitor.session.join({ type: 'join', person: 8, name: 'A', key: own })
    visitor.mend()
    visitor.connect()
    await settle()
    assert.deepEqual(visitor.session.me.value, { person: 8, role: 'participant' })
    assert.equal(server.accepted.length, 1)
  })

  test('what one does is on screen at once, marked, and no more once confirmed', async () => {
    const visitor = await joined()
    const { session } = visitor
    visitor.cut()
    session.enact(add(1))
    assert.deepEqual(titles(visitor), ['card 1'])
    assert.ok(session.isPending('card', 1))
    assert.equal(session.waiting.value, 1)
    assert.equal(session.status.value, 'offline')
    visitor.mend()
    assert.ok(!session.isPending('card', 1))
    assert.equal(session.waiting.value, 0)
    assert.equal(session.status.value, 'live')
    assert.deepEqual(titles(visitor), ['card 1'])
  })

  test('a refused command is taken back and said', async () => {
    const visitor = await joined()
    visitor.server.refuses = ({ type }) => type === 'add_card'
    visitor.session.enact(add(1))
    assert.deepEqual(titles(visitor), [])
    await settle()
    assert.deepEqual(
      visitor.session.notices.value.map(({ kind, text }) => `${kind}: ${text}`),
      ['refusal: refused 5'],
    )
    visitor.session.dismiss(visitor.session.notices.value[0]?.id ?? 0)
    assert.deepEqual(visitor.session.notices.value, [])
  })

  test('C7: refused and accepted, both answers lost, both sent again: one is there, the other’s words are kept', async () => {
    const visitor = await joined()
    const { server } = visitor
    server.refuses = (command) => command.type === 'add_card' && command.card === 1
    if (visitor.socket) visitor.socket.tell = () => {}
    visitor.session.enact({ ...add(1, 'Refusée'), text: 'Mes mots' })
    visitor.session.enact(add(2, 'Prise'))
    assert.deepEqual(visitor.session.notices.value, [])
    visitor.cut()
    visitor.mend()
    await settle()
    assert.deepEqual(titles(visitor), ['Prise'])
    assert.deepEqual(wordsKept(visitor), [['Refusée', 'Mes mots']])
  })

  test('what was refused with words in it outlives a reload, is sent anew, or let go of', async () => {
    const visitor = await joined()
    const { server } = visitor
    const reload = async () => {
      await settle()
      visitor.reload()
      visitor.clock.pass(300)
      await settle()
    }
    server.refuses = ({ type }) => type === 'add_card'
    visitor.session.enact(add(1, 'Une'))
    visitor.session.enact(add(2, 'Deux'))
    await settle()
    assert.equal(visitor.session.notices.value.length, 1)
    await reload()
    assert.deepEqual(wordsKept(visitor), [['Une'], ['Deux']])
    visitor.session.tryAgain(visitor.session.notices.value[0]?.id ?? 0)
    await settle()
    assert.deepEqual(wordsKept(visitor), [['Une'], ['Deux']])
    await reload()
    server.refuses = () => false
    visitor.session.tryAgain(visitor.session.notices.value[0]?.id ?? 0)
    assert.deepEqual(titles(visitor), ['Une', 'Deux'])
    server.refuses = ({ type }) => type === 'edit_card'
    visitor.session.enact({ type: 'edit_card', card: 1, title: 'Trois' })
    await settle()
    visitor.session.dismiss(visitor.session.notices.value[0]?.id ?? 0)
    await reload()
    assert.deepEqual(visitor.session.notices.value, [])
    assert.equal(visitor.store.kept.size, 0)
  })

  test('a refusal that nobody waits for any more is said, with the words that were refused', async () => {
    const visitor = await joined()
    visitor.server.refuses = ({ type }) => type === 'edit_person'
    let open = true
    const rename = (name: string) => visitor.session.ask({ type: 'edit_person', person: 8, name }, () => open)
    assert.ok(await rename('Au guichet'))
    assert.deepEqual(visitor.session.notices.value, [])
    open = false
    void rename('Porte close')
    await settle()
    assert.deepEqual(wordsKept(visitor), [['Porte close']])
  })

  test('words that were refused make room for nothing; what has none does', async () => {
    const visitor = await joined()
    visitor.server.refuses = ({ type }) => type === 'add_card' || type === 'drop_card'
    visitor.session.enact(add(1, 'Gardée'))
    for (let n = 0; n < 20; n++) visitor.session.notify(`event ${n}`)
    visitor.session.enact({ type: 'drop_card', card: 1 })
    await settle()
    assert.deepEqual(wordsKept(visitor), [['Gardée']])
    assert.equal(visitor.session.notices.value.length, 7)
    assert.equal(visitor.store.kept.size, 1)
  })

  test('what one person of a device wrote in vain is not shown to another', async () => {
    const visitor = await joined()
    visitor.server.refuses = ({ type }) => type === 'add_card'
    visitor.session.enact(add(1, 'De moi'))
    await settle()
    assert.deepEqual(wordsKept(visitor), [['De moi']])
    visitor.server.keyHolders.set(keyToText(new Uint8Array(32).fill(8)), 9)
    visitor.cut()
    visitor.mend()
    await settle()
    assert.deepEqual(visitor.session.notices.value, [])
    assert.equal(visitor.store.kept.size, 1)
  })

  test('an accepted command whose answer was lost is not done twice', async () => {
    const visitor = await joined()
    const { server } = visitor
    if (visitor.socket) visitor.socket.tell = () => {}
    visitor.session.enact(add(1))
    assert.equal(server.accepted.filter((one) => one.endsWith(' 2')).length, 1)
    visitor.cut()
    visitor.mend()
    await settle()
    assert.equal(visitor.session.waiting.value, 0)
    assert.equal(new Set(server.accepted).size, server.accepted.length)
    assert.deepEqual(titles(visitor), ['card 1'])
  })

  test('a closed tab’s contributions leave with the next one', async () => {
    const visitor = await joined()
    visitor.cut()
    visitor.session.enact(add(1))
    visitor.session.enact({ type: 'edit_card', card: 1, title: 'kept' })
    await settle()
    visitor.reachable = true
    visitor.reload()
    visitor.clock.pass(300)
    await settle()
    assert.deepEqual(titles(visitor), ['kept'])
    assert.equal(visitor.store.kept.size, 0)
    const state = visitor.server.state.get('card 1') as Records['card']
    assert.equal(state.title, 'kept')
  })

  test('the id of a page load tells where it began', async () => {
    const server = newServer()
    const visitor = await joined(server)
    const began = server.seq
    visitor.reload()
    visitor.session.enact(add(1))
    visitor.session.enact(add(2))
    const clients = server.accepted.slice(-2).map((who) => Math.floor(Number(who.split(' ')[1]) / 2 ** 25))
    assert.deepEqual(clients, [began, began])
  })

  test('a closed tab’s contributions leave with one that was open beside it, when it reconnects', async () => {
    const visitor = await joined()
    const other = { client: 4242, counter: 1, time: 5, command: add(7, 'from beside') }
    await visitor.store.put({ workshop: 77, person: 8 }, other)
    visitor.cut()
    visitor.mend()
    visitor.clock.pass(300)
    await settle()
    assert.deepEqual(titles(visitor), ['from beside'])
    assert.equal(visitor.store.kept.size, 0)
  })

  test('a tab that still answered while it closed is found closed a little later', async () => {
    const visitor = await joined()
    const other = { client: 4242, counter: 1, time: 5, command: add(7, 'from beside') }
    await visitor.store.put({ workshop: 77, person: 8 }, other)
    const answers = [4242]
    const channel: Channel = {
      onmessage: null,
      postMessage: () => channel.onmessage?.({ data: { here: answers.pop() ?? 0 } }),
      close: () => {},
    }
    visitor.channel = channel
    visitor.reload()
    visitor.clock.pass(300)
    await settle()
    assert.deepEqual(titles(visitor), [])
    visitor.clock.pass(10_000)
    visitor.clock.pass(300)
    await settle()
    assert.deepEqual(titles(visitor), ['from beside'])
  })

  test('a position of an epoch that is over gets a fresh snapshot', async () => {
    const visitor = await joined()
    visitor.session.enact(add(1))
    visitor.cut()
    visitor.server.rewrite()
    visitor.server.commit([{ operation: 'drop', type: 'card', id: 1 }])
    visitor.mend()
    assert.deepEqual(titles(visitor), [])
  })

  test('P4: a position of another history gets a fresh snapshot, whatever its numbers say', async () => {
    const visitor = await joined()
    visitor.session.enact(add(1))
    visitor.cut()
    visitor.server.restore()
    visitor.server.commit([{ operation: 'drop', type: 'card', id: 1 }])
    visitor.mend()
    assert.deepEqual(titles(visitor), [])
    assert.equal(visitor.session.status.value, 'live')
  })

  test('P10: who animates is told once that entries were lost, also when the page was opened anew', async () => {
    const visitor = await joined()
    const warnings = () => visitor.session.notices.value.filter(({ kind }) => kind === 'warning').length
    visitor.cut()
    visitor.server.rewrite()
    visitor.mend()
    assert.equal(warnings(), 0, 'a participant need not know')
    visitor.server.commit([{ operation: 'patch', type: 'person', id: 8, fields: { role: 'animator' } }])
    visitor.server.rewrite()
    visitor.reload()
    assert.equal(visitor.session.me.value.role, 'animator')
    assert.equal(warnings(), 1)
    visitor.reload()
    assert.equal(warnings(), 0)
    visitor.cut()
    visitor.server.rewrite()
    visitor.session.keys.epoch = visitor.server.epoch // another tab of this browser was told first
    visitor.mend()
    assert.equal(warnings(), 1)
  })

  test('an unknown key of one’s own gives way to the link', async () => {
    const visitor = await joined()
    visitor.server.keyHolders.delete(keyToText(new Uint8Array(32).fill(8)))
    visitor.cut()
    visitor.mend()
    visitor.connect()
    assert.deepEqual(visitor.session.me.value, { person: 0, role: 'guest' })
    assert.equal(visitor.session.status.value, 'live')
  })

  test('a revoked access ends it, and says so', async () => {
    const visitor = await joined()
    visitor.socket?.end(closes.revoked.number)
    assert.equal(visitor.session.status.value, 'ended')
    assert.equal(visitor.session.reason.value, 'revoked')
    visitor.session.retry()
    visitor.connect()
    assert.equal(visitor.session.status.value, 'live')
  })

  test('a locked board or a closed workshop is not offered for editing', async () => {
    const visitor = await joined()
    const { server, session } = visitor
    server.commit([{ operation: 'patch', type: 'board', id: 5, fields: { locked: true } }])
    assert.equal(session.can.edit(5), false)
    server.commit([{ operation: 'patch', type: 'board', id: 5, fields: { locked: false } }])
    assert.equal(session.can.edit(5), true)
    server.commit([{ operation: 'patch', type: 'workshop', id: 77, fields: { closed: true } }])
    assert.equal(session.can.edit(5), false)
  })

  test('what is pasted into a command is cleaned before it is shown and sent', async () => {
    const visitor = await joined()
    visitor.session.enact(add(1, 'a\u0000b\tc\ud800'))
    assert.deepEqual(titles(visitor), ['ab c\ufffd'])
    assert.equal((visitor.server.state.get('card 1') as Records['card']).title, 'ab c\ufffd')
  })

  test('hints leave at most ten times a second, the newest last', async () => {
    const visitor = await joined()
    const hints = () => (visitor.socket?.sent ?? []).flatMap((one) => (one.type === 'hint' ? [one.x] : []))
    for (let x = 0; x < 20; x++) visitor.session.hint({ board: 5, card: 0, x, y: 0 })
    assert.deepEqual(hints(), [0])
    visitor.clock.pass(100)
    assert.deepEqual(hints(), [0, 19])
    visitor.clock.pass(1000)
    assert.deepEqual(hints(), [0, 19])
  })

  test('others’ hints and presence come, go, and are forgotten with the connection', async () => {
    const visitor = await joined()
    const { session, socket } = visitor
    const hint = (person: number, x: number) => ({ person, board: 5, card: 0, x, y: 0 })
    socket?.tell({ type: 'hints', hints: [hint(9, 1), hint(10, 1)] }, { type: 'hints', hints: [hint(9, 2)] })
    assert.deepEqual(
      session.hints.value.map(({ person, x }) => `${person}:${x}`),
      ['10:1', '9:2'],
    )
    socket?.tell({ type: 'presence', whole: false, came: [9], left: [8], guests: 3 })
    assert.deepEqual([...session.present.value], [9])
    assert.equal(session.guests.value, 3)
    visitor.clock.pass(3_000)
    assert.deepEqual(session.hints.value, [])
    visitor.cut()
    assert.equal(session.present.value.size, 0)
  })

  test('a screen or nobody’s key starts nothing that could edit', () => {
    const visitor = new Visitor(newServer())
    assert.equal(visitor.session.start(), false)
  })

  test('an answer asked for makes no notice', async () => {
    const visitor = await joined()
    visitor.server.refuses = () => true
    const command: Command = { type: 'edit_board', board: 5, title: 'x' }
    assert.ok(await visitor.session.ask(command))
    assert.deepEqual(visitor.session.notices.value, [])
  })
})
