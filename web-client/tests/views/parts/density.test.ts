import assert from 'node:assert/strict'
import { test } from 'node:test'
import { watchDensity } from '../../../src/views/parts/density'

test('another density is told each time, until one stops', () => {
  const lists: { query: string; list: EventTarget }[] = []
  const page = globalThis as unknown as { devicePixelRatio: number; matchMedia(query: string): EventTarget }
  page.matchMedia = (query) => {
    const list = new EventTarget()
    lists.push({ query, list })
    return list
  }
  const told: number[] = []
  const change = (density: number) => {
    page.devicePixelRatio = density
    lists.at(-1)?.list.dispatchEvent(new Event('change'))
  }
  page.devicePixelRatio = 1
  const stop = watchDensity(() => told.push(page.devicePixelRatio))
  change(2)
  change(1.5)
  assert.deepEqual(
    lists.map(({ query }) => query),
    ['(resolution: 1dppx)', '(resolution: 2dppx)', '(resolution: 1.5dppx)'],
  )
  stop()
  change(3)
  assert.deepEqual(told, [2, 1.5])
})
