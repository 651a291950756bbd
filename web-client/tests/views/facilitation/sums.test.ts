import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Change, Priority, Records } from '../../../../protocol/generated/protocol'
import { zeros } from '../../../src/sync/codec'
import { votedIn, writtenOn } from '../../../src/views/facilitation/sums'
import { aCard, boardId, LoneSession, put } from '../../support/session'

const person = (id: number, category: number, role: Records['person']['role'] = 'participant'): Change =>
  put('person', { ...(zeros('person') as unknown as Records['person']), id, role, category, joined_at: 1 })
const vote = { ...(zeros('priority') as unknown as Priority), id: 90, board: boardId, points: 5 }
const allotment = (id: number, by: number, points = 1): Change =>
  put('allotment', {
    ...(zeros('allotment') as unknown as Records['allotment']),
    id,
    priority: 90,
    person: by,
    card: 1,
    points,
    audience: 'everyone',
  })

function animator(...changes: Change[]): LoneSession {
  const session = new LoneSession(changes)
  session.me.value = { person: 7, role: 'animator' }
  return session
}

describe('how many wrote', () => {
  const cards = [
    put('card', aCard(1, { author: 8 })),
    put('card', aCard(2, { author: 8 })),
    put('card', aCard(3, { author: 0, anonymous: true })),
    put('card', aCard(4, { author: 9, audience: 'person', holder: 7 })),
  ]

  test('without a veil it is counted on what everybody sees', () => {
    assert.deepEqual(writtenOn(animator(...cards), boardId), {
      cards: 3,
      people: 1,
      unsigned: 1,
      behindVeil: false,
    })
  })

  test('behind a veil it is what the server tells, nothing while nothing is written', () => {
    const session = animator(...cards)
    session.others({ operation: 'patch', type: 'board', id: boardId, fields: { veiled: true } } as Change)
    assert.equal(writtenOn(session, boardId), undefined)
    session.sums.value = { type: 'sums', written: [], voted: [] }
    assert.deepEqual(writtenOn(session, boardId), { cards: 0, people: 0, unsigned: 0, behindVeil: true })
    const told = { board: boardId, cards: 12, people: 7, anonymous: 3 }
    session.sums.value = { type: 'sums', written: [told], voted: [] }
    assert.deepEqual(writtenOn(session, boardId), { cards: 12, people: 7, unsigned: 3, behindVeil: true })
  })
})

describe('how many voted', () => {
  const here = [person(7, 0, 'animator'), person(8, 21), person(9, 21), person(10, 0)]

  test('of those who are here, by category', () => {
    const session = animator(...here)
    session.present.value = new Set([7, 8, 9, 10])
    session.sums.value = { type: 'sums', written: [], voted: [{ priority: 90, category: 21, people: 1 }] }
    assert.deepEqual(votedIn(session, vote), {
      people: 1,
      of: 3,
      categories: [
        { category: 0, people: 0, of: 1 },
        { category: 21, people: 1, of: 2 },
      ],
    })
  })

  test('who voted and left counts on', () => {
    const session = animator(...here)
    session.present.value = new Set([7])
    session.sums.value = { type: 'sums', written: [], voted: [{ priority: 90, category: 21, people: 2 }] }
    const voted = votedIn(session, vote)
    assert.deepEqual([voted?.people, voted?.of], [2, 2])
  })

  test('a wall shows no categories, a participant nothing that is hidden', () => {
    const session = animator(...here)
    session.me.value = { person: 0, role: 'screen' }
    session.sums.value = { type: 'sums', written: [], voted: [{ priority: 90, category: 0, people: 2 }] }
    assert.deepEqual(votedIn(session, vote)?.categories, [])
    session.me.value = { person: 8, role: 'participant' }
    session.sums.value = undefined
    assert.equal(votedIn(session, vote), undefined)
  })

  test('once shown it is counted on the points', () => {
    const session = animator(...here, allotment(1, 8), allotment(2, 8), allotment(3, 10), allotment(4, 9, 0))
    session.present.value = new Set([7, 8, 9, 10])
    const voted = votedIn(session, { ...vote, shown: true })
    assert.deepEqual([voted?.people, voted?.of], [2, 3])
  })
})
