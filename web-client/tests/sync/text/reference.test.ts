// The worked cases that the server's own method is tried on too: both come to the same parts.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TextChange } from '../../../../protocol/generated/protocol'
import { applied, readChange } from '../../../src/sync/text/change'
import { difference } from '../../../src/sync/text/difference'
import { inverted, lengthAfter, lengthBefore } from '../../../src/sync/text/draft'
import { brought, merge } from '../../../src/sync/text/merge'
import { composed, mapped } from '../../../src/sync/text/transform'

declare const REPOSITORY: string

interface Case {
  id: string
  kind: string
  doc: string
  first: TextChange
  second: TextChange
  expected: {
    second_rebased: TextChange
    first_for_second_client: TextChange
    composed: TextChange
    doc_after_first: string
    doc: string
  }
}

const read = (name: string) =>
  JSON.parse(readFileSync(join(REPOSITORY, 'tests', 'reference', `${name}.json`), 'utf8'))

const text = read('text') as {
  vectors: Case[]
  random: Case[]
  must_be_refused: { doc: string; changes: unknown; why: string }[]
}
const differences = read('difference') as {
  differences: { id: string; from: string; to: string; expected: TextChange }[]
  merges: {
    id: string
    base: string
    now: string
    wanted: string
    expected: { change: TextChange; text: string }
  }[]
}

test('two changes of a text are mapped over one another, and composed', () => {
  const pairs = [...text.vectors, ...text.random].filter(({ kind }) => kind === 'pair')
  assert.ok(pairs.length > 100)
  for (const { id, doc, first, second, expected } of pairs) {
    const then = mapped(second, first, 'after')
    const both = composed(first, then)
    assert.deepEqual(then, expected.second_rebased, id)
    assert.deepEqual(mapped(first, second, 'before'), expected.first_for_second_client, id)
    assert.deepEqual(both, expected.composed, id)
    assert.equal(applied(first, doc), expected.doc_after_first, id)
    assert.equal(applied(both, doc), expected.doc, id)
    assert.equal(applied(inverted(both, doc), expected.doc), doc, id)
    assert.equal(lengthBefore(both), doc.length, id)
    assert.equal(lengthAfter(both), expected.doc.length, id)
  }
})

test('what is no change of the text is refused', () => {
  assert.ok(text.must_be_refused.length >= 5)
  for (const { doc, changes, why } of text.must_be_refused) {
    const change = readChange(changes)
    assert.equal(change && applied(change, doc), undefined, why)
  }
})

test('the difference of two texts is the server’s', () => {
  for (const { id, from, to, expected } of differences.differences) {
    assert.deepEqual(difference(from, to), expected, id)
    assert.equal(applied(expected, from), to, id)
  }
})

test('two who wrote from one text are joined as by the server', () => {
  for (const { id, base, now, wanted, expected } of differences.merges) {
    assert.deepEqual(merge(base, now, wanted), expected.change, id)
    assert.equal(applied(expected.change, now), expected.text, id)
    assert.equal(applied(brought(base, now, wanted), wanted), expected.text, id)
  }
})
