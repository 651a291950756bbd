import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  decodeText,
  guarded,
  guessDelimiter,
  mostLines,
  readTable,
  restored,
  writeTable,
} from '../../../src/views/exchange/csv'

test('bytes of UTF-8, with or without its mark, and of Windows are the same words', () => {
  const utf8 = new TextEncoder().encode('é;œ')
  assert.equal(decodeText(utf8), 'é;œ')
  assert.equal(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])), 'é;œ')
  // 0xe9 only: node reads the range from 0x80 to 0x9f as Latin-1, browsers as the standard says
  assert.equal(decodeText(new Uint8Array([0xe9, 0x3b, 0xe8])), 'é;è')
})

test('a file that is no text is told from one', () => {
  assert.equal(decodeText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff])), undefined)
})

test('the delimiter is the one that parts the first lines alike', () => {
  assert.equal(guessDelimiter('a;b\n1,5;2\n3,5;4\n'), ';')
  assert.equal(guessDelimiter('a,b\n"1;2",2\n'), ',')
  assert.equal(guessDelimiter('a\tb\n1, 2\t3\n'), '\t')
})

test('quotes hold delimiters, line ends and quotes; lines are counted as an editor does', () => {
  const { rows } = readTable('a;b\r\n"x;""y""\r\nz";2\r\n\r\n3;4', ';')
  assert.deepEqual(
    rows.map(({ line, cells }) => [line, cells]),
    [
      [1, ['a', 'b']],
      [2, ['x;"y"\nz', '2']],
      [5, ['3', '4']],
    ],
  )
})

test('a quote that is never closed is a quote, and the rest is still read', () => {
  const { rows } = readTable('a;b\n"x;2\n3;4', ';')
  assert.deepEqual(rows[1]?.cells, ['"x', '2'])
  assert.deepEqual(rows[2]?.cells, ['3', '4'])
})

test('so many lines are read and the rest is counted', () => {
  const { rows, left } = readTable('x\n'.repeat(mostLines + 7), ';')
  assert.deepEqual([rows.length, left], [mostLines, 7])
})

test('a table is written for French Excel and read back as it was', () => {
  const cells = ['=1+1', '+33 6', '-5', '- tiret', '@x', "'=a", "l'eau", 'a;b', '"q"', 'x\ny', ' bord ']
  const text = writeTable([cells])
  assert.ok(text.startsWith('\ufeff') && text.endsWith('\r\n'))
  assert.deepEqual(readTable(text, ';').rows[0]?.cells.map(restored), cells)
})

test('no cell begins as a formula does, but for plain numbers', () => {
  for (const cell of ['=1+1', '+33 6', '-x', '@SUM(A1)', '\tx', '\rx', '-1+1', '-2-3']) {
    assert.equal(guarded(cell), `'${cell}`)
  }
  for (const cell of ['-5', '-5,25', '-0.5', 'x=1', '']) assert.equal(guarded(cell), cell)
})
