// What one client can ask of the server and of everyone else: sizes, floods, silence, not reading.
import { once } from 'node:events'
import http from 'node:http'
import { text } from 'node:stream/consumers'
import { Peer, OPCODE, binary, closing, frame, more, order, ping, upgradeRequest } from './peer.mjs'
import { runCases, startServer } from './harness.mjs'

const LARGEST = 1 << 20 // FAKE_LIMIT_BYTES
const cases = []
const add = (id, name, run) => cases.push({ id, name, run })

/** Over a connection of its own: the server may close one that is kept while it is taken up again. */
async function rssOf({ metrics: port }) {
  const [response] = await once(http.get({ host: '127.0.0.1', port, path: '/metrics', agent: false }), 'response')
  return Number(/^process_resident_memory_bytes (\d+)$/m.exec(await text(response))[1])
}

/** What the memory of a server grows by, in bytes, while a peer of its does this; a server of its own, since the
 * others are busy with other cases. */
async function growth(act) {
  const server = await startServer()
  const peer = await Peer.open(server.port)
  const before = await rssOf(server)
  await act(peer, server.port)
  const grown = (await rssOf(server)) - before
  peer.hangUp()
  const code = await server.stop()
  if (code !== 0) throw new Error(`the server ended with ${code}: ${server.lines.at(-1)}`)
  return grown
}

/** How many of so many messages of somebody else come back, one after the other. */
async function roundTrips(port, count) {
  const peer = await Peer.open(port)
  for (let i = 0; i < count && !peer.ended; i++) {
    peer.send(binary(`${i}`))
    await peer.until(() => peer.messages.length > i)
  }
  peer.hangUp()
  return peer.messages.length
}

// --- Sizes ---
add('limit', 'the largest message comes back', async (port) => {
  const peer = await Peer.open(port)
  peer.send(binary(Buffer.alloc(LARGEST, 1)))
  await peer.until(() => peer.messages.length > 0)
  peer.send(closing())
  await peer.over()
  return peer.received.length === LARGEST || peer.describe()
})
const TOO_BIG = {
  'one byte more': [binary(Buffer.alloc(LARGEST + 1, 1))],
  'one byte more, in two fragments': [binary(Buffer.alloc(LARGEST, 1), { final: false }), more('x')],
  'one byte more, the last fragment being long': [binary('x', { final: false }), more(Buffer.alloc(LARGEST, 1))],
  'many fragments without end': Array.from({ length: 1100 }, (_, i) => frame(i ? OPCODE.continuation : OPCODE.binary, Buffer.alloc(1000), { final: false })),
  'a claim of 2^62 bytes': [binary('abc', { length: 2n ** 62n })],
  'a claim of 2^63 - 1 bytes': [binary('abc', { length: 2n ** 63n - 1n })],
  'a claim of 2^63 - 1 bytes in a second fragment': [binary('abc', { final: false }), more('abc', { length: 2n ** 63n - 1n })],
  'text': [frame(OPCODE.text, Buffer.alloc(LARGEST + 1, 97))],
}
for (const [name, frames] of Object.entries(TOO_BIG))
  add('limit', `too big: ${name}`, async (port) => {
    const peer = await Peer.open(port)
    peer.send(...frames)
    await peer.over()
    return (peer.code === 1009 && peer.messages.length === 0) || peer.describe()
  })
for (const [name, bytes] of [['2^63', '82ff8000000000000000'], ['2^64 - 1', '82ffffffffffffffffff'], ['2^63 in a second fragment', '02816162636461', '80ff8000000000000000']].map(([name, ...hex]) => [name, hex.join('')]))
  add('limit', `a claim of ${name} bytes is no message`, async (port) => {
    const peer = await Peer.open(port)
    peer.send(Buffer.from(`${bytes}${'00'.repeat(100)}`, 'hex'))
    await peer.over()
    return ([0, 1002].includes(peer.code) && peer.messages.length === 0) || peer.describe()
  })
add('limit', 'empty fragments without end cost nobody anything', async (port) => {
  const endless = await Peer.open(port)
  endless.send(binary('', { final: false }))
  for (let i = 0; i < 100; i++) endless.send(Buffer.concat(Array.from({ length: 1000 }, () => more('', { final: false }))))
  const answers = await roundTrips(port, 20)
  endless.hangUp()
  return answers === 20 || `${answers} answers`
})
add('limit', 'what follows a message that is too big is read and thrown away', async (port) => {
  const peer = await Peer.open(port)
  peer.send(binary(Buffer.alloc(LARGEST + 1)), binary('more'), binary(Buffer.alloc(LARGEST)))
  await peer.over()
  return (peer.code === 1009 && peer.messages.length === 0) || peer.describe()
})

// --- Closing by the server ---
for (const code of [1009, 1012, 4000, 4001, 4005, 4012])
  add('close', `with ${code}`, async (port) => {
    const peer = await Peer.open(port)
    peer.send(order(`close ${code}`))
    await peer.over()
    return peer.code === code || peer.describe()
  })
add('close', 'what is in the outbox goes first', async (port) => {
  const peer = await Peer.open(port)
  peer.send(Buffer.concat([order('flood 100 10000'), order('close 4006'), binary('late')]))
  await peer.over()
  return (peer.code === 4006 && peer.received.length === 1_000_000) || peer.describe()
})
add('close', 'during a pause of the reading', async (port) => {
  const peer = await Peer.open(port)
  peer.send(order('pause 100000 4005'))
  await peer.over()
  return peer.code === 4005 || peer.describe()
})
add('close', 'the client hangs up in a pause of the reading', async (port) => {
  const peer = await Peer.open(port)
  peer.send(Buffer.concat([order('pause 50'), binary('x')]))
  await peer.until(() => peer.messages.length > 0)
  peer.hangUp()
  return true
})

// --- Joining and sharing ---
add('frames', 'all frames of a turn come as one message', async (port) => {
  const peer = await Peer.open(port)
  peer.send(order('flood 50 100'))
  await peer.until(() => peer.received.length >= 5000)
  peer.hangUp()
  return peer.messages.length === 1 || `${peer.messages.length} messages`
})
add('E12', 'no joined message is larger than 16 KiB, a single frame may be', async (port) => {
  const peer = await Peer.open(port)
  peer.send(order('flood 1000 1000'))
  await peer.until(() => peer.received.length >= 1_000_000)
  peer.send(order('flood 2 600000'))
  await peer.until(() => peer.received.length >= 2_200_000)
  peer.hangUp()
  const sizes = peer.messages.map(({ length }) => length)
  return (sizes.every((size) => size <= 16384 || size === 600000) && Math.max(...sizes.slice(0, -2)) > 8000 && sizes.filter((size) => size === 600000).length === 2) || sizes.join(' ')
})
add('P9', 'what ends a message is followed by another one', async (port) => {
  const peer = await Peer.open(port)
  peer.send(order('doors 3 100'))
  await peer.until(() => peer.received.length >= 600)
  peer.hangUp()
  const sizes = peer.messages.map(({ length }) => length)
  return sizes.join(' ') === '100 200 200 100' || sizes.join(' ')
})
add('frames', 'an empty frame is a message', async (port) => {
  const peer = await Peer.open(port)
  peer.send(binary(''))
  await peer.until(() => peer.messages.length > 0)
  peer.hangUp()
  return peer.messages.length === 1 && peer.received.length === 0
})
add('pause', 'what was sent in a pause is served after it', async (port) => {
  const peer = await Peer.open(port)
  peer.send(order('pause 100'))
  for (let i = 0; i < 150; i++) peer.send(binary(`${i};`))
  const wanted = Array.from({ length: 150 }, (_, i) => `${i};`).join('')
  await peer.until(() => peer.received.length >= wanted.length)
  peer.hangUp()
  return peer.received.toString() === wanted || peer.describe()
})

// --- Slow ones ---
add('slow', 'a client that reads late gets every byte in order', async (port) => {
  const peer = await Peer.open(port)
  peer.socket.pause()
  peer.send(...Array.from({ length: 200 }, (_, i) => binary(Buffer.alloc(50_000, i))))
  await new Promise((resolve) => { if (peer.socket.writableLength === 0) resolve(); else { peer.socket.once('drain', resolve); peer.socket.resume() } })
  peer.socket.resume()
  await peer.until(() => peer.received.length >= 10_000_000)
  peer.hangUp()
  const wanted = Buffer.concat(Array.from({ length: 200 }, (_, i) => Buffer.alloc(50_000, i)))
  return peer.received.equals(wanted) || peer.describe()
})
add('slow', 'a client that never reads does not hold up another', async (port) => {
  const deaf = await Peer.open(port)
  deaf.socket.pause()
  deaf.send(order('flood 2000 10000'))
  const answers = await roundTrips(port, 50)
  deaf.hangUp()
  return answers === 50 || `${answers} answers`
})
add('slow', 'a client that pings and pings and never reads does not hold up another, nor fill the memory', async () => {
  let answers = 0
  const grown = await growth(async (deaf, port) => {
    deaf.socket.pause()
    for (let i = 0; i < 200; i++) deaf.send(Buffer.concat(Array.from({ length: 1000 }, () => ping('x'.repeat(100)))))
    answers = await roundTrips(port, 50)
  })
  return (answers === 50 && grown < 100_000_000) || `${answers} answers, grew by ${grown} bytes`
})
add('close', 'a client that answers a close with anything but a close is let go', async (port) => {
  const peer = await Peer.open(port)
  peer.answersClose = false
  const drip = setInterval(() => peer.send(ping('still'), binary('here')), 100)
  peer.send(order('close 4003'))
  await peer.over()
  clearInterval(drip)
  return (peer.code === 4003 && peer.messages.length === 0) || peer.describe()
})
add('slow', 'a client that never reads is let go when it is to be closed', async (port) => {
  const deaf = await Peer.open(port)
  deaf.socket.pause()
  deaf.send(order('flood 2000 10000'), order('close 4007'))
  const drip = setInterval(() => deaf.send(ping()), 100) // only a write can tell that the server has gone
  await deaf.over()
  clearInterval(drip)
  return true
})
add('slow', 'a client that reads drop by drop does not put off its closing', async (port) => {
  const slow = await Peer.open(port)
  slow.socket.on('data', () => {
    slow.socket.pause()
    setTimeout(() => slow.socket.resume(), 100)
  })
  slow.send(order('flood 4000 10000'), order('close 4007'))
  const drip = setInterval(() => slow.send(ping()), 100)
  await slow.over()
  clearInterval(drip)
  return (slow.code === 0 && slow.received.length < 40_000_000) || slow.describe()
})
add('slow', 'two thousand messages cost no memory that stays', async () => {
  const grown = await growth(async (peer) => {
    for (let i = 0; i < 2000; i++) peer.send(binary(Buffer.alloc(60_000, i)))
    await peer.until(() => peer.frames.reduce((sum, { payload }) => sum + payload.length, 0) >= 120_000_000)
  })
  return grown < 400_000_000 || `grew by ${grown} bytes`
})

// --- Silent ones: these wait for the server's own deadlines, all at once ---
const SILENT = {
  'says nothing': '',
  'stops inside the request line': 'GE',
  'stops inside a header': 'GET / HTTP/1.1\r\nHo',
  'stops before the empty line': 'GET / HTTP/1.1\r\nHost: x\r\n',
  'stops inside an upgrade': upgradeRequest(1).slice(0, -2),
  'keeps a finished connection open': 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n',
  'asks to become a tunnel': 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
}
for (const [name, bytes] of Object.entries(SILENT))
  add('silent', `a client that ${name} is let go`, async (port) => {
    const peer = await Peer.connect(port)
    if (bytes) peer.send(bytes)
    await peer.over()
    return true
  })
add('silent', 'a client that sends a header byte by byte is let go', async (port) => {
  const peer = await Peer.connect(port)
  peer.send('GET / HTTP/1.1\r\nX: ')
  const drip = setInterval(() => peer.send('a'), 500)
  await peer.over()
  clearInterval(drip)
  return true
})
add('silent', 'an open WebSocket may be silent: its deadline is not the transport\'s', async (port) => {
  const peer = await Peer.open(port)
  const other = await Peer.connect(port) // let go after the transport's deadline
  await other.over()
  peer.send(binary('still here'))
  await peer.until(() => peer.messages.length > 0)
  peer.hangUp()
  return peer.received.toString() === 'still here' || peer.describe()
})

// --- One frame for many: on a server of their own, since everyone there gets it ---
add('shared', 'a frame reaches everyone unharmed', async () => {
  const server = await startServer()
  const peers = await Promise.all(Array.from({ length: 40 }, () => Peer.open(server.port)))
  for (const size of [1, 125, 126, 65535, 65536]) {
    peers[0].send(order(`all 1 ${size}`))
    await Promise.all(peers.map((peer) => peer.until(() => peer.messages.at(-1)?.length === size)))
  }
  peers.forEach((peer) => peer.hangUp())
  const whole = peers.every((peer) => peer.messages.length === 5 && peer.received.every((byte) => byte === 102))
  return (await server.stop() === 0 && whole) || peers.map((peer) => peer.describe()).join('\n')
})
add('shared', 'nothing is said to one that the library has closed', async () => {
  const server = await startServer()
  const [quick, closed] = [await Peer.open(server.port), await Peer.open(server.port)]
  closed.answersClose = false
  closed.send(frame(OPCODE.text, Buffer.from([0xff])))
  await closed.until(() => closed.code)
  quick.send(order('all 1 10'))
  await quick.until(() => quick.messages.length > 0)
  closed.send(closing())
  await closed.over()
  quick.hangUp()
  return (await server.stop() === 0 && closed.code === 1007 && closed.messages.length === 0) || closed.describe()
})

await runCases('limits', cases, { server: await startServer() })
