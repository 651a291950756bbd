// What the page weighs on the network: everything that travels until one can give a name, until one sees the board, and
// what is fetched ahead.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { haveParts } from './support/people.mjs'
import { Server } from './support/server.mjs'

const budget = 50_000
/** On a slow line each is a turn. */
const mostRequests = { door: 8, board: 25 }

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

/** What travels over HTTP from here on. */
function requestsOf(tab) {
  const parts = []
  tab.page.on('requestfinished', (request) => {
    if (request.url().startsWith('http')) parts.push(request)
  })
  return parts
}

test('the door weighs at most 50 kB, compressed, in few requests, and asks nobody else for anything', async (t) => {
  const { participant } = await server.found('Atelier')
  const tab = await (await browser.device()).open()
  const parts = requestsOf(tab)
  await tab.go(participant)
  await tab.find('field', 'Votre nom')
  const answers = parts.map((request) => request.response())
  assert.deepEqual(new Set(answers.map((answer) => new URL(answer.url()).origin)), new Set([server.origin]))
  const kinds = new Set(answers.map((answer) => answer.headers()['content-type'].split(';')[0]))
  for (const kind of ['text/html', 'text/css', 'text/javascript']) assert.ok(kinds.has(kind), `no ${kind} came`)
  for (const answer of answers.filter((one) => !one.url().endsWith('.svg'))) {
    assert.match(answer.headers()['content-encoding'] ?? 'none', /^(br|gzip)$/, `${answer.url()} came uncompressed`)
  }
  const bodies = await Promise.all(answers.map((answer) => answer.buffer()))
  const gzip = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0)
  const sent = answers.reduce((sum, answer) => sum + Number(answer.headers()['content-length']), 0)
  t.diagnostic(`${answers.length} files, ${sent} bytes as sent, ${gzip} with gzip`)
  assert.ok(answers.length <= mostRequests.door, `${answers.length} requests`)
  assert.ok(gzip <= budget, `${gzip} bytes with gzip are more than ${budget}`)
  assert.ok(sent <= gzip, `${sent} bytes sent are more than ${gzip} with gzip`)
})

test('the first board is there after few requests, and a participant gets no part of an animator’s', async (t) => {
  const { participant } = await server.found('Planche')
  const tab = await (await browser.device()).open()
  const parts = requestsOf(tab)
  await tab.go(participant)
  await tab.fill('Votre nom', 'Ana')
  await tab.press('button', 'Entrer')
  await tab.until('see the board', () => document.querySelector('.board-canvas'))
  assert.ok(parts.length <= mostRequests.board, `${parts.length} requests`)
  await haveParts(tab, 'write', 'files', 'people', 'map', 'refusals.fr')
  // Whoever looks whether they are there asks for some again.
  const names = [...new Set(parts.map((request) => new URL(request.url()).pathname.split('/').at(-1)))]
  t.diagnostic(names.join(' '))
  assert.ok(names.length <= mostRequests.board, `${names.length} files`)
  assert.deepEqual(names.filter((name) => /^(lead|restore|organise|wall)/.test(name)), [])
})

test('a script comes with few headers, the page with all that keeps it safe', async () => {
  const page = await fetch(server.origin)
  const [, script] = /src="([^"]+\.js)"/.exec(await page.text())
  const { headers } = await fetch(`${server.origin}${script}`)
  const bytes = [...headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)
  assert.ok(bytes < 320, `${bytes} bytes: ${[...headers.keys()]}`)
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  assert.match(page.headers.get('content-security-policy'), /default-src 'none'/)
})
