import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type Close,
  closes,
  limits,
  SUBPROTOCOL,
  type ToClient,
  type ToServer,
} from '../../../protocol/generated/protocol'
import { Connection } from '../../src/sync/connection'
import { Hole, type Point } from '../../src/sync/replica'
import { FakeClock, FakeSocket } from '../support/world'

const welcome: ToClient = {
  type: 'welcome',
  version: 1,
  workshop: 77,
  person: 0,
  role: 'participant',
  epoch: 1,
  seq: 0,
  mark: 0,
  resumed: true,
  now: 1,
}

function connect(random = () => 0.5) {
  const clock = new FakeClock(random)
  const sockets: FakeSocket[] = []
  const heard: string[] = []
  const state = { point: { seq: 4, mark: 74 } as Point | undefined, hole: false }
  const connection = new Connection(
    (subprotocol) => {
      assert.equal(subprotocol, SUBPROTOCOL)
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket
    },
    clock,
    {
      hello: () => ({ type: 'list' }),
      receive: (message) => {
        heard.push(message.type)
        if (state.hole) throw new Hole('test')
      },
      settled: () => {},
      point: () => state.point,
      down: (reason) => heard.push(`down ${reason ?? ''}`.trim()),
      ended: (reason) => heard.push(`ended ${reason}`),
    },
  )
  connection.start()
  const newest = () => sockets[sockets.length - 1] as FakeSocket
  return { connection, clock, sockets, newest, heard, state }
}

const types = (socket: FakeSocket) => socket.sent.map(({ type }) => type)

describe('connection', () => {
  test('the first message is hello, and nothing can be sent before', () => {
    const { connection, newest } = connect()
    assert.equal(connection.send({ type: 'ping' }), false)
    newest().accept()
    assert.deepEqual(types(newest()), ['list'])
    assert.equal(connection.send({ type: 'ping' }), true)
  })

  test('X2: comes back after a fall, later each time, at most 15 s, at once after a welcome', () => {
    const { clock, sockets, newest } = connect(() => 1)
    const waits: number[] = []
    for (let fall = 0; fall < 8; fall++) {
      const before = clock.now()
      const count = sockets.length
      newest().end(1006)
      while (sockets.length === count) clock.pass(50)
      waits.push(clock.now() - before)
    }
    assert.deepEqual(waits, [500, 1000, 2000, 4000, 8000, 15000, 15000, 15000])
    newest().accept()
    newest().tell(welcome)
    const before = clock.now()
    const count = sockets.length
    newest().end(1006)
    while (sockets.length === count) clock.pass(50)
    assert.equal(clock.now() - before, 500)
  })

  test('jitter is full: luck may bring it back at once', () => {
    const { clock, sockets, newest } = connect(() => 0)
    newest().end(1006)
    clock.pass(0)
    assert.equal(sockets.length, 2)
  })

  for (const name of Object.keys(closes) as Close[]) {
    const { number, again } = closes[name]
    test(`X2: close ${name}, ${again ? 'comes back and says why' : 'stays away'}`, () => {
      const { clock, sockets, newest, heard } = connect()
      newest().accept()
      newest().end(number)
      clock.pass(120_000)
      assert.equal(heard[0], again ? `down ${name}` : `ended ${name}`)
      assert.equal(sockets.length > 1, again)
    })
  }

  test('a socket that never opens is given up', () => {
    const { clock, sockets, newest } = connect()
    clock.pass(16_000)
    assert.ok(sockets[0]?.closed)
    assert.ok(sockets.length > 1)
    assert.notEqual(newest(), sockets[0])
  })

  test('pings a quiet server three times as often as it would be silent', () => {
    const { clock, newest } = connect()
    newest().accept()
    newest().tell(welcome)
    clock.pass(limits.silence_ms / 3)
    assert.deepEqual(types(newest()), ['list', 'ping'])
    newest().tell({ type: 'pong', seq: 4, mark: 74, now: 1 })
    clock.pass(limits.silence_ms / 3)
    assert.deepEqual(types(newest()), ['list', 'ping', 'ping'])
  })

  test('a server that does not answer a ping is taken for gone', () => {
    const { clock, sockets, newest } = connect()
    newest().accept()
    newest().tell(welcome)
    clock.pass(limits.silence_ms / 3 + 10_000)
    assert.ok(sockets[0]?.closed)
    clock.pass(500)
    assert.equal(sockets.length, 2)
  })

  const act: ToServer = { type: 'command', client: 9, counter: 1, command: { type: 'drop_card', card: 7 } }
  const done: ToClient = { type: 'done', client: 9, counter: 1, seq: 5 }

  test('L3 an act that is not answered is followed by a ping, and a line that does not answer it is given up', () => {
    const { connection, clock, sockets, newest, heard } = connect()
    newest().accept()
    newest().tell(welcome)
    connection.send(act)
    clock.pass(4_000)
    assert.deepEqual(types(newest()), ['list', 'command'])
    clock.pass(1_000)
    assert.deepEqual(types(newest()), ['list', 'command', 'ping'])
    clock.pass(5_000)
    assert.ok(sockets[0]?.closed)
    assert.equal(heard.at(-1), 'down')
  })

  test('L3 while a server answers pings it may take its time for an act', () => {
    const { connection, clock, newest } = connect()
    newest().accept()
    newest().tell(welcome)
    connection.send(act)
    for (let second = 0; second < 120; second++) {
      clock.pass(1_000)
      if (types(newest()).at(-1) === 'ping') newest().tell({ type: 'pong', seq: 4, mark: 74, now: 1 })
    }
    assert.ok(!newest().closed)
    newest().tell(done)
    const before = newest().sent.length
    clock.pass(19_000)
    assert.ok(newest().sent.length <= before + 1)
  })

  test('L3 an act that is answered asks for nothing', () => {
    const { connection, clock, newest } = connect()
    newest().accept()
    newest().tell(welcome)
    connection.send(act)
    clock.pass(4_000)
    newest().tell(done)
    clock.pass(10_000)
    assert.deepEqual(types(newest()), ['list', 'command'])
  })

  test('E12 patience counts from what came last: a snapshot may take long, but not stop', () => {
    const { clock, sockets, newest, state } = connect()
    state.point = undefined
    newest().accept()
    newest().tell({ ...welcome, resumed: false })
    newest().tell({ type: 'coming', parts: 20, door: 1 })
    for (let part = 0; part < 20; part++) {
      clock.pass(9_000)
      newest().tell({ type: 'snapshot', seq: 0, mark: 7, last: false, changes: [] })
    }
    assert.ok(!newest().closed)
    clock.pass(10_000)
    assert.ok(sockets[0]?.closed, 'nothing came any more')
  })

  test('E12 when a snapshot is whole nothing more is due', () => {
    const { clock, newest } = connect()
    newest().accept()
    newest().tell({ ...welcome, resumed: false }, { type: 'coming', parts: 0, door: 0 })
    newest().tell({ type: 'snapshot', seq: 4, mark: 7, last: true, changes: [] })
    clock.pass(19_000)
    assert.ok(!newest().closed)
  })

  test('a pong of another position means that something was lost', () => {
    const { clock, sockets, newest, state } = connect()
    newest().accept()
    newest().tell(welcome)
    newest().tell({ type: 'pong', seq: 4, mark: 74, now: 1 })
    assert.ok(!newest().closed)
    newest().tell({ type: 'pong', seq: 5, mark: 75, now: 1 })
    assert.ok(sockets[0]?.closed)
    state.point = undefined
    clock.pass(2000)
    newest().accept()
    newest().tell({ type: 'pong', seq: 9, mark: 79, now: 1 })
    assert.ok(!newest().closed, 'while a snapshot comes there is no position to compare')
  })

  test('a pong of another history means that something was lost', () => {
    const { sockets, newest } = connect()
    newest().accept()
    newest().tell(welcome)
    newest().tell({ type: 'pong', seq: 4, mark: 75, now: 1 })
    assert.ok(sockets[0]?.closed)
  })

  test('a hole or a broken message starts over, slower when it happens again', () => {
    const { clock, sockets, newest, state } = connect(() => 1)
    newest().accept()
    newest().tellBytes(Uint8Array.of(0x91, 0xc1))
    assert.ok(sockets[0]?.closed)
    clock.pass(1000)
    assert.equal(sockets.length, 2)
    newest().accept()
    state.hole = true
    newest().tell(welcome)
    clock.pass(1000)
    assert.equal(sockets.length, 2)
    clock.pass(1000)
    assert.equal(sockets.length, 3)
  })

  test('text frames are no messages', () => {
    const { sockets, newest } = connect()
    newest().accept()
    newest().onmessage?.({ data: 'hello' })
    assert.ok(sockets[0]?.closed)
  })

  test('E10: three frames in a row that make no sense end as another version would, and there it stays', () => {
    const { clock, sockets, newest, heard } = connect()
    for (let time = 0; time < 3; time++) {
      newest().accept()
      newest().tell(welcome)
      newest().tellBytes(Uint8Array.of(0x92, 200, 1))
      clock.pass(5_000)
    }
    assert.equal(heard.filter((one) => one === 'down').length, 2)
    assert.equal(heard.at(-1), 'ended wrong_version')
    clock.pass(600_000)
    assert.equal(sockets.length, 3)
  })

  test('a pong that finds all in order ends the row of broken frames', () => {
    const { clock, newest, heard } = connect()
    for (let time = 0; time < 8; time++) {
      newest().accept()
      newest().tell(welcome)
      if (time % 2) newest().tell({ type: 'pong', seq: 4, mark: 74, now: 1 })
      newest().tellBytes(Uint8Array.of(0x92, 200, 1))
      clock.pass(60_000)
    }
    assert.ok(!heard.includes('ended wrong_version'))
  })

  test('what a dropped socket still says is not heard', () => {
    const { sockets, newest, heard, connection } = connect()
    const first = newest()
    first.accept()
    connection.start()
    assert.equal(first.onmessage, null)
    first.tell(welcome)
    first.end(closes.revoked.number)
    assert.deepEqual(heard, [])
    assert.equal(sockets.length, 2)
  })

  test('waking tries at once when waiting, and asks for a sign when open', () => {
    const { connection, clock, sockets, newest } = connect(() => 1)
    newest().end(1006)
    connection.wake()
    assert.equal(sockets.length, 2)
    newest().accept()
    newest().tell(welcome)
    connection.wake()
    assert.deepEqual(types(newest()), ['list', 'ping'])
    clock.pass(5_000)
    assert.ok(sockets[1]?.closed)
  })

  test('H11: woken before welcome it says nothing and goes on waiting', () => {
    const { connection, clock, sockets, newest } = connect()
    newest().accept()
    connection.wake()
    assert.deepEqual(types(newest()), ['list'])
    clock.pass(10_000)
    assert.ok(sockets[0]?.closed)
  })

  test('stopped it stays stopped, paused it wakes', () => {
    const { connection, clock, sockets, newest } = connect()
    newest().accept()
    connection.pause()
    clock.pass(60_000)
    assert.equal(sockets.length, 1)
    connection.wake()
    assert.equal(sockets.length, 2)
    connection.stop()
    connection.wake()
    clock.pass(60_000)
    assert.equal(sockets.length, 2)
  })
})
