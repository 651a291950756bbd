import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { join } from '../../bundle/join.mjs'
import { common, partOf } from '../../bundle/parts.mjs'

const chunk = (text: string, imports: string[] = [], exports: string[] = [], entry?: string) => ({
  text,
  imports,
  exports,
  entry,
})
const main = `
import { say } from "./base-1.js"
globalThis.log.push("main")
globalThis.open = () => Promise.all([import("./left-1.js"), import("./right-1.js")])
say`
const base = 'globalThis.log.push("base"); const say = (x) => "said " + x; export { say }'
const both = 'globalThis.log.push("both"); const name = "both"; export { name as given }'
const left = `
import {
  say as s
} from "./base-1.js";
import { given } from "./both-1.js"
const name = "left"
export { name, s as speak }
export default () => s(given)`
const right = 'import "./both-1.js"; const name = "right"; export { name }'

/** main fetches two views, which share a chunk of theirs and one with main; all have a `name` of their own. */
const page = () =>
  new Map(
    Object.entries({
      'main-1.js': chunk(main, ['base-1.js'], [], 'main'),
      'base-1.js': chunk(base, [], ['say']),
      'both-1.js': chunk(both, [], ['given']),
      'left-1.js': chunk(left, ['base-1.js', 'both-1.js'], ['name', 'speak', 'default'], 'left'),
      'right-1.js': chunk(right, ['both-1.js'], ['name'], 'right'),
    }),
  )
const options = { format: 'esm', target: 'es2022' }
const joined = (partOfEntry = (entry: string) => entry) =>
  join(page(), partOfEntry, (names: string[]) => (names.includes('main') ? 'main' : 'common'), options)

/** Runs the page as a browser would, from files. */
async function run(parts: Awaited<ReturnType<typeof joined>>) {
  const folder = mkdtempSync(path(tmpdir(), 'archipel-join-'))
  const log: string[] = []
  Object.assign(globalThis, { log })
  try {
    writeFileSync(path(folder, 'package.json'), '{"type": "module"}')
    for (const { file, text } of Object.values(parts)) writeFileSync(path(folder, file), text)
    await import(pathToFileURL(path(folder, parts.main.file)).href)
    const [left, right] = await (
      globalThis as unknown as { open(): Promise<Record<string, unknown>[]> }
    ).open()
    return { log, left, right }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('joining', () => {
  test('what several views need is one script, what the first load needs is in it', async () => {
    const parts = await joined()
    assert.deepEqual(Object.keys(parts).sort(), ['common', 'left', 'main', 'right'])
    assert.deepEqual(parts.left.needs, ['common', 'left'])
    assert.deepEqual(parts.main.needs, ['main'])
    const { log, left, right } = await run(parts)
    assert.deepEqual(log, ['base', 'main', 'both'])
    assert.equal(left?.name, 'left')
    assert.equal((left as { default(): string }).default(), 'said both')
    assert.equal(right?.name, 'right')
  })

  test('views of one part are one script, and their names do not clash', async () => {
    const parts = await joined((entry) => (entry === 'main' ? 'main' : 'views'))
    assert.deepEqual(Object.keys(parts).sort(), ['main', 'views'])
    const { log, left, right } = await run(parts)
    assert.deepEqual(log, ['base', 'main', 'both'])
    assert.deepEqual([left?.name, right?.name], ['left', 'right'])
  })

  test('a part is fetched together with all that it needs', async () => {
    const { text } = (await joined()).main
    assert.match(
      text,
      /Promise\.all\(\[\s*import\("\.\/left-\w+\.js"\),\s*import\("\.\/common-\w+\.js"\)\s*\]\)/,
    )
  })

  test('names change with the content', async () => {
    const before = await joined()
    const chunks = page()
    chunks.set('both-1.js', chunk('const name = "else"; export { name as given }', [], ['given']))
    const after = await join(
      chunks,
      (entry: string) => entry,
      () => 'main',
      options,
    )
    assert.notEqual(after.main.file, before.main.file)
    assert.equal((await joined()).main.file, before.main.file)
  })
})

describe('parts of the page', () => {
  test('a view that nobody named is a script of its own', () => {
    assert.equal(partOf('src/views/groups/Rooms.tsx'), 'Rooms')
    assert.equal(partOf('src/views/boards/Board.tsx'), 'board')
  })

  test('English words are with those who need them', () => {
    assert.equal(partOf('src/i18n/en.ts'), 'english')
    assert.equal(partOf('src/views/map/words.en.ts'), 'room.en')
    assert.equal(partOf('src/views/facilitation/words.en.ts'), 'lead.en')
    assert.equal(partOf('src/views/facilitation/signwords.en.ts'), 'room.en')
  })

  test('nothing that the door needs is outside the first load, nothing of a room in the pages beside it', () => {
    assert.equal(common(['main', 'lead']), 'main')
    assert.equal(common(['organise', 'lead']), 'start')
    assert.equal(common(['lead', 'write']), 'shared')
    assert.equal(common(['lead', 'board']), 'cards')
  })
})
