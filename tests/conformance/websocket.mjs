// RFC 6455, once the handshake is done. Categories are those of the Autobahn suite: 1 framing, 2 pings,
// 3 reserved bits, 4 opcodes, 5 fragments, 6 UTF-8, 7 closing, 9 sizes; and what the RFC asks besides.
import { Peer, OPCODE, binary, closing, frame, more, order, ping, text } from './peer.mjs'
import { pinnedDeviations, runCases } from './harness.mjs'

const cases = []
const add = (id, name, run) => cases.push({ id, name, run })

/** These frames bring back these bytes, and the connection still closes as it should. */
function echoes(id, name, frames, expected, { chop } = {}) {
  add(id, name, async (port) => {
    const wanted = Buffer.from(expected)
    const peer = await Peer.open(port)
    const bytes = Buffer.concat(frames)
    if (chop) await peer.sendChopped(bytes, chop)
    else peer.send(bytes)
    await peer.until(() => peer.messages.length > 0 && peer.received.length >= wanted.length)
    if (!peer.received.equals(wanted)) return `other bytes came back: ${peer.describe()}`
    peer.send(closing(1000))
    await peer.over()
    return peer.code === 1000 || `closed with ${peer.code}: ${peer.describe()}`
  })
}

/** After these frames the server fails the connection and delivers nothing. A protocol error it cannot even read may
 *  end without a close frame. */
function fails(id, name, frames, codes = [1002, 0], { chop } = {}) {
  add(id, name, async (port) => {
    const peer = await Peer.open(port)
    const bytes = Buffer.concat(frames)
    if (chop) await peer.sendChopped(bytes, chop)
    else peer.send(bytes)
    await peer.until(() => peer.messages.length > 0)
    if (peer.messages.length > 0) {
      peer.hangUp()
      return `was delivered: ${peer.describe()}`
    }
    if (peer.code && peer.frames.at(-1).opcode !== OPCODE.close) return `spoke after its close: ${peer.describe()}`
    return codes.includes(peer.code) || `closed with ${peer.code}: ${peer.describe()}`
  })
}

/** This ping is answered with its own payload. */
function pongs(id, name, frames, payload, options = {}) {
  add(id, name, async (port) => {
    const peer = await Peer.open(port)
    const bytes = Buffer.concat(frames)
    if (options.chop) await peer.sendChopped(bytes, options.chop)
    else peer.send(bytes)
    await peer.until(() => peer.pongs.length > 0)
    peer.send(closing())
    await peer.over()
    return (peer.pongs[0] === payload && peer.code === 1000) || peer.describe()
  })
}

/** The client closes with this frame and the server answers with one of these codes. */
function closes(id, name, frames, codes) {
  add(id, name, async (port) => {
    const peer = await Peer.open(port)
    peer.send(...frames)
    await peer.over()
    return codes.includes(peer.code) || `closed with ${peer.code}: ${peer.describe()}`
  })
}

// --- 1: framing, 9: sizes ---
const SIZES = [0, 1, 16, 64, 124, 125, 126, 127, 128, 256, 511, 512, 513, 1000, 1024, 4095, 4096, 4097, 8000, 16383, 16384, 16385, 32768, 65535, 65536, 65537, 131072]
for (const size of SIZES) {
  echoes('1.1', `text of ${size} bytes`, [text('*'.repeat(size))], '*'.repeat(size))
  echoes('1.2', `binary of ${size} bytes`, [binary(Buffer.alloc(size, 0xfe))], Buffer.alloc(size, 0xfe))
}
for (const chop of [1, 2, 3, 7, 13, 97])
  echoes('1.3', `binary of 300 bytes in segments of ${chop}`, [binary(Buffer.alloc(300, 7))], Buffer.alloc(300, 7), { chop })
for (const chop of [511, 997, 4096])
  echoes('1.4', `text of 65536 bytes in segments of ${chop}`, [text('*'.repeat(65536))], '*'.repeat(65536), { chop })
echoes('1.5', 'a thousand messages in one segment', Array.from({ length: 1000 }, (_, i) => binary(`${i};`)), Array.from({ length: 1000 }, (_, i) => `${i};`).join(''))
for (const size of [262144, 262145, 524288, 1048576])
  echoes('9.1', `binary of ${size} bytes`, [binary(Buffer.alloc(size, 1))], Buffer.alloc(size, 1))
for (const size of [64, 256, 1024, 4096, 16384, 65536])
  echoes('9.3', `binary of 262144 bytes in fragments of ${size}`, fragments(Buffer.alloc(262144, 3), size), Buffer.alloc(262144, 3))
for (const chop of [1024, 2048, 16384])
  echoes('9.5', `binary of 262144 bytes in segments of ${chop}`, [binary(Buffer.alloc(262144, 3))], Buffer.alloc(262144, 3), { chop })

function fragments(bytes, size, opcode = OPCODE.binary) {
  const parts = []
  for (let at = 0; at < bytes.length; at += size)
    parts.push(frame(at ? OPCODE.continuation : opcode, bytes.subarray(at, at + size), { final: at + size >= bytes.length }))
  return parts
}

// --- 2: pings and pongs ---
pongs('2.1', 'an empty ping', [ping()], '')
pongs('2.2', 'a ping with text', [ping('hello')], 'hello')
pongs('2.3', 'a ping with bytes that are no text', [ping(Buffer.from([0, 255, 254, 253, 0]))], '\x00\xff\xfe\xfd\x00')
pongs('2.4', 'a ping of 125 bytes', [ping('p'.repeat(125))], 'p'.repeat(125))
fails('2.5', 'a ping of 126 bytes', [ping('p'.repeat(126))])
pongs('2.6', 'a ping of 125 bytes, byte by byte', [ping('p'.repeat(125))], 'p'.repeat(125), { chop: 1 })
pongs('2.7', 'an unasked pong, then a ping', [frame(OPCODE.pong, 'x'), ping('y')], 'y')
pongs('2.8', 'an empty unasked pong, then a ping', [frame(OPCODE.pong), ping('y')], 'y')
fails('2.9', 'a pong of 126 bytes', [frame(OPCODE.pong, 'p'.repeat(126))])
add('2.10', 'ten pings in one segment, ten pongs', async (port) => {
  const peer = await Peer.open(port)
  peer.send(Buffer.concat([...Array.from({ length: 10 }, (_, i) => ping(`${i}`)), binary('read')]))
  await peer.until(() => peer.messages.length > 0 && peer.pongs.length > 0)
  peer.send(closing())
  await peer.over()
  return peer.pongs.length === 10 || `${peer.pongs.length < 10 ? 'fewer' : 'more'} than ten pongs`
})
add('2.11', 'ten pings, each after the pong before it', async (port) => {
  const peer = await Peer.open(port)
  for (let i = 0; i < 10; i++) {
    peer.send(ping(`${i}`))
    await peer.until(() => peer.pongs.length > i)
  }
  peer.send(closing())
  await peer.over()
  return peer.pongs.join('') === '0123456789' || peer.describe()
})

// --- 3: reserved bits, 4: opcodes ---
for (let reserved = 1; reserved < 8; reserved++) {
  fails('3.1', `reserved bits ${reserved} on text`, [text('x', { reserved })])
  fails('3.2', `reserved bits ${reserved} on binary`, [binary('x', { reserved })])
  fails('3.3', `reserved bits ${reserved} on a ping`, [ping('x', { reserved })])
  fails('3.4', `reserved bits ${reserved} on a continuation`, [binary('x', { final: false }), more('y', { reserved })])
}
for (const opcode of [3, 4, 5, 6, 7, 11, 12, 13, 14, 15]) {
  const category = opcode < 8 ? '4.1' : '4.2'
  fails(category, `opcode ${opcode}, empty`, [frame(opcode)])
  fails(category, `opcode ${opcode}, with a payload`, [frame(opcode, 'x')])
  fails(category, `opcode ${opcode} inside a message`, [binary('x', { final: false }), frame(opcode, 'x')])
}

// --- 5: fragments ---
fails('5.1', 'a ping in two fragments', [ping('a', { final: false }), more('b')])
fails('5.2', 'a pong in two fragments', [frame(OPCODE.pong, 'a', { final: false }), more('b')])
echoes('5.3', 'text in two fragments', [text('ab', { final: false }), more('cd')], 'abcd')
echoes('5.4', 'text in two fragments, byte by byte', [text('ab', { final: false }), more('cd')], 'abcd', { chop: 1 })
echoes('5.5', 'binary in three fragments, the middle one empty', [binary('ab', { final: false }), more('', { final: false }), more('cd')], 'abcd')
echoes('5.5', 'a message whose fragments are all empty', [binary('', { final: false }), more('', { final: false }), more('')], '')
add('5.6', 'a ping between two fragments', async (port) => {
  const peer = await Peer.open(port)
  peer.send(binary('ab', { final: false }), ping('between'))
  await peer.until(() => peer.pongs.length > 0)
  peer.send(more('cd'))
  await peer.until(() => peer.messages.length > 0)
  peer.send(closing())
  await peer.over()
  return (peer.pongs[0] === 'between' && peer.received.toString() === 'abcd') || peer.describe()
})
fails('5.9', 'a continuation of nothing', [more('x')])
fails('5.10', 'a continuation of nothing, then text', [more('x'), text('y')])
fails('5.12', 'a continuation of nothing that is not the last', [more('x', { final: false }), text('y')])
add('5.15', 'a continuation after the last', async (port) => {
  const peer = await Peer.open(port)
  peer.send(binary('ab', { final: false }), more('cd'))
  await peer.until(() => peer.messages.length > 0)
  peer.send(more('ef'))
  await peer.over()
  return (peer.received.toString() === 'abcd' && peer.code === 1002) || peer.describe()
})
fails('5.18', 'text inside text', [text('a', { final: false }), text('b')])
fails('5.18', 'binary inside text', [text('a', { final: false }), binary('b')])
echoes('5.19', 'a thousand fragments of one byte', fragments(Buffer.alloc(1000, 97), 1, OPCODE.text), 'a'.repeat(1000))
echoes('5.20', 'fifty messages in two fragments each', Array.from({ length: 50 }, (_, i) => [binary(`${i}`, { final: false }), more(';')]).flat(), Array.from({ length: 50 }, (_, i) => `${i};`).join(''))

// --- 6: UTF-8 ---
const VALID = ['', 'κόσμε', '€', '𐍈', '\u0000', '\u007f', '\u0080', '\u07ff', '\u0800', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}', 'Ça marche – été à Rennes']
for (const [index, valid] of VALID.entries()) {
  const bytes = Buffer.from(valid)
  echoes('6.2', `valid text ${index}`, [text(valid)], valid)
  if (bytes.length > 1) {
    echoes('6.2', `valid text ${index}, every byte a fragment`, fragments(bytes, 1, OPCODE.text), valid)
    echoes('6.2', `valid text ${index}, byte by byte`, [text(valid)], valid, { chop: 1 })
  }
}
const INVALID = ['80', 'bf', 'c080', 'c1bf', 'ce', 'cebaff', 'e0', 'e080', 'e08080', 'e09fbf', 'eda080', 'edafbf', 'edb080', 'edbfbf', 'eda080edb080', 'f0808080', 'f08fbfbf', 'f4908080', 'f5808080', 'f8888080', 'f888808080', 'fc8480808080', 'fe', 'ff', '61ff62', 'c3c3', 'e2e282ac', 'ceba8061', '6162e282']
for (const bytes of INVALID) {
  fails('6.3', `invalid text ${bytes}`, [text(Buffer.from(bytes, 'hex'))], [1007])
  fails('6.3', `invalid text ${bytes} in fragments`, fragments(Buffer.from(`61${bytes}`, 'hex'), 1, OPCODE.text), [1007])
  echoes('6.3', `invalid text ${bytes} as binary`, [binary(Buffer.from(`00${bytes}`, 'hex'))], Buffer.from(`00${bytes}`, 'hex'))
}
fails('6.4', 'fails at the invalid fragment, not at the end', [text('ok', { final: false }), more(Buffer.from('f4908080', 'hex'), { final: false })], [1007])

// --- 7: closing ---
closes('7.1.1', 'a message, then a close', [closing(1000)], [1000])
closes('7.1.2', 'two closes', [closing(1000), closing(1000)], [1000])
add('7.1.3', 'a ping after the close stays unanswered', async (port) => {
  const peer = await Peer.open(port)
  peer.send(Buffer.concat([closing(1000), ping('late')]))
  await peer.over()
  return (peer.pongs.length === 0 && peer.code === 1000) || peer.describe()
})
add('7.1.4', 'a message after the close is not delivered', async (port) => {
  const peer = await Peer.open(port)
  peer.send(Buffer.concat([closing(1000), binary('late')]))
  await peer.over()
  return (peer.messages.length === 0 && peer.code === 1000) || peer.describe()
})
closes('7.1.5', 'a close inside a message', [binary('a', { final: false }), closing(1000), more('b')], [1000])
closes('7.1.6', 'a close after 256 KiB', [binary(Buffer.alloc(262144)), closing(1000)], [1000, 0])
closes('7.3.1', 'a close without a code', [frame(OPCODE.close)], [1005, 1000])
closes('7.3.2', 'a close of one byte', [frame(OPCODE.close, 'x')], [1002, 0])
closes('7.3.3', 'a close with a code', [closing(1000)], [1000])
closes('7.3.4', 'a close with a reason', [closing(1000, 'au revoir')], [1000])
closes('7.3.5', 'a close with a reason of 123 bytes', [closing(1000, 'r'.repeat(123))], [1000])
closes('7.3.6', 'a close with a reason of 124 bytes', [closing(1000, 'r'.repeat(124))], [1002, 0])
closes('7.5.1', 'a close with a reason that is no UTF-8', [frame(OPCODE.close, Buffer.from([3, 232, 0xc0, 0x80]))], [1007, 1002, 0])
for (const code of [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999])
  closes('7.7', `a close with the valid code ${code}`, [closing(code)], [code, 1000])
for (const code of [0, 999, 1004, 1005, 1006, 1012, 1013, 1014, 1015, 1016, 1100, 2000, 2999, 5000, 65535])
  closes('7.9', `a close with the invalid code ${code}`, [closing(code)], [1002, 0])
fails('7.13', 'a close in two fragments', [frame(OPCODE.close, Buffer.from([3, 232]), { final: false })])
add('7.14', 'nothing is said after the close of an invalid text', async (port) => {
  const peer = await Peer.open(port)
  peer.send(Buffer.concat([order('flood 100 100'), text(Buffer.from('ff', 'hex'))]))
  await peer.over()
  return (peer.code === 1007 && peer.frames.at(-1).opcode === OPCODE.close) || peer.describe()
})

// --- What the RFC asks of frames besides ---
fails('5.1', 'a frame without a mask', [text('x', { masked: false })])
fails('5.2', 'a length with its highest bit set', [Buffer.from([0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 5])])
fails('5.2', 'a length of 5 written in 16 bits', [text('hello', { width: 2 })])
fails('5.2', 'a length of 5 written in 64 bits', [text('hello', { width: 8 })])
fails('5.2', 'a length of 300 written in 64 bits', [text('x'.repeat(300), { width: 8 })])
add('5.1', 'the server does not mask', async (port) => {
  const peer = await Peer.open(port)
  peer.send(binary('x'))
  await peer.until(() => peer.messages.length > 0)
  peer.send(closing())
  await peer.over()
  return peer.frames.every(({ masked }) => !masked) || peer.describe()
})

await runCases('websocket', cases, { pinned: pinnedDeviations() })
