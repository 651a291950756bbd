import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Person, Records } from '../../../../protocol/generated/protocol'
import { zeros } from '../../../src/sync/codec'
import { fold, squeezed } from '../../../src/views/parts/fold'
import { finder, matches } from '../../../src/views/parts/search'
import { matches as matchesPerson } from '../../../src/views/people/matching'
import { aCard, LoneSession, put } from '../../support/session'

declare const REPOSITORY: string

describe('folding', () => {
  test('is the server’s, for every character', () => {
    const table = readFileSync(join(REPOSITORY, 'protocol/generated/fold.c'), 'utf8')
    const rows = new Map(
      [...table.matchAll(/\{0x(\w+), "(\w+)"\}/g)].map(([, code, text]) => [Number(`0x${code}`), text]),
    )
    assert.ok(rows.size > 1000)
    for (let code = 0x80; code < 0x10000; code++) {
      const isSurrogate = code >= 0xd800 && code < 0xe000
      if (!isSurrogate)
        assert.equal(squeezed(String.fromCharCode(code)), rows.get(code) ?? '', `U+${code.toString(16)}`)
    }
  })

  test('makes one of what is one to people', () => {
    for (const [one, other] of [
      ['Cœur', 'coeur'],
      ['L’Hôte', "l'hote"],
      ['inter\u00adcommunal', 'intercommunal'],
      ['peut\u2011être', 'peut-etre'],
      ['10\u202f000', '10000'],
      ['10 000', '１００００'],
      ['1.500.000', '1 500 000'],
      ['ﬁnancer', 'financer'],
      ['E\u0301lu', 'élu'],
      ['STRASSE', 'Straße'],
    ] as const)
      assert.equal(fold(one), fold(other), one)
  })

  test('leaves numbers apart that only stand side by side', () => {
    assert.equal(fold('2024 300'), '2024 300')
    assert.equal(fold('1 23 4567'), '1 23 4567')
  })
})

describe('searching', () => {
  test('finds people as their names are typed', () => {
    const people = [
      'Lætitia Cœurdevey',
      'Jean-Noël L’Hôte',
      'Maël Nguyễn',
      'François D’Haene',
      'Straße Müller',
    ]
    const found = (search: string) =>
      people.filter((name) =>
        matchesPerson({ name, organisation: 'Mairie d’Œting', territory: '' } as Person, search),
      )
    for (const [search, name] of [
      ['laetitia coeurdevey', 0],
      ["l'hote", 1],
      ['lhote', 1],
      ['jean-noel', 1],
      ['jeannoel', 1],
      ['nguyen', 2],
      ['d’haene', 3],
      ['dhaene', 3],
      ['strasse muller', 4],
    ] as const)
      assert.deepEqual(found(search), [people[name]], search)
    assert.equal(found('oeting').length, 5)
    assert.equal(found('').length, 5)
    assert.equal(found('ote').length, 0)
  })

  test('finds cards by their authors, and unsigned ones by nobody', () => {
    const person = { ...zeros('person'), id: 8, name: 'Lætitia Cœurdevey' } as unknown as Records['person']
    const session = new LoneSession([put('person', person)])
    const cards = [
      aCard(1, { title: 'Budget de 10\u00a0000 €', author: 8 }),
      aCard(2, { title: 'Autre', author: 9, coauthors: [8] }),
      aCard(3, { title: 'Sans', author: 0, anonymous: true }),
    ]
    const found = (wanted: string) => cards.filter(finder(session, wanted)).map(({ id }) => id)
    assert.deepEqual(found('coeurdevey'), [1, 2])
    assert.deepEqual(found('laetitia 10000'), [1])
    assert.deepEqual(found(' '), [1, 2, 3])
    assert.ok(matches({ title: 'Peut\u2011être', text: '' }, 'peut-etre'))
  })
})
