import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawCode, openCode, readCode } from '../../src/sync/code'

test('a code is read in any case, with blanks and hyphens, or behind an address', () => {
  for (const typed of ['BCDFHJ', 'bcdfhj', ' bcd fhj ', 'BCD-FHJ', 'bcd–fhj', 'b.c.d.f.h.j', 'ＢＣＤＦＨＪ'])
    assert.equal(readCode(typed), 'BCDFHJ', typed)
  for (const typed of ['atelier.example/bcdfhj', 'https://atelier.example/c/BCDFHJ/', '/c/bcd-fhj'])
    assert.equal(readCode(typed), 'BCDFHJ', typed)
})

test('what looks like a letter of a code is taken for it', () => {
  assert.equal(readCode('8cdfhj'), 'BCDFHJ')
  assert.equal(readCode('OQ0dd0'), 'DDDDDD')
  assert.equal(readCode('1iIlLl'), 'LLLLLL')
  assert.equal(readCode('G6cuv5'), 'CCCVVS')
  assert.equal(readCode('zz22SS'), 'ZZZZSS')
})

test('anything else is no code', () => {
  for (const typed of [
    '',
    'BCDFH',
    'BCDFHJK',
    'BATEAU',
    'BCDFH!',
    'https://atelier.example/a/12#x',
    '<b>cdf',
  ])
    assert.equal(readCode(typed), undefined, typed)
})

test('a code that is drawn can be read, and no letter comes more often than another', () => {
  let seed = 1
  const random = (count: number) =>
    Uint8Array.from({ length: count }, () => {
      seed = (seed * 48271) % 2147483647
      return seed >> 8
    })
  const seen = new Map<string, number>()
  for (let times = 0; times < 3000; times++) {
    const code = drawCode(random)
    assert.equal(readCode(code), code)
    assert.doesNotMatch(code, /PD|FDP|NTM|SS|HH/)
    for (const letter of code) seen.set(letter, (seen.get(letter) ?? 0) + 1)
  }
  assert.equal(seen.size, 18)
  assert.ok(Math.min(...seen.values()) > 700, `${[...seen]}`)
})

test('a code leads in for a day at most', () => {
  const day = 24 * 3_600_000
  assert.equal(openCode({ code: 'BCDFHJ', opened_at: 1000 }, 1000 + day - 1), 'BCDFHJ')
  assert.equal(openCode({ code: 'BCDFHJ', opened_at: 1000 }, 1000 + day), undefined)
  assert.equal(openCode({ code: '', opened_at: 1000 }, 1001), undefined)
  assert.equal(openCode(undefined, 1001), undefined)
})
