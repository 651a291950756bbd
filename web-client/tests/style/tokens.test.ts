// The promises at the top of tokens.css, counted: WCAG contrast of every pair, in light and in dark.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'

declare const REPOSITORY: string

const css = readFileSync(join(REPOSITORY, 'web-client/src/style/tokens.css'), 'utf8')
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name, [light, dark]],
  ),
)

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(left: string, right: string, scheme: number): number {
  const [one, other] = [left, right].map((name) => luminance(pairs.get(name)?.[scheme] ?? assert.fail(name)))
  return (Math.max(one ?? 0, other ?? 0) + 0.05) / (Math.min(one ?? 0, other ?? 0) + 0.05)
}

const cards = ['sand', 'sun', 'coral', 'rose', 'violet', 'sky', 'sea', 'leaf']
const wanted: [string, string, number][] = [
  ...cards.flatMap((name): [string, string, number][] => [
    [`card-${name}-ink`, `card-${name}-bg`, 7],
    [`card-${name}-edge`, 'paper', 3],
    [`card-${name}-edge`, `card-${name}-bg`, 3],
  ]),
  ...['paper', 'paper-raised', 'paper-sunk', 'sea-wash', 'ember-wash', 'leaf-wash'].flatMap(
    (under): [string, string, number][] => [
      ['ink', under, 7],
      ['ink-soft', under, 4.5],
    ],
  ),
  ['line-strong', 'paper-raised', 3],
  ['line-strong', 'paper', 3],
  ['on-sea', 'sea', 4.5],
  ['sea', 'paper', 4.5],
  ['ember', 'paper-raised', 4.5],
  ['ember', 'ember-wash', 4.5],
  ['focus', 'paper', 3],
  ['focus', 'paper-raised', 3],
]

describe('colours', () => {
  for (const [left, right, least] of wanted) {
    test(`${left} on ${right}: at least ${least}:1`, () => {
      for (const [scheme, name] of ['light', 'dark'].entries()) {
        const found = contrast(left, right, scheme)
        assert.ok(found >= least, `${name}: ${found.toFixed(2)}`)
      }
    })
  }
})
