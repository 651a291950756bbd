// Several browsers, one server, a network that cuts, loses answers, holds frames back, and tabs that close.
// In the end everybody sees what the server holds, and every command was taken at most once.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Command, Records } from '../../../protocol/generated/protocol'
import { keyToText } from '../../src/sync/bytes'
import { ModelServer } from '../support/model'
import { Visitor } from '../support/visitor'
import { chance, settle } from '../support/world'

const rounds = 400
const people = [8, 9, 10]
const link = new Uint8Array(32).fill(1)

function pick<T>(random: () => number, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)]
}

function someCommand(visitor: Visitor, random: () => number, fresh: number): Command {
  const card = pick(random, visitor.session.all('card').value)
  const luck = random()
  if (!card || luck < 0.35) {
    const place = { board: 5, x: 0, y: 0, width: 240, height: 120 } as const
    return {
      type: 'add_card',
      card: fresh,
      title: `new ${fresh}`,
      color: 'sun',
      audience: 'everyone',
      ...place,
    }
  }
  if (luck < 0.45) return { type: 'drop_card', card: card.id }
  if (luck < 0.7) return { type: 'edit_card', card: card.id, title: `title ${fresh}` }
  return { type: 'edit_card', card: card.id, x: fresh % 1000, y: Math.floor(luck * 100) }
}

/** Answers and news are lost from now on, though the server hears everything: the worst cut. */
function deafen(visitor: Visitor): void {
  if (visitor.socket) visitor.socket.onmessage = null
}

async function step(visitor: Visitor, random: () => number, fresh: number): Promise<void> {
  const luck = random()
  if (luck < 0.6) visitor.session.enact(someCommand(visitor, random, fresh))
  else if (luck < 0.66) visitor.cut()
  else if (luck < 0.8) visitor.mend()
  else if (luck < 0.85) deafen(visitor)
  else if (luck < 0.88) visitor.server.rewrite()
  else if (luck < 0.92 && visitor.reachable) visitor.reload()
  else visitor.clock.pass(Math.floor(random() * 25_000))
  await settle()
  visitor.connect()
}

function seen(visitor: Visitor): Records['card'][] {
  return [...visitor.session.all('card').value].sort((left, right) => left.id - right.id)
}

function held(server: ModelServer): Records['card'][] {
  const cards = [...server.state].filter(([name]) => name.startsWith('card ')).map(([, record]) => record)
  return (cards as Records['card'][]).sort((left, right) => left.id - right.id)
}

async function comeTogether(visitor: Visitor): Promise<void> {
  visitor.reachable = true
  for (let second = 0; second < 60; second++) {
    visitor.connect()
    visitor.clock.pass(1_000)
    await settle()
  }
}

async function live(seed: number): Promise<void> {
  const random = chance(seed)
  const server = new ModelServer()
  server.keyHolders.set(keyToText(link), 0)
  server.refuses = () => random() < 0.05
  const visitors = people.map((person) => new Visitor(server, new Uint8Array(32).fill(person), seed + person))
  for (const [place, person] of people.entries()) {
    server.keyHolders.set(keyToText(new Uint8Array(32).fill(person)), person)
    visitors[place]?.start()
  }
  for (let round = 0; round < rounds; round++) {
    await step(pick(random, visitors) as Visitor, random, 1000 + round)
  }
  server.refuses = () => false
  for (const visitor of visitors) await comeTogether(visitor)
  for (const visitor of visitors) await comeTogether(visitor)
  for (const visitor of visitors) {
    assert.equal(visitor.session.status.value, 'live', `seed ${seed}`)
    assert.equal(visitor.session.waiting.value, 0, `seed ${seed}`)
    assert.deepEqual(seen(visitor), held(server), `seed ${seed}`)
    for (const { id } of visitor.session.notices.value) visitor.session.dismiss(id)
    await settle()
    assert.equal(visitor.store.kept.size, 0, `seed ${seed}: something is left in a store`)
  }
  assert.equal(new Set(server.accepted).size, server.accepted.length, `seed ${seed}: a command twice`)
  assert.ok(server.accepted.length > rounds / 10)
}

describe('everybody converges', () => {
  const given = process.env.SEED
  const seeds = given ? [Number(given)] : Array.from({ length: 40 }, (_, place) => place + 1)
  for (const seed of seeds) test(`seed ${seed}`, () => live(seed))
})
