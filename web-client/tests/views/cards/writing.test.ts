import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carried, merged } from '../../../src/views/cards/merge'
import { restMs, Writing } from '../../../src/views/cards/writing'
import { chance, FakeClock } from '../../support/world'

test('edits in different places are joined', () => {
  assert.equal(merged('un deux trois', 'un deux TROIS', 'UN deux trois'), 'UN deux TROIS')
  assert.equal(merged('un deux trois', 'UN deux trois', 'un deux TROIS'), 'UN deux TROIS')
})

test('insertions in one place both stay', () => {
  const both = merged('ab', 'aXb', 'aYb')
  assert.ok(both.includes('X') && both.includes('Y'))
  assert.equal(both.length, 4)
})

test('what both took away is gone, what each put there stays', () => {
  assert.equal(merged('avant milieu après', 'avant X après', 'avant Y après'), 'avant XY après')
})

test('a character of two units is never cut', () => {
  assert.equal(merged('😀', '😁', '😀!'), '😁!')
})

test('a caret stays between the same words', () => {
  assert.equal(carried(2, 'un deux', 'zéro un deux'), 7)
  assert.equal(carried(2, 'un deux', 'un deux trois'), 2)
  assert.equal(carried(7, 'un deux trois', 'un trois'), 3)
})

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

  /** One of what is under way arrives, and everybody is told. */
  arrive(refused = false): void {
    const sent = this.underWay.shift()
    if (sent && !refused) this.table.text = merged(sent.base, this.table.text, sent.text)
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

test('giving up puts back the text, unless others wrote in it', () => {
  const table = new Table('a')
  const awa = table.sits()
  awa.type(1, 'b')
  awa.writing.finish()
  awa.arrive()
  assert.ok(awa.writing.giveUp())
  awa.arrive()
  assert.equal(table.text, 'a')
  const bao = table.sits()
  bao.type(0, 'c')
  bao.writing.finish()
  bao.arrive()
  awa.writing.close()
  bao.writing.told('ca!', false)
  assert.equal(bao.writing.giveUp(), false)
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
