import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { commands } from '../../../../protocol/generated/protocol'
import { fitting, sizeOf, within } from '../../../src/views/parts/limit'
import { plain } from '../../../src/views/parts/text'

const family = '👩🏽‍🤝‍👨🏻'

describe('a field at its limit', () => {
  test('typing in the middle is refused, and the end stays', () => {
    assert.deepEqual(within('abcdef', 'abcXdef', 4, 6), { text: 'abcdef', caret: 3, left: 'X' })
  })

  test('what fits is taken as it is', () => {
    assert.deepEqual(within('ab', 'aXYb', 3, 4), { text: 'aXYb', caret: 3, left: '' })
  })

  test('of a paste as much is taken as fits, and the rest is told', () => {
    assert.deepEqual(within('avant après', 'avant un deux après', 14, 15), {
      text: 'avant un après',
      caret: 9,
      left: 'deux ',
    })
  })

  test('what was chosen makes room for what is put in its place', () => {
    assert.deepEqual(within('abcdef', 'abXYZef', 5, 6), { text: 'abXYef', caret: 4, left: 'Z' })
  })

  test('a sign is taken whole or not at all, and an accent counts as its letter does for people', () => {
    assert.equal(fitting(family.repeat(2), '', sizeOf(family) + 5), family)
    assert.equal(fitting('e\u0301e\u0301', '', 5), 'e\u0301')
  })

  test('what others made too long is not cut, and nothing more is put', () => {
    assert.deepEqual(within('abcdefgh', 'abcXdefgh', 4, 6), { text: 'abcdefgh', caret: 3, left: 'X' })
    assert.deepEqual(within('abcdefgh', 'abdefgh', 2, 6), { text: 'abdefgh', caret: 2, left: '' })
  })

  test('what the field takes is never too long to be sent', () => {
    const max = commands.edit_card.fields.find(({ name }) => name === 'text')?.max as number
    for (const put of ['é', family, '\t', 'a\u0301', '\ud800', '漢']) {
      const taken = fitting(put.repeat(5000), '', max)
      const sent = new TextEncoder().encode(plain(taken)).length
      assert.ok(sent <= max && sent > max - 40, `${JSON.stringify(put)}: ${sent}`)
    }
  })
})
