// Who is let in as a WebSocket, and with which words the others are refused. Ends with the ways in which
// libwebsockets before 4.3.7 read freed memory (CVE-2025-11677): under a sanitizer they would stop the server.
import { createHash } from 'node:crypto'
import { KEY, Peer, binary, closing, upgradeRequest } from './peer.mjs'
import { runCases, startServer } from './harness.mjs'

const ALLOWED = 'https://atelier.example.org'
const cases = []
const add = (name, run) => cases.push({ id: '0', name, run })

/** Sends a request, waits for the whole answer or the end, and returns the status, 0 for none. */
async function statusOf(port, request) {
  const peer = await Peer.connect(port)
  peer.send(request)
  await peer.until(() => peer.head)
  if (peer.head.startsWith('HTTP/1.1 101')) peer.send(closing())
  else peer.socket.end()
  await peer.over()
  return { status: Number(/^HTTP\/1\.\d (\d+)/.exec(peer.head)?.[1] ?? 0), head: peer.head }
}

function answers(name, change, ...statuses) {
  add(name, async (port) => {
    const { status } = await statusOf(port, upgradeRequest(port, change))
    return statuses.includes(status) || `answered ${status}`
  })
}

const accepts = (name, change) => answers(name, change, 101)
const refuses = answers
const header = (name, value) => ({ headers: { [name]: value } })

// --- Let in ---
accepts('H6: a plain handshake', {})
add('the accept key and the subprotocol', async (port) => {
  const { head } = await statusOf(port, upgradeRequest(port))
  const wanted = createHash('sha1').update(`${KEY}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
  return (head.includes(`${wanted}\r\n`) && /sec-websocket-protocol: archipel\.v1/i.test(head) && !/sec-websocket-extensions/i.test(head)) || head
})
accepts('names of headers in other letters', { headers: { Host: undefined, hOsT: '127.0.0.1', Upgrade: undefined, uPGRADE: 'WebSocket' } })
accepts('Connection with keep-alive, as Firefox sends it', header('Connection', 'keep-alive, Upgrade'))
accepts('our subprotocol among others', header('Sec-WebSocket-Protocol', 'other, archipel.v1'))
accepts('H10: compression is offered and not taken', header('Sec-WebSocket-Extensions', 'permessage-deflate; client_max_window_bits'))
accepts('no Origin: no browser', header('Origin', undefined))
add('H8: the Origin of the host itself', async (port) => (await statusOf(port, upgradeRequest(port, header('Origin', `http://127.0.0.1:${port}`)))).status === 101)
add('the Origin of the host itself, TLS before us', async (port) => (await statusOf(port, upgradeRequest(port, { headers: { Host: 'atelier.fr', Origin: 'https://atelier.fr' } }))).status === 101)
accepts('an Origin on the list', header('Origin', ALLOWED))
accepts('an Origin with the default port written out', { headers: { Host: 'atelier.fr:443', Origin: 'https://atelier.fr' } })
accepts('an IPv6 host', { headers: { Host: '[::1]:8080', Origin: 'http://[::1]:8080' } })
add('the first message in the segment of the request', async (port) => {
  const peer = await Peer.connect(port)
  peer.send(Buffer.concat([Buffer.from(upgradeRequest(port)), binary('early')]))
  await peer.until(() => peer.messages.length > 0)
  peer.send(closing())
  await peer.over()
  return peer.received.toString() === 'early' || peer.describe()
})
add('a request byte by byte', async (port) => {
  const peer = await Peer.connect(port)
  await peer.sendChopped(Buffer.from(upgradeRequest(port)), 1)
  await peer.until(() => peer.head)
  peer.send(closing())
  await peer.over()
  return peer.code === 1000 || peer.describe()
})

// --- Refused ---
for (const version of ['', '0', '7', '8', '12', '14', '013', '13, 8', 'x'])
  refuses(`version "${version}"`, header('Sec-WebSocket-Version', version), 426)
refuses('no version', header('Sec-WebSocket-Version', undefined), 426)
add('H7: a wrong version is told the right one', async (port) => /sec-websocket-version: 13\r\n/.test((await statusOf(port, upgradeRequest(port, header('Sec-WebSocket-Version', '8')))).head))
for (const key of ['', 'x', KEY.slice(0, 23), `${KEY}=`, 'dGhlIHNhbXBsZSBub25jZQ', 'dGhlIHNhbXBsZSBub25jZ===', 'dGhlIHNhbXBs!SBub25jZQ==', `${KEY}, ${KEY}`])
  refuses(`key "${key}"`, header('Sec-WebSocket-Key', key), 400)
refuses('no key', header('Sec-WebSocket-Key', undefined), 400)
for (const protocols of ['', 'other', 'archipel.v2', 'archipel', 'archipel.v11', 'xarchipel.v1', 'archipel.v1;q=1'])
  refuses(`subprotocol "${protocols}"`, header('Sec-WebSocket-Protocol', protocols), 400)
refuses('no subprotocol', header('Sec-WebSocket-Protocol', undefined), 400)
refuses('a list of subprotocols of 300 bytes', header('Sec-WebSocket-Protocol', `archipel.v1, ${'x'.repeat(290)}`), 400)
for (const origin of ['https://evil.example', 'null', 'file://', 'https://127.0.0.1.evil.example', 'https://evil.example#https://atelier.example.org', `${ALLOWED}.evil.example`, 'http://127.0.0.1:1', 'ftp://127.0.0.1', `${ALLOWED}/`])
  refuses(`Origin "${origin}"`, header('Origin', origin), 403)
refuses('an Origin of 400 bytes', header('Origin', `https://${'a'.repeat(390)}`), 400)
for (const host of ['', 'a b', "x'; script-src *", 'x;y', 'x,y', '[::1', '-x', 'x:', 'x:123456', 'x:y', 'x/y', 'x@y', 'h'.repeat(300)])
  refuses(`Host "${host.slice(0, 20)}"`, header('Host', host), 400)
refuses('no Host', header('Host', undefined), 400)
for (const connection of ['keep-alive', 'close', 'up', 'Upgraded'])
  refuses(`Connection "${connection}"`, header('Connection', connection), 400)
refuses('no Connection', header('Connection', undefined), 400)
for (const path of ['/', '/wss', '/ws/', '/WS', '/a/1', '/healthz', `/${'w'.repeat(100)}`])
  refuses(`path ${path.slice(0, 10)}`, { start: `GET ${path} HTTP/1.1` }, 404)
refuses('HTTP/1.0', { start: 'GET /ws HTTP/1.0' }, 400)
refuses('a body', header('Content-Length', '5'), 400)
refuses('a chunked body', header('Transfer-Encoding', 'chunked'), 400)
for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])
  refuses(`method ${method}`, { start: `${method} /ws HTTP/1.1` }, 0, 400, 405)
refuses('Upgrade: h2c', { headers: { Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABkAARAAAAAAAIAAAAA' } }, 0)
refuses('H9: Upgrade: foo', header('Upgrade', 'foo'), 0, 403)
refuses('Upgrade: websocket, foo', header('Upgrade', 'websocket, foo'), 0, 403)
add('no Upgrade', async (port) => {
  const { status, head } = await statusOf(port, upgradeRequest(port, header('Upgrade', undefined)))
  return (status === 426 && /upgrade: websocket/.test(head)) || `answered ${status}`
})
add('a refusal carries the safety headers', async (port) => {
  const { head } = await statusOf(port, upgradeRequest(port, header('Origin', 'https://evil.example')))
  return (/x-content-type-options: nosniff/.test(head) && /content-security-policy: default-src 'none'/.test(head)) || head
})

// --- CVE-2025-11677 ---
const GET = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
const STRANGE = 'GET /healthz HTTP/1.1\r\nHost: x\r\nUpgrade: foo\r\nConnection: Upgrade\r\n\r\n'

/** Sends the requests one by one, each after the answer before it, or all in one segment. */
function survives(name, requests) {
  for (const pipelined of [false, true])
    add(`${name}${pipelined ? ', in one segment' : ''}`, async (port) => {
      const peer = await Peer.connect(port)
      if (pipelined) peer.send(requests(port).join(''))
      else for (const request of requests(port)) {
        peer.head = ''
        peer.send(request)
        await peer.until(() => peer.head)
      }
      peer.socket.end()
      await peer.over()
      return (await statusOf(port, GET)).status === 200 || 'the server does not answer any more'
    })
}

survives('a request, then an unknown upgrade', () => [GET, STRANGE, GET])
survives('an unknown upgrade at once', () => [STRANGE, STRANGE])
survives('a request, then a refused WebSocket', (port) => [GET, upgradeRequest(port, header('Origin', 'https://evil.example')), GET])
survives('a request, then h2c', (port) => [GET, upgradeRequest(port, { headers: { Upgrade: 'h2c', 'HTTP2-Settings': '' } })])
survives('a request, then a long unknown upgrade', (port) => [GET, upgradeRequest(port, header('Upgrade', 'x'.repeat(2000))), GET])

await runCases('handshake', cases, { server: await startServer('--origin', ALLOWED) })
