import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applied } from '../../../src/sync/text/change'
import { merge } from '../../../src/sync/text/merge'
import { restMs, Writing } from '../../../src/views/cards/writing'
import { chance, FakeClock } from '../../support/world'

function joined(base: string, now: string, wanted: string): string {
  return applied(merge(base, now, wanted), now) ?? now
}

/** The card's text as the server keeps it, and two people who write in it, each told after a while. */
class Table {
  text: string
  readonly clock = new FakeClock()
  readonly writers: Writer[] = []

  constructor(text: string) {
    this.text = text
  }

  sits(): Writer {
    const writer = new Writer(this)
    this.writers.push(writer)
    return writer
  }
}

class Writer {
  field: string
  caret = 0
  readonly writing: Writing
  /** Sent, and not at the server yet. */
  private readonly underWay: { base: string; text: string }[] = []

  constructor(private readonly table: Table) {
    this.field = table.text
    this.writing = new Writing(table.text, {
      may: () => true,
      text: () => this.field,
      show: (text, carry) => {
        this.field = text
        this.caret = carry(this.caret)
      },
      send: (base, text) => this.underWay.push({ base, text }),
      after: (ms, run) => table.clock.after(ms, run),
      tidy: (text) => text,
    })
  }

  type(at: number, words: string): void {
    this.field = this.field.slice(0, at) + words + this.field.slice(at)
    this.caret = at + words.length
    this.writing.typed()
  }

  replace(words: string, others: string): void {
    const at = this.field.indexOf(words)
    this.field = this.field.replace(words, others)
    this.caret = at + others.length
    this.writing.typed()
  }

  /** One of what is under way arrives, and everybody is told. */
  arrive(refused = false): void {
    const sent = this.underWay.shift()
    if (sent && !refused) this.table.text = joined(sent.base, this.table.text, sent.text)
    for (const writer of this.table.writers) writer.told()
  }

  /** What the page shows of the card: what waits lies over what the server told. */
  told(): void {
    const shown = this.underWay.at(-1)?.text ?? this.table.text
    this.writing.told(shown, this.underWay.length > 0)
  }
}

test('what is written leaves after a rest, from the text it was written from', () => {
  const table = new Table('début')
  const awa = table.sits()
  awa.type(5, ' et')
  table.clock.pass(restMs - 1)
  awa.arrive()
  assert.equal(table.text, 'début')
  table.clock.pass(1)
  awa.arrive()
  assert.equal(table.text, 'début et')
})

test('what others write comes into the field, and the caret stays where it was', () => {
  const table = new Table('fin')
  const awa = table.sits()
  const bao = table.sits()
  awa.type(3, ' de phrase')
  bao.type(0, 'Une ')
  bao.writing.finish()
  bao.arrive()
  assert.equal(awa.field, 'Une fin de phrase')
  assert.equal(awa.caret, awa.field.length)
})

test('while letters are composed the field is left alone, then it takes what came', () => {
  const table = new Table('a')
  const awa = table.sits()
  const bao = table.sits()
  awa.writing.compose(true)
  awa.field = 'a^'
  bao.type(0, 'b')
  bao.writing.finish()
  bao.arrive()
  assert.equal(awa.field, 'a^')
  awa.field = 'aê'
  awa.writing.compose(false)
  assert.equal(awa.field, 'baê')
})

test('words that are refused stay in the field', () => {
  const table = new Table('a')
  const awa = table.sits()
  awa.type(1, ' mes mots')
  awa.writing.finish()
  awa.told()
  awa.arrive(true)
  assert.equal(awa.field, 'a mes mots')
  assert.ok(awa.writing.refused)
})

test('giving up takes back what one wrote, and leaves what others did', () => {
  const table = new Table('un texte')
  const awa = table.sits()
  const bao = table.sits()
  awa.type(8, ' long')
  awa.writing.finish()
  awa.arrive()
  bao.type(2, ' beau')
  bao.writing.finish()
  bao.arrive()
  assert.equal(awa.field, 'un beau texte long')
  awa.type(0, 'Non : ')
  awa.writing.giveUp()
  awa.arrive()
  assert.equal(table.text, 'un beau texte')
  bao.writing.close()
})

test('giving up what was never sent asks for nothing', () => {
  const table = new Table('a')
  const awa = table.sits()
  awa.type(1, 'b')
  awa.writing.giveUp()
  awa.arrive()
  table.clock.pass(restMs)
  awa.arrive()
  assert.equal(table.text, 'a')
})

test('undo takes back one’s own words after others have written, and redo makes them again', () => {
  const table = new Table('On finira à midi.')
  const awa = table.sits()
  const bao = table.sits()
  awa.replace('midi', 'treize heures')
  table.clock.pass(restMs)
  awa.arrive()
  bao.replace('finira', 'se quittera')
  bao.writing.finish()
  bao.arrive()
  assert.equal(awa.field, 'On se quittera à treize heures.')
  assert.ok(awa.writing.undo())
  assert.equal(awa.field, 'On se quittera à midi.')
  assert.equal(awa.caret, 'On se quittera à midi'.length)
  table.clock.pass(restMs)
  awa.arrive()
  assert.equal(table.text, 'On se quittera à midi.')
  assert.equal(awa.writing.undo(), false)
  assert.ok(awa.writing.redo())
  assert.equal(awa.field, 'On se quittera à treize heures.')
  assert.equal(awa.writing.redo(), false)
  table.clock.pass(restMs)
  awa.arrive()
  for (const one of [awa, bao]) assert.equal(one.field, 'On se quittera à treize heures.')
})

test('what is written without a rest is taken back at once, and a rest parts it', () => {
  const table = new Table('')
  const awa = table.sits()
  awa.type(0, 'u')
  awa.type(1, 'n')
  table.clock.pass(restMs)
  awa.type(2, ' d')
  awa.type(4, 'eux')
  assert.ok(awa.writing.undo())
  assert.equal(awa.field, 'un')
  assert.ok(awa.writing.undo())
  assert.equal(awa.field, '')
  awa.type(0, 'x')
  assert.equal(awa.writing.redo(), false)
})

test('the text without one’s own words is known when the writing is over', () => {
  const table = new Table('début')
  const awa = table.sits()
  const bao = table.sits()
  awa.type(5, ' et')
  table.clock.pass(restMs)
  awa.arrive()
  bao.type(0, 'Le ')
  bao.writing.finish()
  bao.arrive()
  awa.type(11, ' fin')
  awa.writing.finish()
  assert.equal(awa.writing.text, 'Le début et fin')
  assert.equal(awa.writing.before, 'Le début')
})

test('two people in one text lose nothing, in any order of events', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = chance(seed)
    const table = new Table('Le texte de départ.')
    const pair = [table.sits(), table.sits()]
    let typed = ''
    for (let n = 0; n < 30; n++) {
      const one = pair[Math.floor(random() * 2)] as Writer
      const at = Math.floor(random() * (one.field.length + 1))
      const what = random()
      if (what < 0.5) {
        const letter = String.fromCharCode(0x4e00 + n)
        typed += letter
        one.type(at, letter)
      } else if (what < 0.75) one.arrive()
      else table.clock.pass(random() * 900)
    }
    for (const one of pair) one.writing.finish()
    for (let n = 0; n < 40; n++) for (const one of pair) one.arrive()
    for (const one of pair) assert.equal(one.field, table.text, `seed ${seed}`)
    for (const letter of typed) assert.ok(table.text.includes(letter), `seed ${seed}`)
  }
})
