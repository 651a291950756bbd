// A server's life: what it says of settings it cannot use, how it stops, TLS, a Unix socket, a full house.
import net from 'node:net'
import tls from 'node:tls'
import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../support/passing.mjs'
import { Peer, binary, closing, order, upgradeRequest } from './peer.mjs'
import { judge, startServer } from './harness.mjs'

const directory = temporaryFolder('life')
const at = (name) => join(directory, name)
const cases = []
const add = (name, run) => cases.push({ id: 'life', name, run })

function certify(name, certificate, key, ...algorithm) {
  execFileSync('openssl', ['req', '-x509', ...algorithm, '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-keyout', at(key), '-out', at(certificate)], { stdio: 'ignore' })
}
certify('localhost', 'certificate.pem', 'key.pem', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1')
certify('renewed', 'renewed.pem', 'renewed-key.pem', '-newkey', 'rsa:2048')
execFileSync('openssl', ['pkey', '-in', at('key.pem'), '-aes256', '-passout', 'pass:secret', '-out', at('locked.pem')], { stdio: 'ignore' })
writeFileSync(at('nonsense.pem'), 'nonsense')

// --- Settings that cannot be used: one sentence that names them, and a clean end ---
function refuses(name, options, ...words) {
  add(`${name} is refused in words`, async () => {
    const server = await startServer(...options)
    const code = await server.exited
    const last = server.lines.at(-1) ?? ''
    return (code === 1 && words.every((word) => last.includes(word))) || `${code}: ${server.lines.join('\n')}`
  })
}
refuses('an origin with a path', ['--origin', 'https://x.fr/path'], '--origin', 'https://x.fr/path')
refuses('an origin that is none', ['--origin', 'x.fr'], '--origin', 'x.fr')
refuses('a certificate without a key', ['--tls-certificate', at('certificate.pem')], '--tls-key')
refuses('a key that is not there', ['--tls-certificate', at('certificate.pem'), '--tls-key', at('none.pem')], '--tls-key', 'none.pem')
refuses('a certificate that is none', ['--tls-certificate', at('nonsense.pem'), '--tls-key', at('key.pem')], '--tls-cert:', 'nonsense.pem')
refuses('a key that is none', ['--tls-certificate', at('certificate.pem'), '--tls-key', at('nonsense.pem')], '--tls-key', 'nonsense.pem')
refuses('a key under a passphrase', ['--tls-certificate', at('certificate.pem'), '--tls-key', at('locked.pem')], '--tls-key', 'passphrase')
refuses('the key of another certificate', ['--tls-certificate', at('certificate.pem'), '--tls-key', at('renewed-key.pem')], '--tls-key', 'is not the key')
refuses('a directory without a page', ['--web-client', directory], '--web-client', 'index.html')
refuses('a directory that is not there', ['--web-client', at('none')], '--web-client', at('none'))
refuses('more connections than descriptors', ['--max-connections', '10000000'], '--max-connections', '10000000')
refuses('a control path of 200 bytes', ['--control', `/tmp/${'x'.repeat(200)}`], '--data')
refuses('a control path in no directory', ['--control', at('none/control')], at('none/control'))
add('an address in use is refused in words', async () => {
  const first = await startServer()
  const second = await startServer('--listen', `127.0.0.1:${first.port}`)
  const codes = [await second.exited, await first.stop()]
  return (codes.join() === '1,0' && second.lines.at(-1).includes(`${first.port}`)) || second.lines.join('\n')
})
for (const listen of ['', 'localhost', '127.0.0.1:', '127.0.0.1:99999', '::1:80', 'unix:'])
  add(`the address "${listen}" is refused in words`, async () => {
    const server = await startServer('--listen', listen)
    return (await server.exited === 1 && server.lines.at(-1).includes(`--listen: "${listen}"`)) || server.lines.join('\n')
  })

// --- Stopping ---
add('everyone is told that the server goes away', async () => {
  const server = await startServer()
  const peers = await Promise.all(Array.from({ length: 50 }, () => Peer.open(server.port)))
  const code = await server.stop()
  await Promise.all(peers.map((peer) => peer.over()))
  return (code === 0 && peers.every((peer) => peer.code === 1012)) || `${code}: ${peers.map((peer) => peer.code).join(' ')}`
})
add('a stop waits for the answers to what came before', async () => {
  const server = await startServer()
  const peer = await Peer.open(server.port)
  peer.send(order('flood 500 10000'))
  await peer.until(() => peer.messages.length > 0)
  const code = await server.stop()
  await peer.over()
  return (code === 0 && peer.received.length === 5_000_000 && peer.code === 1012) || `${code}: ${peer.received.length} bytes`
})
add('a stop with half requests, deaf clients and downloads under way', async () => {
  const server = await startServer()
  const peers = await Promise.all(Array.from({ length: 20 }, () => Peer.connect(server.port)))
  peers.forEach((peer, i) => peer.send(['', 'GET / HT', upgradeRequest(server.port), 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'][i % 4]))
  const deaf = await Peer.open(server.port)
  deaf.send(order('flood 2000 10000'))
  await deaf.until(() => deaf.messages.length > 0)
  deaf.socket.pause()
  const code = await server.stop()
  return code === 0 || server.lines.join('\n')
})
add('nobody is let in while it stops', async () => {
  const server = await startServer()
  const deaf = await Peer.open(server.port)
  deaf.send(order('flood 3000 10000'))
  await deaf.until(() => deaf.messages.length > 0)
  deaf.socket.pause()
  server.child.kill('SIGTERM')
  while (!server.lines.some((line) => line.includes('stopping'))) await new Promise(setImmediate)
  const refused = await Peer.connect(server.port).then(() => false, () => true)
  return (await server.exited === 0 && refused) || server.lines.join('\n')
})
add('a second signal ends it at once', async () => {
  const server = await startServer()
  const deaf = await Peer.open(server.port)
  deaf.send(order('flood 3000 10000'))
  await deaf.until(() => deaf.messages.length > 0)
  deaf.socket.pause()
  server.child.kill('SIGTERM')
  while (!server.lines.some((line) => line.includes('stopping'))) await new Promise(setImmediate)
  server.child.kill('SIGTERM')
  return (await server.exited === 1 && server.lines.at(-1).includes('second signal')) || server.lines.join('\n')
})
add('SIGINT stops it too', async () => {
  const server = await startServer()
  server.child.kill('SIGINT')
  return await server.exited === 0
})

// --- TLS ---
const securely = () => startServer('--tls-certificate', at('certificate.pem'), '--tls-key', at('key.pem'))
const connectSecurely = (port, options) => new Promise((resolve, reject) => {
  const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...options }, () => resolve(socket))
  socket.once('error', reject)
})
add('X3: a WebSocket over TLS: a million bytes, and the close behind them', async () => {
  const server = await securely()
  const peer = new Peer(await connectSecurely(server.port))
  peer.send(upgradeRequest(server.port, { headers: { Origin: `https://127.0.0.1:${server.port}` } }))
  await peer.until(() => peer.head)
  peer.send(binary(Buffer.alloc(200_000, 5)))
  await peer.until(() => peer.received.length >= 200_000)
  peer.send(order('flood 100 10000'), order('close 4006'))
  await peer.over()
  return (await server.stop() === 0 && peer.received.length === 1_200_000 && peer.code === 4006) || `${peer.describe()} ${server.lines.join('\n')}`
})
add('a page over TLS says so for the future', async () => {
  const server = await securely()
  const peer = new Peer(await connectSecurely(server.port))
  peer.send('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  await peer.over()
  return (await server.stop() === 0 && peer.head.startsWith('HTTP/1.1 200') && /strict-transport-security: max-age=\d+/.test(peer.head)) || peer.head
})
add('HTTP/2 is not offered', async () => {
  const server = await securely()
  const chosen = await connectSecurely(server.port, { ALPNProtocols: ['h2', 'http/1.1'] })
  const protocol = chosen.alpnProtocol
  chosen.destroy()
  return (await server.stop() === 0 && protocol === 'http/1.1') || protocol
})
add('the certificate goes out with its chain', async () => {
  writeFileSync(at('chain.pem'), readFileSync(at('certificate.pem'), 'utf8') + readFileSync(at('renewed.pem'), 'utf8'))
  const server = await startServer('--tls-certificate', at('chain.pem'), '--tls-key', at('key.pem'))
  const client = spawn('openssl', ['s_client', '-connect', `127.0.0.1:${server.port}`, '-showcerts'], { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  for await (const text of client.stdout) said += text
  return (await server.stop() === 0 && said.split('BEGIN CERTIFICATE').length === 3) || said
})
add('TLS 1.1 is not offered', async () => {
  const server = await securely()
  const failed = await connectSecurely(server.port, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }).then(() => false, () => true)
  return await server.stop() === 0 && failed
})
add('who stops inside the TLS handshake is let go', async () => {
  const server = await securely()
  const peers = await Promise.all(Array.from({ length: 3 }, () => Peer.connect(server.port)))
  peers[1].send(Buffer.from('16030100c8010000c40303', 'hex'))
  peers[2].send(Buffer.from('16030140000100', 'hex'))
  const drip = setInterval(() => peers[2].send(Buffer.alloc(1)), 500)
  await Promise.all(peers.map((peer) => peer.over()))
  clearInterval(drip)
  return await server.stop() === 0 || server.lines.join('\n')
})
add('plain bytes to a TLS server', async () => {
  const server = await securely()
  const peers = await Promise.all(Array.from({ length: 30 }, () => Peer.connect(server.port)))
  for (const peer of peers) peer.send('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await Promise.all(peers.map((peer) => peer.over()))
  return await server.stop() === 0 || server.lines.join('\n')
})

/** A server of its own files, the name in the certificate that it shows, and a SIGHUP that waits for the log to say so. */
async function renewable(name) {
  const [certificate, key] = [at(`${name}-served.pem`), at(`${name}-served-key.pem`)]
  const put = (from, fromKey) => { copyFileSync(at(from), certificate); copyFileSync(at(fromKey), key) }
  put('certificate.pem', 'key.pem')
  const server = await startServer('--tls-certificate', certificate, '--tls-key', key)
  const open = () => connectSecurely(server.port)
  const shown = async () => {
    const socket = await open()
    const { CN } = socket.getPeerCertificate().subject
    socket.destroy()
    return CN
  }
  const reload = async (words) => {
    const said = server.lines.length
    server.child.kill('SIGHUP')
    while (!server.lines.slice(said).some((line) => line.includes(words))) await new Promise(setImmediate)
  }
  return { ...server, put, open, shown, reload }
}
add('a renewed certificate of another kind is for those who come after SIGHUP, and nobody is cut', async () => {
  const server = await renewable('own')
  const peer = new Peer(await server.open())
  peer.send(upgradeRequest(server.port))
  await peer.until(() => peer.head)
  server.put('renewed.pem', 'renewed-key.pem')
  const names = [await server.shown()]
  await server.reload('read anew')
  names.push(await server.shown())
  peer.send(binary('x'))
  await peer.until(() => peer.messages.length > 0)
  peer.send(closing())
  await peer.over()
  return (await server.stop() === 0 && names.join() === 'localhost,renewed' && peer.received.toString() === 'x') || `${names} ${peer.describe()}`
})
for (const [what, certificate, key] of [['nonsense', 'nonsense.pem', 'key.pem'], ['a key of another', 'renewed.pem', 'key.pem'], ['a certificate of another', 'certificate.pem', 'renewed-key.pem']])
  add(`${what} at SIGHUP leaves the old certificate, and the log says so`, async () => {
    const server = await renewable(what.replaceAll(' ', '-'))
    server.put(certificate, key)
    await server.reload('the certificate stays the old one: --tls-')
    const name = await server.shown()
    server.put('renewed.pem', 'renewed-key.pem')
    await server.reload('read anew')
    return (name === 'localhost' && await server.shown() === 'renewed' && await server.stop() === 0) || `${name} ${server.lines.join('\n')}`
  })
add('SIGHUP without a certificate changes nothing', async () => {
  const server = await startServer()
  server.child.kill('SIGHUP')
  while (!server.lines.some((line) => line.includes('SIGHUP'))) await new Promise(setImmediate)
  const peer = await Peer.open(server.port)
  peer.hangUp()
  return await server.stop() === 0 || server.lines.join('\n')
})

// --- Elsewhere than on 127.0.0.1 ---
add('a Unix socket serves HTTP and WebSockets', async () => {
  const path = at('http.socket')
  const server = await startServer('--listen', `unix:${path}`)
  const peer = new Peer(await new Promise((resolve) => { const socket = net.connect(path, () => resolve(socket)) }))
  peer.send(upgradeRequest(80))
  await peer.until(() => peer.head)
  peer.send(binary('x'))
  await peer.until(() => peer.messages.length > 0)
  peer.send(closing())
  await peer.over()
  return (await server.stop() === 0 && peer.received.toString() === 'x') || server.lines.join('\n')
})
add('[::1]', async () => {
  const server = await startServer('--listen', '[::1]:0')
  const port = Number(/\[::1\]:(\d+)/.exec(server.lines.at(-1))[1])
  const peer = new Peer(await new Promise((resolve, reject) => { const socket = net.connect(port, '::1', () => resolve(socket)).once('error', reject) }))
  peer.send('GET /healthz HTTP/1.1\r\nHost: [::1]\r\nConnection: close\r\n\r\n')
  await peer.over()
  return await server.stop() === 0 && peer.head.startsWith('HTTP/1.1 200')
})

// --- A full house ---
add('the connection beyond the last is turned away, and one that leaves makes room', async () => {
  const server = await startServer('--max-connections', '5')
  const peers = await Promise.all(Array.from({ length: 5 }, () => Peer.open(server.port)))
  const late = await Peer.connect(server.port)
  late.send('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  await late.over()
  peers[0].send(closing())
  await peers[0].over()
  let next
  do {
    next = await Peer.connect(server.port)
    next.send('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    await next.over()
  } while (!next.head) // the one that left may still be on its way out
  return (await server.stop() === 0 && late.head === '' && next.head.startsWith('HTTP/1.1 200')) || late.head
})
add('what people sent is in no line of the log', async () => {
  const server = await startServer()
  const peer = await Peer.connect(server.port)
  peer.send('GET /a/5?key=SECRET HTTP/1.1\r\nHost: secret.example\r\nReferer: https://x/#SECRET\r\nConnection: close\r\n\r\n')
  await peer.over()
  const open = await Peer.open(server.port)
  open.send(binary('SECRET'))
  await open.until(() => open.messages.length > 0)
  open.send(binary('SECRET', { reserved: 4 }))
  await open.over()
  return (await server.stop() === 0 && !/secret|127\.0\.0\.1:(?!.*serving)\d+ /i.test(server.lines.filter((line) => !line.includes('serving')).join('\n'))) || server.lines.join('\n')
})

const failed = await judge(0, cases)
console.log(`life: ${cases.length} cases, ${failed.length} failed`)
for (const { name, why } of failed) console.log(`  ${name}: ${why}`)
process.exit(failed.length ? 1 : 0)
