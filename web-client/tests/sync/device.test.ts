import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { idToText } from '../../src/sync/bytes'
import { draftsOn, forgetOn, keptOn } from '../../src/sync/device'

const one = 4_711_000_000
const other = 77

function shelf(held: Record<string, unknown>) {
  const all = new Map(Object.entries(held).map(([name, value]) => [name, JSON.stringify(value)]))
  return {
    get length() {
      return all.size
    },
    key: (at: number) => [...all.keys()][at] ?? null,
    getItem: (name: string) => all.get(name) ?? null,
    removeItem: (name: string) => void all.delete(name),
    names: () => [...all.keys()],
  }
}

const full = () =>
  shelf({
    [`archipel.${idToText(one)}`]: { person: 'k', link: 'l', title: 'Zoé et les autres', name: 'Awa' },
    [`archipel.${idToText(other)}`]: { link: 'l', title: 'Assemblée' },
    'archipel.zz': { epoch: 3 },
    'archipel.organiser': { link: 'k' },
    'archipel.language': 'fr',
    [`archipel.unsent.${idToText(one)}`]: [{ place: 'a' }, { place: 'b' }],
    [`archipel.place.${one}`]: 'x',
    [`archipel.read.${idToText(other)}.5`]: 'x',
    [`other.${idToText(one)}`]: 'x',
  })

describe('what a device keeps', () => {
  test('are the workshops that it has a key of, by title', () => {
    assert.deepEqual(keptOn(full()), [
      { workshop: other, title: 'Assemblée', name: '' },
      { workshop: one, title: 'Zoé et les autres', name: 'Awa' },
    ])
  })

  test('is counted where it was not sent', () => {
    assert.equal(draftsOn(full(), one), 2)
    assert.equal(draftsOn(full(), other), 0)
  })

  test('is forgotten with all that has the workshop’s id, and nothing else is', () => {
    const kept = full()
    forgetOn(kept, one)
    assert.deepEqual(kept.names(), [
      `archipel.${idToText(other)}`,
      'archipel.zz',
      'archipel.organiser',
      'archipel.language',
      `archipel.read.${idToText(other)}.5`,
      `other.${idToText(one)}`,
    ])
  })

  test('may be damaged, and then is nothing', () => {
    assert.deepEqual(keptOn(shelf({ [`archipel.${idToText(one)}`]: 'no object' })), [])
  })
})
