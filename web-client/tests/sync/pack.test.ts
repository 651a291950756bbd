import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Encoder } from '@msgpack/msgpack'
import { pack, unpacked } from '../../src/sync/pack'

const library = new Encoder()

describe('MessagePack as it travels', () => {
  const ends = [
    0,
    1,
    31,
    32,
    127,
    128,
    255,
    256,
    32_767,
    32_768,
    65_535,
    65_536,
    2 ** 31,
    2 ** 32 - 1,
    2 ** 32,
    2 ** 53 - 1,
  ]
  const lengths = [0, 15, 16, 31, 32, 255, 256, 65_535, 65_536]

  test('numbers are as short as the library makes them', () => {
    for (const end of ends)
      for (const value of [end, -end, -end - 1].filter(Number.isSafeInteger)) same(value)
  })

  test('texts, bytes and lists of every length, and what is in them', () => {
    for (const text of ['', 'é', 'aé', 'œuvre – 10 €', 'ÿ߿ࠀ\uffff𐀀', '\ufeffdébut', 'العربية', '漢字'])
      same(text)
    for (const length of lengths) {
      same('é'.repeat(length))
      same('x'.repeat(length))
      same(new Uint8Array(length).fill(7))
      same(Array.from({ length }, (_, place) => [place, true, false, null, '👩🏽‍🤝‍👨🏻']))
    }
  })

  test('what has no form on the wire is not sent', () => {
    for (const value of [1.5, Number.NaN, 2 ** 53, {}, () => {}, Symbol('x')])
      assert.throws(() => pack(value))
  })
})

describe('MessagePack as it is read', () => {
  test('one after the other', () => {
    const bytes = new Uint8Array([...library.encode([1, 'deux']), ...library.encode(-3)])
    assert.deepEqual(unpacked(bytes), [[1, 'deux'], -3])
  })

  test('what is cut off anywhere, of another kind, or no text, is nothing', () => {
    const whole = library.encode([300, -70_000, 2 ** 40, 'é'.repeat(40), new Uint8Array(300), [true, null]])
    for (let length = 1; length < whole.length; length++)
      assert.throws(() => unpacked(whole.subarray(0, length)))
    for (const value of [{ a: 1 }, 1.5, new Date()]) assert.throws(() => unpacked(library.encode(value)))
    assert.throws(() => unpacked(Uint8Array.of(0xc1)))
    for (const bad of [[0xc3, 0x28], [0x41, 0xc3], [0x41, 0xe2], [0xc0, 0x80], [0x80], [0xed, 0xa0, 0x80]])
      assert.throws(() => unpacked(Uint8Array.of(0xa0 + bad.length, ...bad)), `${bad}`)
    assert.throws(() => unpacked(Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff)))
  })

  test('it stands alone: what is read stays when its frame is used again', () => {
    const frame = library.encode(Uint8Array.of(1, 2, 3))
    const [bytes] = unpacked(frame)
    frame.fill(0)
    assert.deepEqual(bytes, Uint8Array.of(1, 2, 3))
  })
})

function same(value: unknown): void {
  // Not -0, which the library writes as a fraction.
  const sent = Object.is(value, -0) ? 0 : value
  assert.deepEqual(pack(sent), library.encode(sent))
  assert.deepEqual(unpacked(pack(sent)), [sent])
}
