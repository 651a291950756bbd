// A Redis that does not die but fails: it hangs, it is full, it has become somebody's replica. Two people on two
// servers are told, go on writing, and when it is well again all that they wrote is there once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, comesToList, enter, listed, live, showAs } from './support/people.mjs'
import { Redis, Server } from './support/server.mjs'

const zone = '1. Constituer une communauté apprenante pour enrichir un patrimoine commun'

const redis = new Redis()
await redis.start()
const first = await Server.start({ journal: redis.journal })
const second = await Server.start({ journal: redis.journal, key: first.key })
const browser = await chromium()
atEnd(() => browser.close(), () => first.stop(), () => second.stop(), () => redis.kill())

const { participant } = await first.found('Atelier', '--template', 'cartography')
const awa = await enter(await browser.device(), participant, 'Awa')
const basile = await enter(await browser.device(), participant.replace(first.origin, second.origin), 'Basile')
const people = [awa, basile]
for (const tab of people) await showAs(tab, 'Liste')

const failures = [
  { what: 'hangs', begin: () => redis.child.kill('SIGSTOP'), end: () => redis.child.kill('SIGCONT') },
  { what: 'is full', begin: () => redis.tell('CONFIG', 'SET', 'maxmemory', '1'), end: () => redis.tell('CONFIG', 'SET', 'maxmemory', '0') },
  { what: 'has become a replica', begin: () => redis.tell('REPLICAOF', '127.0.0.1', '1'), end: () => redis.tell('REPLICAOF', 'NO', 'ONE') },
]

for (const { what, begin, end } of failures)
  test(`a Redis that ${what}`, async () => {
    await begin()
    for (const [at, tab] of people.entries()) await addInList(tab, zone, `Pendant ${what} ${at}`)
    for (const tab of people) await told(tab)
    for (const tab of people) await notReady(tab)
    await end()
    for (const tab of people) await live(tab)
    const whole = await listed(awa)
    const titles = whole.map(({ title }) => title)
    assert.equal(new Set(titles).size, titles.length, 'something is there twice')
    for (const at of people.keys()) assert.ok(titles.includes(`Pendant ${what} ${at}`))
    await comesToList(basile, whole)
  })

function told(tab) {
  return tab.until('be told that something waits', () => {
    const { status, waiting } = document.querySelector('.room .status')?.dataset ?? {}
    return waiting === 'true' || (status && status !== 'live')
  })
}

/** As a load balancer asks: the answer follows the journal's, whenever that comes. */
function notReady(tab) {
  return tab.until('hear that the server is not ready', async () => (await fetch('/readyz')).status === 503)
}
