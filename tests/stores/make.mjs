// Makes a small store of the format that a build writes, once for each journal, and writes down what people saw
// of it:
//
//     ARCHIPEL_BIN=build/dev/archipel node tests/stores/make.mjs 1
//
// makes format1.db, format1.redis and, for each, what was seen: format1.db.json and format1.redis.json. The
// program should be one of the time when the format was current; README.md says which.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Redis, Server } from '../e2e/support/server.mjs'
import { Page } from '../support/page.mjs'
import { endPassing } from '../support/passing.mjs'

const [format] = process.argv.slice(2)
assert.match(format ?? '', /^\d+$/, 'the number of the format')
const here = fileURLToPath(new URL('.', import.meta.url))
assert.ok(!existsSync(join(here, `format${format}.db`)), `format ${format} is there; stores are kept as they are`)

/** What comes before the snapshot: people, places, cards for some and for all, links, points. */
async function begin({ animator, participant }) {
  const anna = await Page.join(animator, 'Anna')
  const awa = await Page.join(participant, 'Awa')
  const basile = await Page.join(participant, 'Basile')
  await awa.until('sees the board', () => awa.all('board').length === 1)
  const [{ id: board }] = anna.all('board')
  const card = (page, title, more) => page.put('card', { type: 'add_card', board, title, text: `« ${title} »`, color: 'sun', x: 40, y: 60, width: 240, height: 160, audience: 'everyone', ...more })
  await anna.put('objective', { type: 'add_objective', objective: 0, title: 'Un patrimoine commun', brief: 'Patrimoine', color: 'sea', place: 1 })
  await anna.put('zone', { type: 'add_zone', board, title: 'À discuter', color: 'sea', x: 0, y: 0, width: 600, height: 400 })
  const seed = await card(awa, 'Semences paysannes')
  const well = await card(basile, 'Puits partagé', { x: 900, color: 'sea' })
  await card(awa, 'Pour moi seule', { audience: 'person', holder: awa.me })
  await card(anna, "Pour l'animation", { audience: 'animators' })
  await card(basile, 'Sans nom', { anonymous: true, x: 1200 })
  const gone = await card(basile, 'Retirée', { y: 700 })
  await awa.until('sees the card', () => awa.all('card').some(({ id }) => id === well))
  await awa.put('link', { type: 'add_link', board, from: seed, to: well, label: 'arrose' })
  const priority = await anna.put('priority', { type: 'add_priority', board, title: 'Par quoi commencer ?', points: 5, by_delegation: false })
  await awa.until('may give points', () => awa.all('priority').length === 1)
  await awa.put('allotment', { type: 'allot', priority, card: seed, points: 3 })
  await basile.until('may give points', () => basile.all('priority').length === 1)
  await basile.put('allotment', { type: 'allot', priority, card: well, points: 2 })
  await basile.do({ type: 'drop_card', card: gone })
  return { people: { anna, awa, basile }, seed, well, board, card }
}

/** What comes behind the snapshot. */
async function goOn({ people: { anna, awa, basile }, seed, well, card }) {
  await card(anna, 'Après la pause', { x: 300, y: 500 })
  await awa.do({ type: 'edit_card', card: seed, x: 120, y: 90 })
  await basile.do({ type: 'edit_text', card: well, base: '« Puits partagé »', text: '« Puits partagé, rue Basse »' })
  await anna.do({ type: 'edit_workshop', workshop: anna.workshop, title: 'Archives ouvertes' })
}

async function settled(page) {
  await page.until('hears the last of it', () => page.session.workshop.value?.title === 'Archives ouvertes')
}

/** Stopped in between, so that there is a snapshot, and killed at the end, so that there are entries behind it. */
async function live(server) {
  const links = await server.found('Archives', '--template', 'blank')
  const begun = await begin(links)
  await server.stop()
  await server.start()
  for (const page of Object.values(begun.people)) await page.back()
  await goOn(begun)
  for (const page of Object.values(begun.people)) await settled(page)
  const seen = Object.fromEntries(Object.entries(begun.people).map(([name, page]) => [name, { key: keyText(page), seen: page.seen() }]))
  for (const page of Object.values(begun.people)) page.leave()
  await server.kill()
  return { workshop: links.workshop ?? new URL(links.animator).pathname.split('/').at(-1), people: seen }
}

const keyText = (page) => Buffer.from(page.key).toString('base64url')

function keep(name, story) {
  writeFileSync(join(here, `${name}.json`), `${JSON.stringify(story)}\n`)
}

async function makeSqlite() {
  const server = await Server.start()
  const story = await live(server)
  const file = join(server.data, 'archipel.db')
  execFileSync('sqlite3', [file, 'PRAGMA wal_checkpoint(TRUNCATE);'])
  copyFileSync(file, join(here, `format${format}.db`))
  keep(`format${format}.db`, story)
}

/** As the commands that Redis itself writes into its append-only file, which every Redis understands. */
async function makeRedis() {
  const redis = new Redis()
  await redis.start()
  await redis.tell('CONFIG', 'SET', 'aof-use-rdb-preamble', 'no')
  const story = await live(await Server.start({ journal: redis.journal }))
  await redis.tell('BGREWRITEAOF')
  const status = async () => (await redis.tell('INFO', 'persistence')).stdout
  while (!/aof_rewrite_in_progress:0\r\naof_rewrite_scheduled:0/.test(await status())) await new Promise(setImmediate)
  await redis.kill()
  const folder = join(redis.folder, 'appendonlydir')
  const [base] = readdirSync(folder).filter((file) => file.endsWith('.base.aof'))
  copyFileSync(join(folder, base), join(here, `format${format}.redis`))
  keep(`format${format}.redis`, story)
}

await makeSqlite()
await makeRedis()
endPassing()
process.exit(0)
