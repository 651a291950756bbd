// A choice that acts does so once it is confirmed; what the source may and may not hold for that to stay so.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Trying } from '../../../src/views/parts/trying'

declare const REPOSITORY: string
const source = join(REPOSITORY, 'web-client/src')
const files = readdirSync(source, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }))

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
})

test('arrows and letters on a closed list try an option', () => {
  for (const name of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'v']) {
    const trying = new Trying(false)
    assert.equal(trying.pressed(key(name), 0), undefined)
    assert.equal(trying.tries, true, name)
  }
})

test('a list that was opened, by keys or by a pointer, chooses', () => {
  const trying = new Trying(false)
  trying.pressed(key('ArrowDown'), 0)
  trying.pointed()
  assert.equal(trying.tries, false)
  trying.pressed(key('ArrowDown', { altKey: true }), 5_000)
  assert.equal(trying.tries, false)
  trying.pressed(key(' '), 10_000)
  assert.equal(trying.tries, false)
})

test('a space between two letters belongs to the words one types', () => {
  const trying = new Trying(false)
  trying.pressed(key('m'), 0)
  trying.pressed(key(' '), 300)
  assert.equal(trying.tries, true)
})

test('a wheel tries', () => {
  const trying = new Trying(false)
  trying.turned()
  assert.equal(trying.tries, true)
})

test('on a Mac arrows open the list', () => {
  const trying = new Trying(true)
  trying.pressed(key('ArrowDown'), 0)
  assert.equal(trying.tries, false)
})

test('Enter confirms, Escape takes back', () => {
  const trying = new Trying(false)
  assert.equal(trying.pressed(key('Enter'), 0), 'confirm')
  assert.equal(trying.pressed(key('Escape'), 0), 'takeBack')
})

test('every select of the page is a Select, which confirms, or a Choice, which is a part of a form', () => {
  const own = ['views/parts/Select.tsx', 'views/parts/Choice.tsx']
  const bare = files.filter(({ name, text }) => /<select[\s>]/.test(text) && !own.includes(name))
  assert.deepEqual(
    bare.map(({ name }) => name),
    [],
  )
})

/** Whose own button acts on what is chosen; by the file of the form where it is another. */
const forms: Readonly<Record<string, string>> = {
  'views/cards/ZoneSelect.tsx': 'views/facilitation/Inbox.tsx',
  'views/exchange/ImportOptions.tsx': 'views/exchange/Import.tsx',
}

test('what holds a Choice has a button, and a Choice sends nothing', () => {
  const holders = files.filter(({ text }) => /from '.*parts\/Choice'/.test(text))
  assert.ok(holders.length > 0)
  for (const { name, text } of holders) {
    const form = files.find((one) => one.name === (forms[name] ?? name))
    assert.match(form?.text ?? '', /<button|type="submit"/, `${name}: nothing confirms`)
    for (const [choice] of text.matchAll(/<Choice[\s\S]*?\/>/g))
      assert.doesNotMatch(
        choice,
        /\.(send|ask|perform|edit|move|show|retype|drop)\(/,
        `${name}: a choice sends`,
      )
  }
})

test('radio buttons that act at once are gone through without choosing', () => {
  const acting = files.filter(
    ({ text }) =>
      /type="radio"/.test(text) && !/goThroughRadios/.test(text) && !/onSubmit|\.value = /.test(text),
  )
  assert.deepEqual(
    acting.map(({ name }) => name),
    [],
  )
})

test('there is one place from which a screen reader hears of the page', () => {
  // Before one is inside there is no voice; what stands there has its own.
  const outside = /^views\/(start|join)\//
  const second = files.filter(
    ({ name, text }) => /role="status"|aria-live|<output/.test(text) && !outside.test(name),
  )
  assert.deepEqual(
    second.map(({ name }) => name),
    [],
  )
})
