import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TextChange } from '../../../../protocol/generated/protocol'
import { applied } from '../../../src/sync/text/change'
import { difference } from '../../../src/sync/text/difference'
import { placed } from '../../../src/sync/text/draft'
import { endOf, OwnSteps } from '../../../src/sync/text/own'
import { composed, mapped } from '../../../src/sync/text/transform'
import { chance } from '../../support/world'

test('a caret stays between the same words', () => {
  assert.equal(placed([[0, 'zéro '], 7], 2, 'before'), 7)
  assert.equal(placed([2, [0, 'x'], 5], 2, 'before'), 2)
  assert.equal(placed([2, [0, 'x'], 5], 2, 'after'), 3)
  assert.equal(placed([3, [5], 5], 7, 'before'), 3)
  assert.equal(placed([3, [2, 'abc'], 5], 4, 'after'), 6)
  assert.equal(endOf([3, [2, 'abc'], 5]), 6)
  assert.equal(endOf([3, [2, 'abc']]), 6)
})

test('changes that do not follow each other are said to', () => {
  assert.throws(() => composed([3], [4]), RangeError)
  assert.throws(() => mapped([3], [4], 'after'), RangeError)
})

/** Own letters are lower case, others' are upper case: whatever happens, undoing all leaves what was there and theirs. */
test('undo takes back one’s own and nothing else, in any order of events', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = chance(seed)
    const own = new OwnSteps()
    let text = '一二三四'
    let theirs = ''
    const put = (letter: string) => {
      const at = Math.floor(random() * (text.length + 1))
      return difference(text, text.slice(0, at) + letter + text.slice(at))
    }
    const make = (change: TextChange | undefined) => {
      text = (change && applied(change, text)) ?? text
    }
    for (let n = 0; n < 40; n++) {
      const what = random()
      const change = put(String.fromCharCode((what < 0.4 ? 0x61 : 0x41) + (n % 26)))
      if (what < 0.4) {
        own.wrote(change, text)
        make(change)
      } else if (what < 0.6) {
        own.others(change)
        make(change)
        theirs += String.fromCharCode(0x41 + (n % 26))
      } else if (what < 0.7) own.rest()
      else make(what < 0.9 ? own.undo(text) : own.redo(text))
    }
    const without = own.without(text)
    for (let change = own.undo(text); change; change = own.undo(text)) make(change)
    assert.equal(text, without, `seed ${seed}`)
    assert.equal(text.replace(/[A-Z]/g, ''), '一二三四', `seed ${seed}`)
    assert.deepEqual([...text].filter((one) => /[A-Z]/.test(one)).sort(), [...theirs].sort(), `seed ${seed}`)
  }
})
