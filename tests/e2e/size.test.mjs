// What the first page weighs on the network: everything that travels until one can give a name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { Server } from './support/server.mjs'

const budget = 60_000

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

test('the door weighs at most 60 kB, compressed, and asks nobody else for anything', async (t) => {
  const { participant } = await server.found('Atelier')
  const tab = await (await browser.device()).open()
  const parts = []
  tab.page.on('requestfinished', (request) => parts.push(request))
  await tab.go(participant)
  await tab.find('field', 'Votre nom')
  const answers = parts.map((request) => request.response()).filter((answer) => answer.url().startsWith('http'))
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
  assert.ok(gzip <= budget, `${gzip} bytes with gzip are more than ${budget}`)
  assert.ok(sent <= gzip, `${sent} bytes sent are more than ${gzip} with gzip`)
})
