import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Invitation } from '../../../protocol/generated/protocol'
import { idFromText, idToText, keyFromText, keyToText, randomId, randomKey } from '../../src/sync/bytes'
import { Identity } from '../../src/sync/identity'
import { keyTree, newKey, treeKey } from '../../src/sync/invitations'
import { Keys, safeShelf } from '../../src/sync/keys'
import { deriveKey, readLink, writeLink } from '../../src/sync/links'
import { memoryShelf } from '../support/world'

const counting = Uint8Array.from({ length: 32 }, (_, place) => place)
const key = (value: number) => new Uint8Array(32).fill(value)

function newKeys(browser = memoryShelf(), tab = memoryShelf()): Keys {
  return new Keys(browser, tab, 77)
}

describe('keys as text', () => {
  test('43 characters of base64url and back', () => {
    assert.equal(keyToText(counting), 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8')
    assert.deepEqual(keyFromText('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'), counting)
    assert.equal(keyToText(key(255)), '__________________________________________8')
  })

  test('anything else is no key', () => {
    for (const text of [
      '',
      'A',
      `${'A'.repeat(43)}=`,
      `${'A'.repeat(42)}B`,
      '+'.repeat(43),
      ' '.repeat(43),
    ]) {
      assert.equal(keyFromText(text), undefined, text)
    }
  })

  test('ids are base 36, and only those that are exact', () => {
    assert.equal(idFromText(idToText(2 ** 53 - 1)), 2 ** 53 - 1)
    for (const text of ['', '0', '-1', '01', 'é', '2gosa7pa2gw', 'zzzzzzzzzzz', '1.5']) {
      assert.equal(idFromText(text), undefined, text)
    }
  })

  test('fresh ids are in range and fresh', () => {
    const ids = Array.from({ length: 1000 }, randomId)
    assert.ok(ids.every((id) => Number.isSafeInteger(id) && id > 0))
    assert.equal(new Set(ids).size, 1000)
    assert.ok(ids.some((id) => id > 2 ** 51))
  })
})

describe('H5 the tree of keys', () => {
  test('H3: derives as the server does', async () => {
    // Computed with Python's hashlib.
    const animator = await deriveKey(counting, 'animator', 2 ** 53 - 1, 1)
    assert.equal(keyToText(animator), 'lUESwuflMXTo5wkHY85zk4J0GSJ7TUtfPyeIPM7tqF0')
    assert.equal(
      keyToText(await deriveKey(counting, 'participant', 77, 12)),
      'u61C5G17EPeTPn-F6yUmu9833gykYKD_6WAnY0z2QNA',
    )
  })

  test('H3: an organiser has all of it, the first animator what is below, others nothing', async () => {
    const keys = newKeys()
    keys.useInTab(key(1))
    keys.set('animator', key(2))
    const first = { role: 'animator', number: 1 } as Invitation
    const second = { role: 'animator', number: 2 } as Invitation
    const organiser = await keyTree(keys, 77, 'organiser', undefined)
    assert.deepEqual(await treeKey(organiser, 'animator', 2), await deriveKey(key(1), 'animator', 77, 2))
    const animator = await keyTree(keys, 77, 'animator', first)
    assert.deepEqual(await treeKey(animator, 'screen', 3), await deriveKey(key(2), 'screen', 77, 3))
    assert.deepEqual(await treeKey(animator, 'animator', 1), key(2))
    assert.equal(await treeKey(animator, 'animator', 2), undefined)
    assert.equal(await treeKey(await keyTree(keys, 77, 'animator', second), 'screen', 1), undefined)
  })

  test('a new link takes the next number on the tree, else a random key of its own', async () => {
    const tree = { workshop: 77, organiser: undefined, animator: key(2) }
    const grown = await newKey(tree, 'participant', [1, 4, 5000])
    assert.deepEqual(grown, { number: 5, key: await deriveKey(key(2), 'participant', 77, 5), random: false })
    const apart = await newKey(tree, 'animator', [1])
    assert.ok(apart.random && apart.number >= 1000)
    assert.equal(await treeKey(tree, 'animator', apart.number), undefined)
  })
})

describe('links', () => {
  test('H4: carry the workshop in the path and the key after the #', () => {
    const link = writeLink('https://a.example', 77, counting)
    assert.equal(link, 'https://a.example/a/25#AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8')
    assert.deepEqual(readLink(link), { workshop: 77, key: counting, shown: undefined })
  })

  test('a screen’s brings what it shows', () => {
    const link = writeLink('http://10.0.0.4:8080', 77, key(1), key(2))
    assert.deepEqual(readLink(link), { workshop: 77, key: key(1), shown: key(2) })
  })

  test('the start page is no workshop', () => {
    assert.deepEqual(readLink(`http://a/#${keyToText(counting)}`), {
      workshop: 0,
      key: counting,
      shown: undefined,
    })
  })

  test('others are not ours', () => {
    for (const address of ['', 'bonjour', 'http://a/b', 'http://a/a/', 'http://a/a/!', 'http://a/a/25/x']) {
      assert.equal(readLink(address), undefined, address)
    }
    assert.equal(readLink('http://a/a/25#short')?.key, undefined)
  })
})

describe('what a browser keeps', () => {
  test('keys by workshop, each of its kind', () => {
    const browser = memoryShelf()
    newKeys(browser).set('person', key(1))
    newKeys(browser).set('link', key(2))
    assert.deepEqual(newKeys(browser).get('person'), key(1))
    assert.equal(new Keys(browser, memoryShelf(), 78).get('person'), undefined)
    newKeys(browser).forget('person')
    assert.equal(newKeys(browser).get('person'), undefined)
    assert.deepEqual(newKeys(browser).get('link'), key(2))
  })

  test('a shelf with rubbish on it is an empty one', () => {
    const browser = memoryShelf()
    for (const rubbish of ['', '[', 'null', '3', '{"person":"x","link":7}']) {
      browser.setItem('archipel.25', rubbish)
      assert.equal(newKeys(browser).current(), undefined)
    }
  })

  test('a browser that refuses keeps in memory', () => {
    const refusing = () => {
      throw new Error('denied')
    }
    const shelf = safeShelf(refusing)
    shelf.setItem('a', '1')
    assert.equal(shelf.getItem('a'), '1')
    shelf.removeItem('a')
    assert.equal(shelf.getItem('a'), null)
  })
})

describe('identity', () => {
  const person = randomKey()
  const link = randomKey()

  test('H2: the same link again is the same person', () => {
    const keys = newKeys()
    keys.set('person', person)
    const identity = new Identity(keys, link)
    assert.deepEqual(identity.key, link)
    assert.ok(identity.welcomed(0, 'participant'))
    assert.deepEqual(identity.key, person)
    assert.ok(!identity.welcomed(8, 'participant'))
  })

  test('a person’s link makes this browser theirs', () => {
    const keys = newKeys()
    const identity = new Identity(keys, person)
    assert.ok(!identity.welcomed(8, 'participant'))
    assert.deepEqual(keys.get('person'), person)
  })

  test('an animator’s link makes an animator, also of whoever was a participant here', () => {
    const keys = newKeys()
    keys.set('person', person)
    const identity = new Identity(keys, link)
    assert.ok(identity.welcomed(0, 'animator'))
    assert.ok(identity.welcomed(8, 'participant'))
    assert.deepEqual(identity.key, link)
    assert.ok(!identity.welcomed(0, 'animator'))
    assert.deepEqual(keys.get('animator'), link)
  })

  test('an animator who is made a participant stays who they are', () => {
    const keys = newKeys()
    keys.set('person', person)
    const identity = new Identity(keys, link)
    identity.welcomed(0, 'animator')
    assert.ok(!identity.welcomed(8, 'animator'))
    assert.ok(!identity.welcomed(8, 'participant'))
    assert.deepEqual(identity.key, person)
  })

  test('a screen is one in its tab only', () => {
    const browser = memoryShelf()
    const tab = memoryShelf()
    newKeys(browser).set('person', person)
    const identity = new Identity(newKeys(browser, tab), link)
    assert.ok(!identity.welcomed(0, 'screen'))
    assert.deepEqual(new Identity(newKeys(browser, tab), undefined).key, link)
    assert.deepEqual(new Identity(newKeys(browser), undefined).key, person)
  })

  test('a key that opens no more gives way to the link, once', () => {
    const keys = newKeys()
    keys.set('person', person)
    keys.set('link', link)
    const identity = new Identity(keys, undefined)
    assert.deepEqual(identity.key, person)
    assert.ok(identity.unknown())
    assert.deepEqual(identity.key, link)
    assert.equal(keys.get('person'), undefined)
    assert.ok(!identity.unknown())
  })

  test('cut while joining: one’s own key is tried, then the link, and nothing is forgotten', () => {
    const keys = newKeys()
    const identity = new Identity(keys, link)
    identity.welcomed(0, 'participant')
    identity.join(person)
    identity.fell()
    assert.deepEqual(identity.key, person)
    assert.ok(identity.unknown())
    assert.deepEqual(identity.key, link)
    assert.ok(!identity.welcomed(0, 'participant'))
    assert.deepEqual(keys.get('person'), person)
    assert.ok(!identity.welcomed(8, 'participant'))
    assert.deepEqual(identity.key, person)
  })

  test('a refused join leaves who one was', () => {
    const keys = newKeys()
    keys.set('person', person)
    const identity = new Identity(keys, link)
    identity.join(randomKey())
    identity.joinRefused()
    assert.deepEqual(keys.get('person'), person)
  })
})
