// What a store has lost under pages that were told of it, in the ways in which that happens: a backup is put back
// and others write as many entries as are missing, in an SQLite file and in a Redis; the write-ahead log is cut.
// The pages are the page's own code (tests/support/page.mjs), the stores are real.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Redis, Server } from '../e2e/support/server.mjs'
import { Page } from '../support/page.mjs'
import { endPassing, temporaryFolder } from '../support/passing.mjs'

const missing = ['Une', 'Deux', 'Trois']
const instead = ['Autre une', 'Autre deux', 'Autre trois']

const pages = []

after(() => {
  for (const page of pages) page.leave()
  endPassing()
})

/** An SQLite file, backed up and restored as docs/operations.md says. */
class File {
  backup = join(temporaryFolder('backup'), 'archipel.db')

  constructor(server) {
    this.path = join(server.data, 'archipel.db')
  }

  get log() {
    return `${this.path}-wal`
  }

  /** How much of the log has been written to: it is made longer than that from the first, with zeros. */
  get written() {
    return readFileSync(this.log).findLastIndex((octet) => octet !== 0) + 1
  }

  async save() {
    execFileSync('sqlite3', [this.path, `.backup ${this.backup}`])
  }

  async restore() {
    for (const beside of ['-wal', '-shm']) rmSync(`${this.path}${beside}`, { force: true })
    renameSync(this.backup, this.path)
  }
}

/** All the keys of a Redis, by a copy of its append-only file. */
class Keys {
  backup = temporaryFolder('backup')

  constructor(redis) {
    this.redis = redis
    this.path = join(redis.folder, 'appendonlydir')
  }

  async save() {
    await this.redis.kill()
    cpSync(this.path, this.backup, { recursive: true })
    await this.redis.start()
  }

  async restore() {
    await this.redis.kill()
    rmSync(this.path, { recursive: true })
    cpSync(this.backup, this.path, { recursive: true })
    await this.redis.start()
  }
}

/** An animator and two participants who see one another's cards. */
async function gather(server) {
  const links = await server.found('Sauvegarde', '--template', 'blank')
  const anna = await Page.join(links.animator, 'Anna')
  const awa = await Page.join(links.participant, 'Awa')
  const basile = await Page.join(links.participant, 'Basile')
  await layCard(basile, 'Avant')
  pages.push(anna, awa, basile)
  for (const page of [anna, awa, basile]) await sees(page, ['Avant'])
  return { anna, awa, basile, link: links.participant }
}

function layCard(page, title) {
  const [{ id: board }] = page.all('board')
  const card = { board, title, text: '', color: 'sun', x: 0, y: 0, width: 240, height: 160, audience: 'everyone' }
  return page.put('card', { type: 'add_card', ...card })
}

async function layCards(page, titles) {
  for (const title of titles) await layCard(page, title)
}

const titlesOf = (page) => page.all('card').map(({ title }) => title)

function sees(page, titles) {
  return page.until(`sees ${titles}`, () => titles.every((title) => titlesOf(page).includes(title)))
}

/** What a page shows is what the server has, whoever asks: a page that is loaded anew sees the same. */
async function showsWhatThereIs(page, link, titles) {
  await sees(page, titles)
  assert.deepEqual(titlesOf(page).sort(), [...titles].sort())
  const anew = await Page.enter(link, { key: page.key })
  assert.deepEqual(page.seen(), anew.seen())
  anew.leave()
}

const warnings = (page) => page.session.notices.value.filter(({ kind }) => kind === 'warning').map(({ text }) => text)

/** The operator reads that something was lost, once, and whoever animates is told; the others are not bothered. */
function isToldAloud(server, { anna, awa, basile }) {
  const log = server.log.join('\n')
  assert.match(log, /somebody was told of entry \d+ in epoch 1, and the journal does not have it/)
  assert.equal(log.match(/has lost confirmed entries .* in epoch 2/g)?.length, 1)
  assert.deepEqual(warnings(anna), ['lost'])
  assert.deepEqual([...warnings(awa), ...warnings(basile)], [])
}

/** Awa goes on where the others are away, and is away when the store comes back as it was. Basile, who has left
 * nothing but what is there, resumes and writes as many entries as hers that are gone. */
async function aBackupIsPutBack(server, store) {
  const people = await gather(server)
  const { anna, awa, basile, link } = people
  anna.away()
  basile.away()
  await store.save()
  await awa.until('is there', () => awa.session.status.value === 'live')
  await layCards(awa, missing)
  awa.away()
  const unsent = layCard(awa, 'Pas encore envoyée')
  await server.kill()
  await store.restore()
  await server.start()
  await basile.back()
  await layCards(basile, instead)
  await awa.back()
  await unsent
  await anna.back()
  const there = ['Avant', ...instead, 'Pas encore envoyée']
  for (const page of [anna, awa, basile]) await showsWhatThereIs(page, link, there)
  isToldAloud(server, people)
  await server.stop()
}

test('P4, P10: an SQLite backup is put back, and others write as many entries as it misses', async () => {
  const server = await Server.start()
  await aBackupIsPutBack(server, new File(server))
})

test('P4, P10: the keys of a Redis are put back, and others write as many entries as they miss', async () => {
  const redis = new Redis()
  await redis.start()
  await aBackupIsPutBack(await Server.start({ journal: redis.journal }), new Keys(redis))
  await redis.kill()
})

test('P10: a write-ahead log is cut, and who is ahead of the journal proves it', async () => {
  const server = await Server.start()
  const file = new File(server)
  const people = await gather(server)
  const { anna, awa, basile, link } = people
  const length = file.written
  await layCards(awa, missing)
  for (const page of [anna, basile]) await sees(page, missing)
  for (const page of [anna, awa, basile]) page.away()
  const unsent = layCard(awa, 'Pas encore envoyée')
  await server.kill()
  assert.ok(file.written > length, 'what was written since is in the log')
  truncateSync(file.log, length)
  await server.start()
  await Promise.all([anna, awa, basile].map((page) => page.back()))
  await unsent
  for (const page of [anna, awa, basile]) await showsWhatThereIs(page, link, ['Avant', 'Pas encore envoyée'])
  isToldAloud(server, people)
  await server.stop()
})
