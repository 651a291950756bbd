// An upgrade as whoever runs a server lives it: this version and one whose schema has grown, on one Redis, and one
// after the other on one SQLite file.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { atEnd } from '../e2e/support/end.mjs'
import { Redis, Server } from '../e2e/support/server.mjs'
import { grown, source } from '../support/grown.mjs'
import { anId, Client, Schema } from './client.mjs'

const [, , program] = process.argv
process.env.ARCHIPEL_BIN = program
const newProgram = grown()
const ours = new Schema(fileURLToPath(new URL('../../', import.meta.url)))
const theirs = new Schema(source)

const redis = new Redis()
await redis.start()
const older = await Server.start({ journal: redis.journal })
const newer = await Server.start({ journal: redis.journal, key: older.key, program: newProgram })
atEnd(() => older.stop(), () => newer.stop(), () => redis.kill())

const ready = async (server) => {
  const answer = await fetch(`${server.origin}/readyz`)
  return `${answer.status} ${(await answer.text()).trim()}`
}
const board = async (client) => {
  const boardRecord = 7
  const all = client.told('snapshot').concat(client.told('changes')).flatMap((message) => message.at(-1))
  return all.find(([, type]) => type === boardRecord)[2]
}
const card = async (client, title) => ({ card: anId(), board: await board(client), title, color: 1, x: 0, y: 0, width: 240, height: 120, audience: 1 })

test('H19: each server takes clients of its own schema only', async () => {
  const { participant } = await older.found('Atelier')
  assert.notEqual(ours.fingerprint, theirs.fingerprint)
  assert.equal(await (await Client.hello(older, theirs, participant)).closed(), 'wrong_version')
  assert.equal(await (await Client.hello(newer, ours, participant)).closed(), 'wrong_version')
})

test('X9: two versions share a workshop until the newer one writes what the older one does not know', async () => {
  const { participant } = await older.found('Atelier')
  const aside = await older.found('À côté')
  const awa = await Client.join(older, ours, participant, 'Awa')
  const basile = await Client.join(newer, theirs, participant, 'Basile')
  assert.ok(await awa.command('add_card', await card(awa, 'Écrite chez les anciens')))
  assert.ok(await basile.heard('Écrite chez les anciens'))
  assert.ok(await basile.command('add_card', await card(basile, 'Écrite chez les nouveaux')))
  assert.ok(await awa.heard('Écrite chez les nouveaux'))
  assert.equal(await ready(older), '200 ready')

  assert.ok(await basile.command('add_milestone', { milestone: anId(), title: 'Un jalon' }))
  assert.equal(await awa.closed(), 'outdated')
  assert.match(await ready(older), /^200 ready, but outdated: 1 /)
  assert.equal(await ready(newer), '200 ready')
  assert.match(older.log.join('\n'), /error +workshop \d+: its store holds what a newer version of Archipel/)
  assert.doesNotMatch(older.log.join('\n'), /damaged/)

  assert.equal(await (await Client.hello(older, ours, participant)).closed(), 'outdated')
  assert.ok(await basile.command('add_card', await card(basile, 'On continue')))
  assert.ok((await Client.join(older, ours, aside.participant, 'Chloé')).told('done').length)
})

test('X9: an older server takes a store of a newer one for what it is, and the newer one takes it up again', async () => {
  const first = await Server.start({ program: newProgram })
  const { participant } = await first.found('Atelier')
  const aside = await first.found('À côté')
  const basile = await Client.join(first, theirs, participant, 'Basile')
  assert.ok(await basile.command('add_milestone', { milestone: anId(), title: 'Un jalon' }))
  await first.stop()
  const back = await Server.start({ data: first.data, key: first.key })
  assert.equal(await (await Client.hello(back, ours, participant)).closed(), 'outdated')
  assert.ok((await Client.join(back, ours, aside.participant, 'Awa')).told('done').length)
  await back.stop()
  const again = await Server.start({ data: first.data, key: first.key, program: newProgram })
  assert.ok(await (await Client.join(again, theirs, participant, 'Chloé')).heard('Un jalon'))
  await again.stop()
})
