import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMine } from '../../../src/views/list/mine'
import { isLong, wordsOf } from '../../../src/views/list/reading'
import { aCard, LoneSession } from '../../support/session'

test('a title is shown whole, however long', () => {
  const title = 'Un mot '.repeat(40).trim()
  assert.deepEqual(wordsOf({ title, text: 'Et un texte' }), { name: title, rest: 'Et un texte' })
})

test('a card without a title shows all of its text when its name is only how that begins', () => {
  const text = `${'Une phrase qui ne finit pas '.repeat(6)}\nEt une autre ligne`
  assert.equal(wordsOf({ title: ' ', text }).rest, text)
  assert.deepEqual(wordsOf({ title: '', text: 'Court' }), { name: 'Court', rest: '' })
})

test('only a text of many lines is cut', () => {
  assert.equal(isLong('Une ligne\nDeux'), false)
  assert.equal(isLong('a\n'.repeat(20)), true)
  assert.equal(isLong('mot '.repeat(300)), true)
})

test('mine is what I wrote, alone or with others', () => {
  const session = new LoneSession()
  const me = session.me.value.person
  assert.equal(isMine(session, aCard(1, { author: me })), true)
  assert.equal(isMine(session, aCard(2, { author: me + 1, coauthors: [me] })), true)
  assert.equal(isMine(session, aCard(3, { author: me + 1 })), false)
})
