// How a file of tests ends.
import { after } from 'node:test'
import { endPassing } from '../../support/passing.mjs'

/** When all tests are over: each step, whatever became of the one before it. What a test that failed left running
 * is killed, or it would be waited for in vain. */
export function atEnd(...steps) {
  after(async () => {
    const ends = []
    for (const step of steps) ends.push(...(await Promise.allSettled([(async () => step())()])))
    endPassing()
    const failed = ends.find(({ status }) => status === 'rejected')
    if (failed) throw failed.reason
  })
}
