import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Person } from '../../../../protocol/generated/protocol'
import { bundle, matches } from '../../../src/views/people/matching'

const person = (id: number, name: string, part: Partial<Person> = {}): Person => ({
  id,
  name,
  organisation: '',
  territory: '',
  category: 0,
  role: 'participant',
  joined_at: 0,
  listed: true,
  invitation: 0,
  groups: [],
  ...part,
})

describe('looking for people', () => {
  const elu = person(1, 'Élu·e Saint-Jean-de-Braye', { organisation: 'Ville', territory: 'Loiret' })

  test('accents, capitals and order do not matter', () => {
    for (const search of ['elu', 'BRAYE', 'jean elu', 'loiret vil', '', '  '])
      assert.ok(matches(elu, search), search)
  })

  test('every word must begin one of theirs', () => {
    for (const search of ['raye', 'elu annecy', 'x']) assert.ok(!matches(elu, search), search)
  })
})

describe('putting people together', () => {
  test('those present first, labels in order, without a label last', () => {
    const people = [
      person(1, 'Zoé', { territory: 'Arras' }),
      person(2, 'Ana', { territory: 'Arras' }),
      person(3, 'Bob'),
      person(4, 'Voix 10', { territory: 'Annecy' }),
      person(5, 'Voix 9', { territory: 'Annecy' }),
    ]
    const bundles = bundle(people, new Set([1, 3]), ({ territory }) => territory, 'ailleurs')
    assert.deepEqual(
      bundles.map(({ label, here, people }) => [label, here, people.map(({ name }) => name)]),
      [
        ['Annecy', 0, ['Voix 9', 'Voix 10']],
        ['Arras', 1, ['Zoé', 'Ana']],
        ['ailleurs', 1, ['Bob']],
      ],
    )
  })
})
