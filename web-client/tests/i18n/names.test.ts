import assert from 'node:assert/strict'
import { test } from 'node:test'
import { said } from '../../src/i18n/i18n'

const message = ({ name, n }: { name: string; n: number }) => `« ${name} » : ${n} points`

test('a name that runs the other way is set apart, so that it does not turn the sentence', () => {
  assert.equal(said(message, { name: 'שלום', n: 3 }), '«\u00a0\u2068שלום\u2069\u00a0»\u00a0: 3 points')
})

test('other names are as they are', () => {
  assert.equal(said(message, { name: 'Élise', n: 3 }), '«\u00a0Élise\u00a0»\u00a0: 3 points')
  assert.equal(said('Oui', undefined), 'Oui')
})
