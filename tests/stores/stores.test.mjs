// A store of every format there has been opens in this server: everybody comes in by the key they had, sees what
// they saw, and goes on; and what they then write is there after a fall. README.md tells what the stores are.
import assert from 'node:assert/strict'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Redis, Server } from '../e2e/support/server.mjs'
import { Page } from '../support/page.mjs'
import { endPassing, temporaryFolder } from '../support/passing.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const kept = readdirSync(here)
const storyOf = (store) => JSON.parse(readFileSync(join(here, `${store}.json`), 'utf8'))

after(endPassing)

for (const store of kept.filter((name) => name.endsWith('.db')))
  test(`${store} opens, shows what it held, and goes on`, async () => {
    const data = temporaryFolder('stores')
    copyFileSync(join(here, store), join(data, 'archipel.db'))
    const server = await Server.start({ data })
    const titles = await goOn([server], storyOf(store))
    await server.kill()
    await server.start()
    await holds(server, storyOf(store), titles)
    await server.stop()
  })

for (const store of kept.filter((name) => name.endsWith('.redis')))
  test(`${store} opens on two servers, shows what it held, and goes on`, async () => {
    const redis = new Redis()
    await redis.start()
    await redis.load(join(here, store))
    const first = await Server.start({ journal: redis.journal })
    const second = await Server.start({ journal: redis.journal, key: first.key })
    const titles = await goOn([first, second], storyOf(store))
    await first.kill()
    await first.start()
    await holds(first, storyOf(store), titles)
    await holds(second, storyOf(store), titles)
    await first.stop()
    await second.stop()
    await redis.kill()
  })

function enter(server, { workshop }, { key }) {
  return Page.enter(`${server.origin}/a/${workshop}#${key}`)
}

/** Each comes to one of the servers in turn, sees what they saw, and lays a card; answers the cards' titles. */
async function goOn(servers, story) {
  const titles = []
  const pages = []
  for (const [name, person] of Object.entries(story.people)) {
    const page = await enter(servers[pages.length % servers.length], story, person)
    pages.push(page)
    sawAgain(page.seen(), person.seen, titles)
    titles.push(`${name} est de retour`)
    await layCard(page, titles.at(-1))
    for (const other of pages) await other.until('sees the card', () => titlesOf(other).includes(titles.at(-1)))
  }
  for (const page of pages) page.leave()
  return titles
}

const titlesOf = (page) => page.all('card').map(({ title }) => title)

function layCard(page, title) {
  const [{ id: board }] = page.all('board')
  const card = { board, title, text: '', color: 'sun', x: 0, y: 0, width: 240, height: 160, audience: 'everyone' }
  return page.put('card', { type: 'add_card', ...card })
}

async function holds(server, story, titles) {
  const [person] = Object.values(story.people)
  const page = await enter(server, story, person)
  sawAgain(page.seen(), person.seen, titles)
  for (const title of titles) assert.ok(titlesOf(page).includes(title), `${title} is gone`)
  page.leave()
}

/** Everything is as it was, but for cards laid since, and fields that are newer than the store: they are at zero. */
function sawAgain(now, before, laid) {
  for (const [type, records] of Object.entries({ ...before, ...now })) {
    const old = (now[type] ?? []).filter(({ title }) => !laid.includes(title))
    assert.deepEqual(old.map((record) => asBefore(record, before[type])), before[type] ?? [], `of type ${type}`)
    assert.ok(records.length > 0)
  }
}

function asBefore(record, records = []) {
  const then = records.find(({ id }) => id === record.id)
  const isNew = ([name, value]) => !(name in (then ?? {})) && (value === '' || value.length === 0 || Number(value) === 0)
  return Object.fromEntries(Object.entries(record).filter((field) => !isNew(field)))
}
