import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Color } from '../../../../protocol/generated/protocol'
import { Item } from '../../../src/views/boards/item'
import { draw, type Scene } from '../../../src/views/exchange/drawing'
import { scaleFor } from '../../../src/views/exchange/picture'
import { escaped, svgOf } from '../../../src/views/exchange/svg'
import { colors } from '../../../src/views/parts/colors'
import type { Theme } from '../../../src/views/parts/theme'
import { aCard, aLink, aZone } from '../../support/session'

const tint = { bg: 'rgb(1, 2, 3)', ink: 'rgb(4, 5, 6)', edge: 'rgb(7, 8, 9)' }
const theme: Theme = {
  paper: 'white',
  ink: 'black',
  inkSoft: 'gray',
  line: 'gray',
  accent: 'red',
  font: '"Seravek", sans-serif',
  cards: Object.fromEntries(colors.map((color) => [color, tint])) as Record<Color, typeof tint>,
}
const nasty = '</text><script>alert(1)</script>"\'&\u0001<foreignObject>'
const a = aCard(1, { title: nasty, text: nasty, width: 900, height: 300 })
const b = aCard(2, { x: 2000, y: 1000 })
const scene: Scene = {
  title: nasty,
  theme,
  zones: [aZone(9, { title: nasty })],
  cards: [a, b],
  links: [{ link: aLink(5, 1, 2, { label: nasty }), from: new Item(a), to: new Item(b) }],
  land: [],
  typeOf: () => undefined,
  factsOf: () => nasty,
  pointsOf: ({ id }) => (id === 1 ? 12 : 0),
  measure: (text, size) => text.length * size * 0.5,
}

test('whatever the words say, they are words: no script, no foreign element, well-formed', () => {
  const svg = svgOf(draw(scene, undefined, undefined), nasty)
  const tags = [...svg.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name)
  assert.deepEqual([...new Set(tags)].sort(), ['path', 'rect', 'svg', 'text', 'title'])
  assert.ok(svg.includes('&lt;/text&gt;&lt;script&gt;alert(1)'))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
  assert.ok(!/[\u0000-\u0008]/.test(svg))
  assert.deepEqual([...svg.matchAll(/xmlns[^=]*=/g)].length, 1)
  assert.ok(!/ on[a-z]+=|href|url\(/.test(svg))
})

test('points stand on their cards, and a text in Hebrew begins at the right', () => {
  const hebrew = aCard(3, { x: 0, y: 600, title: 'שלום', text: '' })
  const { shapes } = draw({ ...scene, cards: [a, hebrew], factsOf: () => '' }, undefined, undefined)
  const texts = shapes.flatMap((one) => (one.kind === 'text' ? [one] : []))
  const points = texts.find(({ text }) => text === '★ 12')
  assert.deepEqual([points?.anchor, points?.at.x], ['end', a.x + a.width - 14])
  const title = texts.find(({ text }) => text === 'שלום')
  assert.deepEqual([title?.left, title?.at.x], [true, hebrew.x + hebrew.width - 14])
  const svg = svgOf({ frame: a, paper: 'white', font: 'serif', shapes: texts }, '')
  assert.match(svg, /text-anchor="end">★ 12</)
  assert.match(svg, /direction="rtl">שלום</)
})

test('entities', () => {
  assert.equal(escaped('<a b="c">&\'\u0000'), '&lt;a b=&quot;c&quot;&gt;&amp;&#39;')
})

test('the whole board, or what is seen of it', () => {
  const whole = draw(scene, undefined, undefined).frame
  assert.deepEqual(whole, { x: -60, y: -60, width: 2360, height: 1260 })
  const seen = { x: 1900, y: 900, width: 500, height: 500 }
  const drawing = draw(scene, seen, undefined)
  assert.deepEqual(drawing.frame, seen)
  assert.ok(drawing.shapes.every((one) => one.kind !== 'text' || one.at.x > 900))
})

test('a picture never passes what a canvas takes', () => {
  assert.equal(scaleFor({ width: 1000, height: 800 }), 2)
  for (const size of [
    { width: 220_000, height: 100 },
    { width: 20_000, height: 20_000 },
  ]) {
    const scale = scaleFor(size)
    assert.ok(size.width * scale <= 8_000 && size.width * size.height * scale * scale <= 32_000_001)
  }
})
