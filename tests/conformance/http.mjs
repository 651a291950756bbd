// Plain HTTP: the web client and its caches, what is refused, and what every answer carries.
import net from 'node:net'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { temporaryFolder } from '../support/passing.mjs'
import { HANG_MS, Peer, order } from './peer.mjs'
import { runCases, startServer } from './harness.mjs'

const PAGE = Buffer.from(`<!doctype html><title>Archipel</title>${'<p>une page qui se compresse bien</p>'.repeat(40)}`)
const SCRIPT = Buffer.from(`console.log("${'carte '.repeat(60_000)}")`)
const NOISE = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * i * 31 + i * 7) >> 3 & 255))

const root = temporaryFolder('http')
mkdirSync(join(root, 'assets'))
for (const [name, bytes] of [['index.html', PAGE], ['assets/main-S63F6KSB.js', SCRIPT]]) {
  writeFileSync(join(root, name), bytes)
  writeFileSync(join(root, `${name}.gz`), gzipSync(bytes))
  writeFileSync(join(root, `${name}.br`), brotliCompressSync(bytes))
}
writeFileSync(join(root, 'assets/noise.bin'), NOISE)
writeFileSync(join(root, 'assets/empty.txt'), '')
writeFileSync(join(root, '.secret'), 'hidden')

const cases = []
const add = (name, run) => cases.push({ id: 'http', name, run })

function parse(bytes) {
  const end = bytes.indexOf('\r\n\r\n')
  const [start, ...lines] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n')
  const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(start)?.[1] ?? 0), headers, body: end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4) }
}

/** Everything the server says until it closes. */
function talk(port, request) {
  return new Promise((resolve, reject) => {
    const parts = []
    const socket = net.connect(port, '127.0.0.1', () => socket.write(request))
    const hang = setTimeout(() => { socket.destroy(); reject(new Error(`hangs after ${Buffer.concat(parts).length} bytes`)) }, HANG_MS)
    socket.on('data', (bytes) => parts.push(bytes))
    socket.on('error', () => {})
    socket.on('close', () => { clearTimeout(hang); resolve(Buffer.concat(parts)) })
  })
}

const request = (start, headers = {}) => `${start} HTTP/1.1\r\n${Object.entries({ Host: 'atelier.fr', Connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
const get = async (port, path, headers) => parse(await talk(port, request(`GET ${path}`, headers)))

// --- The web client ---
for (const path of ['/', '/a/123', '/a/', '/index.html', '/a/one/two', '/?x=1', '/a/5?debug=1', '/c/BCDFHJ', '/c/bcd-fhj', '/BCDFHJ', '/bcdf0i'])
  add(`${path} is the client's page`, async (port) => {
    const { status, headers, body } = await get(port, path)
    return (status === 200 && body.equals(PAGE) && headers['content-type'] === 'text/html; charset=utf-8' && headers['cache-control'] === 'no-cache') || `answered ${status}`
  })
add('a file with a hash in its name is kept for ever', async (port) => {
  const { status, headers, body } = await get(port, '/assets/main-S63F6KSB.js')
  return (status === 200 && body.equals(SCRIPT) && headers['cache-control'] === 'public, max-age=31536000, immutable' && headers['content-type'].startsWith('text/javascript')) || JSON.stringify(headers)
})
add('a file without one is asked for again', async (port) => (await get(port, '/assets/noise.bin')).headers['cache-control'] === 'no-cache')
add('300 000 bytes that do not compress arrive whole', async (port) => (await get(port, '/assets/noise.bin', { 'Accept-Encoding': 'br, gzip' })).body.equals(NOISE))
add('an empty file', async (port) => {
  const { status, headers, body } = await get(port, '/assets/empty.txt')
  return (status === 200 && headers['content-length'] === '0' && body.length === 0) || `answered ${status}`
})

const CODINGS = [
  ['', undefined], ['identity', undefined], ['gzip', 'gzip'], ['br', 'br'], ['gzip, deflate, br', 'br'], ['gzip, deflate, br, zstd', 'br'], ['GZIP', 'gzip'],
  ['br;q=0, gzip', 'gzip'], ['br;q=0.0, gzip;q=0.5', 'gzip'], ['br;q=0.001', 'br'], ['gzip;q=0', undefined], ['brotli', undefined], ['xgzip', undefined], ['*', undefined], [' br ', 'br'],
]
for (const [accepted, coding] of CODINGS)
  add(`Accept-Encoding "${accepted}" gets ${coding ?? 'plain'}`, async (port) => {
    const { headers, body } = await get(port, '/', { 'Accept-Encoding': accepted })
    const plain = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body
    return (headers['content-encoding'] === coding && plain.equals(PAGE) && headers.vary === 'accept-encoding') || `got ${headers['content-encoding']}`
  })

add('an entity tag comes back as 304 without a body', async (port) => {
  const first = await get(port, '/')
  const again = await get(port, '/', { 'If-None-Match': first.headers.etag })
  return (/^"[^"]+"$/.test(first.headers.etag) && again.status === 304 && again.body.length === 0 && again.headers.etag === first.headers.etag && !('content-length' in again.headers)) || `answered ${again.status}`
})
for (const list of [(tag) => `W/${tag}`, (tag) => `"other", ${tag}`, () => '*'])
  add(`If-None-Match ${list('TAG')}`, async (port) => {
    const { headers } = await get(port, '/')
    return (await get(port, '/', { 'If-None-Match': list(headers.etag) })).status === 304
  })
for (const tag of ['"other"', '""', 'x', '"0000000000000000-0"', '"a'])
  add(`If-None-Match ${tag} does not match`, async (port) => (await get(port, '/', { 'If-None-Match': tag })).status === 200)
add('each coding has its own entity tag', async (port) => {
  const tags = await Promise.all(['', 'gzip', 'br'].map(async (coding) => (await get(port, '/', { 'Accept-Encoding': coding })).headers.etag))
  return new Set(tags).size === 3 || tags.join(' ')
})
add('HEAD tells what GET would send', async (port) => {
  const head = parse(await talk(port, request('HEAD /')))
  return (head.status === 200 && head.body.length === 0 && Number(head.headers['content-length']) === PAGE.length) || `answered ${head.status}`
})

// --- Nothing else is there ---
const ABSENT = ['/nope', '/BCDFH', '/BCDFHJK', '/c/x.js', '/BCDFHA', '/assets/', '/assets', '/a', '/a/x.js', '/.secret', '/index.html.gz', '/index.html.br', '/assets/main-S63F6KSB.js.gz', '/../.secret', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc%2fpasswd', '/assets/..%5c..%5cetc', '/a/..%00.js', '//etc/passwd', '/INDEX.HTML']
for (const path of ABSENT)
  add(`${path} is not there`, async (port) => {
    const answer = parse(await talk(port, request(`GET ${path}`)))
    return [404, 400, 403, 0].includes(answer.status) && !answer.body.includes('hidden') && !answer.body.includes('root:') || `answered ${answer.status}`
  })
add('the page that says so is small and safe', async (port) => {
  const { status, headers, body } = await get(port, '/nope')
  return (status === 404 && body.length < 500 && headers['content-type'].startsWith('text/html') && !/<script|style=/.test(body)) || `answered ${status}`
})
add('a path of 300 bytes', async (port) => (await get(port, `/${'x'.repeat(300)}`)).status === 414)
add('headers of 8 KiB', async (port) => [0, 400, 431].includes((await get(port, '/', { X: 'x'.repeat(8192) })).status))

// --- What is refused ---
for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
  add(`${method} is not allowed`, async (port) => {
    const { status, headers } = parse(await talk(port, request(`${method} /`, { 'Content-Length': '0' })))
    return (status === 405 && headers.allow === 'GET, HEAD') || `answered ${status}`
  })
for (const method of ['TRACE', 'FOO', 'CONNECT', 'GETX'])
  add(`${method} gets nothing`, async (port) => [0, 400, 403, 404, 405].includes(parse(await talk(port, request(`${method} /`))).status))
for (const length of ['5', '0', '-1', '99999999999999999999', '5, 3', 'x'])
  add(`a body of "${length}" bytes is refused`, async (port) => {
    const { status } = parse(await talk(port, `${request('GET /healthz', { 'Content-Length': length })}hello`))
    return status === 400 || `answered ${status}`
  })
add('a chunked body is refused', async (port) => parse(await talk(port, `${request('GET /healthz', { 'Transfer-Encoding': 'chunked' })}5\r\nhello\r\n0\r\n\r\n`)).status === 400)
add('what follows a refused body is not taken for a request', async (port) => {
  const smuggled = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
  const answer = (await talk(port, `${request('POST /', { 'Content-Length': smuggled.length, Connection: 'keep-alive' })}${smuggled}`)).toString('latin1')
  return !answer.includes('alive\n') || answer
})
for (const start of ['', '\r\n\r\n', 'GET', 'GET / HTTP/1.1', '\0\0\0\0', 'GET / HTTP/9.9\r\n\r\n', 'GET x HTTP/1.1\r\n\r\n', '\x16\x03\x01\x02\x00\x01', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'])
  add(`bytes that are no request: ${JSON.stringify(start)}`, async (port) => {
    const peer = await Peer.connect(port)
    peer.send(Buffer.from(start, 'latin1'))
    peer.socket.end()
    await peer.over()
    return (await get(port, '/healthz')).status === 200
  })

// --- Connections ---
add('three requests on one connection', async (port) => {
  const answers = (await talk(port, [request('GET /healthz', { Connection: 'keep-alive' }), request('GET /healthz', { Connection: 'keep-alive' }), request('GET /healthz')].join(''))).toString()
  return answers.split('alive\n').length === 4 || answers
})
add('an answer of 300 000 bytes, then another on the same connection', async (port) => {
  const answers = await talk(port, request('GET /assets/noise.bin', { Connection: 'keep-alive' }) + request('GET /healthz'))
  return answers.subarray(-6).toString() === 'alive\n'
})

add('ten thousand requests in one segment are all answered, and nobody waits for them', async (port) => {
  const many = talk(port, request('GET /healthz', { Connection: 'keep-alive' }).repeat(9_999) + request('GET /healthz'))
  const meanwhile = await get(port, '/')
  const answers = (await many).toString('latin1').split('alive\n').length - 1
  return (answers === 10_000 && meanwhile.status === 200) || `${answers} answers`
})

// --- For whoever runs it ---
add('healthz', async (port) => (await get(port, '/healthz')).status === 200)
add('metrics are in the text format, with help and type before each', async () => {
  const { status, headers, body } = await get(server.metrics, '/metrics')
  const lines = body.toString().trimEnd().split('\n')
  const wellFormed = lines.every((line, i) => [/^# HELP (\w+) .+\.$/, /^# TYPE \w+ (counter|gauge)$/, /^\w+ \d+$/][i % 3].test(line))
  const named = ['archipel_connections', 'archipel_commands_done_total', 'process_resident_memory_bytes', 'process_open_fds'].every((name) => lines.some((line) => line.startsWith(`${name} `)))
  return (status === 200 && headers['content-type'] === 'text/plain; version=0.0.4; charset=utf-8' && wellFormed && named && body.at(-1) === 10) || body.toString()
})
add('metrics are not at the address that people know, whatever the host', async (port) => [await get(port, '/metrics'), await get(port, '/metrics', { Host: 'metrics' })].every(({ status }) => status === 404))
add('at the address of metrics there is nothing else', async () => {
  const statuses = await Promise.all(['/', '/healthz', '/ws', '/a/1', '/assets/main-S63F6KSB.js'].map(async (path) => (await get(server.metrics, path)).status))
  return statuses.every((status) => status === 404) || statuses.join()
})
add('nothing of these is cached', async (port) => (await Promise.all(['/healthz', '/readyz', '/metrics', '/nope'].map((path) => get(port, path)))).every(({ headers }) => headers['cache-control'] === 'no-store'))

// --- What every answer carries ---
const POLICY = (host) => `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'${host ? ` ws://${host} wss://${host}` : ''}; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`
for (const path of ['/', '/nope', '/healthz', '/metrics', '/ws'])
  add(`${path} carries the safety headers`, async (port) => {
    const { headers } = await get(port, path)
    return (headers['content-security-policy'] === POLICY('atelier.fr') && headers['x-content-type-options'] === 'nosniff' && headers['referrer-policy'] === 'no-referrer' && headers['cross-origin-opener-policy'] === 'same-origin' && headers['cross-origin-resource-policy'] === 'same-origin' && headers['permissions-policy']?.includes('geolocation=()') && !('strict-transport-security' in headers) && !('set-cookie' in headers) && !('server' in headers)) || JSON.stringify(headers)
  })
add('a script carries what keeps it from being taken for something else, and no more', async (port) => {
  const { headers } = await get(port, '/assets/main-S63F6KSB.js')
  return (headers['x-content-type-options'] === 'nosniff' && !('content-security-policy' in headers) && !('permissions-policy' in headers) && !('set-cookie' in headers) && !('server' in headers)) || JSON.stringify(headers)
})
for (const host of ['atelier.fr:8443', '127.0.0.1:8080', '[::1]:8080', 'ATELIER.fr'])
  add(`the policy names the host ${host}`, async (port) => (await get(port, '/', { Host: host })).headers['content-security-policy'] === POLICY(host))
for (const host of ["x; script-src *", "x 'unsafe-inline'", 'x,y', '', 'x\ty'])
  add(`the policy does not repeat the host ${JSON.stringify(host)}`, async (port) => {
    const policy = (await get(port, '/', { Host: host })).headers['content-security-policy']
    return policy === undefined || policy === POLICY('') || policy
  })

const server = await startServer('--web-client', root)
cases.push({
  id: 'http', name: 'readyz follows the journal', run: async (port) => {
    const peer = await Peer.open(port)
    const seen = []
    for (const words of ['back', 'away', 'back']) {
      peer.send(order(words), order('flood 1 1'))
      const count = peer.messages.length
      await peer.until(() => peer.messages.length > count)
      seen.push((await get(port, '/readyz')).status)
    }
    peer.hangUp()
    return seen.join() === '200,503,200' || seen.join()
  },
})
await runCases('http', cases, { server })
