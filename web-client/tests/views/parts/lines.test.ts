import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ascent, fitted, leading } from '../../../src/views/parts/fit'
import { graphemes, runsLeft, shortened } from '../../../src/views/parts/letters'
import { piecesOf, softened, syllables, wrapped } from '../../../src/views/parts/lines'

const width = (text: string) => graphemes(text).length
const family = '👩‍👩‍👧‍👦'
const accented = 'e\u0301'

test('lines are broken between words, and the last says there is more by whole words', () => {
  assert.deepEqual(wrapped('un deux trois quatre', 9, 9, width), ['un deux', 'trois', 'quatre'])
  assert.deepEqual(wrapped('un deux trois', 8, 1, width), ['un deux…'])
  assert.deepEqual(wrapped('un deux, trois', 8, 1, width), ['un deux…'])
  assert.deepEqual(wrapped('bonjour à toutes', 8, 1, width), ['bonjour…'])
  assert.deepEqual(wrapped('un intercommunal', 12, 1, width), ['un…'])
  assert.deepEqual(wrapped('  ', 8, 3, width), [])
})

test('what a space holds together stays together', () => {
  assert.deepEqual(wrapped('pourquoi\u00a0? oui', 11, 9, width), ['pourquoi\u00a0?', 'oui'])
  assert.deepEqual(wrapped('oui, pourquoi ? oui', 12, 9, width), ['oui,', 'pourquoi ?', 'oui'])
})

test('a word wider than a line is divided between syllables, with a hyphen, and never bare', () => {
  assert.deepEqual(wrapped('intercommunalité', 8, 9, width), ['inter-', 'communa-', 'lité'])
  assert.deepEqual(wrapped('une intercommunalité', 12, 9, width), ['une inter-', 'communalité'])
  assert.deepEqual(wrapped('mmmmmmmmmm', 4, 9, width), ['mmm-', 'mmm-', 'mmmm'])
  assert.deepEqual(wrapped('porte-monnaie', 7, 9, width), ['porte-', 'monnaie'])
})

test('an address is divided behind its signs, where a hyphen would change it', () => {
  assert.deepEqual(wrapped('https://archipel.example/planche', 17, 9, width), [
    'https://archipel.',
    'example/planche',
  ])
})

test('a script that has no hyphens gets none, and one without blanks is broken anywhere', () => {
  assert.deepEqual(wrapped('市民参加の場', 4, 9, width), ['市民参加', 'の場'])
  assert.ok(wrapped('المستوطنات', 4, 9, width).every((line) => !line.includes('-')))
})

test('syllables as French has them', () => {
  const divided = (word: string) => syllables(word).join('-')
  assert.equal(divided('constituer'), 'cons-ti-tuer')
  assert.equal(divided('apprentissage'), 'ap-pren-tis-sage')
  assert.equal(divided('chantiers'), 'chan-tiers')
  assert.equal(divided('DÉMOCRATIE'), 'DÉ-MO-CRA-TIE')
  assert.equal(divided('eau'), 'eau')
  assert.equal(softened('une intercommunalité'), 'une in\u00adter\u00adcom\u00admu\u00adna\u00adlité')
  assert.equal(softened('https://un-site.fr'), 'https://\u200bun-\u200bsite.\u200bfr')
  assert.equal(softened('Oui ! À 100 %'), 'Oui\u00a0! À 100\u00a0%')
  assert.deepEqual(piecesOf('a\u00adb'), [
    { text: 'a', joint: '-' },
    { text: 'b', joint: '' },
  ])
})

test('no sign is ever cut in two: families, flags, tones of skin, accents', () => {
  for (const sign of [family, '🇫🇷', '👍🏾', accented, '🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'נִ']) {
    assert.deepEqual(graphemes(sign + sign), [sign, sign])
    assert.equal(shortened(sign.repeat(9), 4), `${sign.repeat(3)}…`)
    for (const line of wrapped(sign.repeat(9), 2, 3, width))
      assert.equal(line.replace(/[-…]$/, '').replaceAll(sign, ''), '')
  }
  assert.equal(shortened('court', 9), 'court')
})

test('which way a text runs is told by its first letter', () => {
  for (const text of ['שלום', '« مرحبا »', '12 שלום abc']) assert.ok(runsLeft(text), text)
  for (const text of ['Bonjour שלום', '12', '', '🇫🇷 oui']) assert.ok(!runsLeft(text), text)
})

const box = { width: 100, height: 50 }

test('a title is as large as all of it fits', () => {
  const one = fitted('oui', box, { least: 5, most: 30 }, width)
  assert.deepEqual(one, { size: 30, lines: ['oui'] })
  const more = fitted('un deux trois quatre cinq', box, { least: 5, most: 30 }, width)
  assert.ok(more.size < 30 && more.size > 9, `${more.size}`)
  assert.equal(more.lines.join(' '), 'un deux trois quatre cinq')
  for (const line of more.lines) assert.ok(width(line) * more.size <= box.width)
  assert.ok(more.lines.length * more.size * leading <= box.height)
})

test('where all of it would be too small to read, fewer words stay', () => {
  const few = fitted('un deux trois quatre cinq six sept huit', box, { least: 20, most: 30 }, width)
  assert.deepEqual(few.lines, ['un deux', 'trois', 'quatre…'])
  assert.ok(few.size > 13.5 && few.size < 14)
})

test('letters a little smaller make room for another row', () => {
  const two = fitted('École du dehors', { width: 100, height: 36 }, { least: 20, most: 30 }, width)
  assert.deepEqual(two.lines, ['École', 'du…'])
  assert.ok(two.size < 15 && two.size > 14)
})

test('where one line has room, the first word is whole if it can be', () => {
  const small = fitted('quatre cinq', { width: 100, height: 24 }, { least: 20, most: 30 }, width)
  assert.equal(small.lines.join(''), 'quatre…')
  assert.ok(small.size * 7 <= 100.001 && small.size > 14)
  const tiny = fitted('anticonstitutionnellement', { width: 100, height: 24 }, { least: 20, most: 30 }, width)
  assert.ok(
    tiny.size > 10 && tiny.lines.length === 1 && /^anti.*…$/.test(tiny.lines[0] ?? ''),
    tiny.lines.join('|'),
  )
})

test('the accent of a capital has room above it in its own line', () => {
  assert.ok(ascent > 0.94 && leading - ascent >= 0.2)
})
