// The control socket, by bare bytes and by the command line's own client.
import net from 'node:net'
import { execFile } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../support/passing.mjs'
import { runCases, startServer } from './harness.mjs'

const directory = temporaryFolder('control')
const path = join(directory, 'control')
const ORDER = '\xc1'
const cases = []
const add = (name, run) => cases.push({ id: 'control', name, run })

const framed = (payload) => {
  const bytes = Buffer.from(payload, 'latin1')
  const head = Buffer.alloc(4)
  head.writeUInt32BE(bytes.length)
  return Buffer.concat([head, bytes])
}

/** Sends bytes and returns what came before the end, as frames and the close code. */
function converse(pieces, enough = () => false, at = path) {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0)
    const frames = []
    let code = 0
    const socket = net.connect(at, () => pieces.forEach((piece) => socket.write(piece)))
    socket.on('data', (more) => {
      bytes = Buffer.concat([bytes, more])
      while (bytes.length >= 4) {
        const length = bytes.readUInt32BE(0)
        if (length === 0 && bytes.length >= 6) code = bytes.readUInt16BE(4)
        if (length === 0 || bytes.length < 4 + length) break
        frames.push(bytes.subarray(4, 4 + length))
        bytes = bytes.subarray(4 + length)
      }
      if (enough(frames)) socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve({ frames, code }))
  })
}

/** The command line's client, sending these messages; resolves with its lines. */
const call = (...parts) => new Promise((resolve) => execFile(process.argv[3], parts, (_, out) => resolve(out.trimEnd().split('\n'))))

add('only its owner may open it', () => (statSync(path).mode & 0o777) === 0o600 || (statSync(path).mode & 0o777).toString(8))
add('a message comes back', async () => (await converse([framed('hello')], (frames) => frames.length === 1)).frames[0].toString() === 'hello')
add('a message byte by byte', async () => (await converse([...framed('hello')].map((byte) => Buffer.from([byte])), (frames) => frames.length === 1)).frames[0].toString() === 'hello')
add('a thousand messages at once, in order', async () => {
  const words = Array.from({ length: 1000 }, (_, i) => `m${i}`)
  const { frames } = await converse([Buffer.concat(words.map(framed))], (all) => all.length === 1000)
  return frames.join() === words.join()
})
add('a megabyte', async () => (await converse([framed('x'.repeat(1 << 20))], (frames) => frames.length === 1)).frames[0].length === 1 << 20)
add('more than the largest message is closed as too big', async () => (await converse([framed('x'.repeat((1 << 20) + 1))])).code === 1009)
add('a claim of 4 GiB is closed as too big', async () => (await converse([Buffer.from([255, 255, 255, 255])])).code === 1009)
add('a length of nothing is a bad message', async () => (await converse([Buffer.alloc(4)])).code === 4000)
add('what is in the outbox goes before the close code', async () => {
  const { frames, code } = await converse([Buffer.concat([framed(`${ORDER}flood 300 10000`), framed(`${ORDER}close 4003`)])])
  return (frames.length === 300 && code === 4003) || `${frames.length} frames, ${code}`
})
add('what comes in a pause is served after it', async () => (await converse([framed(`${ORDER}pause 50`), framed('late')], (frames) => frames.length === 1)).frames[0].toString() === 'late')
add('a caller that hangs up in the middle of a message', () => new Promise((resolve) => {
  const socket = net.connect(path, () => socket.write(framed('hello').subarray(0, 6), () => socket.destroy()))
  socket.on('close', () => resolve(true))
}))
add('the client talks to it', async () => {
  const lines = await call(path, 'one', 'two')
  return lines.join() === '3 one,3 two,frame 0' || lines.join()
})
add('the client is told why it was closed', async () => {
  const lines = await call(path, 'one', '!close 4003', 'two')
  return lines.join() === '3 one,closed 4003' || lines.join()
})
add('the client says that nobody answers', async () => {
  const [line] = await call(join(directory, 'nobody'))
  return line.startsWith(`no server answers at ${join(directory, 'nobody')}`) || line
})
add('a socket that somebody answers is not taken from them', async () => {
  const other = await startServer('--control', path)
  return (await other.exited === 1 && other.lines.at(-1).includes(path)) || other.lines.join('\n')
})
add('a stale socket is replaced', async () => {
  const stale = join(directory, 'stale')
  const first = await startServer('--control', stale)
  first.child.kill('SIGKILL')
  await first.exited
  statSync(stale)
  const second = await startServer('--control', stale)
  const { frames } = await converse([framed('again')], (all) => all.length === 1, stale)
  return (await second.stop() === 0 && frames[0].toString() === 'again') || second.lines.join('\n')
})
add('a file that is no socket is left alone', async () => {
  const file = join(directory, 'file')
  writeFileSync(file, 'mine')
  const server = await startServer('--control', file)
  return (await server.exited === 1 && statSync(file).size === 4) || server.lines.join('\n')
})
add('a caller is told that the server goes away, and the socket goes too', async () => {
  const own = join(directory, 'own')
  const server = await startServer('--control', own)
  let asked = false
  const { code } = await converse([framed('hello')], () => { asked ||= server.child.kill('SIGTERM'); return false }, own)
  return (code === 1012 && await server.exited === 0 && !exists(own)) || `${code} ${await server.exited} ${server.lines.join('\n')}`
})

function exists(file) {
  try {
    return Boolean(statSync(file))
  } catch {
    return false
  }
}

await runCases('control', cases, { server: await startServer('--control', path) })
