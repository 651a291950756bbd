import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fetchAhead, later } from '../src/ahead'
import { settle } from './support/world'

/** Answers what it was told to, and counts. */
function source(...answers: (string | Error)[]) {
  const asked = { times: 0 }
  const load = async () => {
    const answer = answers[Math.min(asked.times++, answers.length - 1)]
    if (answer instanceof Error) throw answer
    return answer as string
  }
  return { asked, load }
}

describe('what comes later', () => {
  test('is fetched once, however often it is asked for', async () => {
    const { asked, load } = source('words')
    const part = later(load, { whose: 'elsewhere' })
    assert.equal(part.here.value, undefined)
    assert.deepEqual(await Promise.all([part.fetch(), part.fetch()]), ['words', 'words'])
    assert.equal(await part.fetch(), 'words')
    assert.equal(part.here.value, 'words')
    assert.equal(asked.times, 1)
  })

  test('that could not be had is asked for again', async () => {
    const { load } = source(new Error('offline'), 'words')
    const part = later(load, { whose: 'elsewhere' })
    assert.equal(await part.fetch(), undefined)
    assert.equal(part.here.value, 'failed')
    assert.equal(await part.fetch(), 'words')
  })

  test('is fetched ahead for those whose it is, when it is wanted, also what is made after that', async () => {
    const [mine, lead, apart, english] = [source('mine'), source('lead'), source('apart'), source('english')]
    later(mine.load)
    later(lead.load, { whose: 'animators' })
    later(apart.load, { whose: 'elsewhere' })
    later(english.load, { wanted: () => false })
    fetchAhead(['everybody'])
    await settle()
    assert.deepEqual(
      [mine, lead, apart, english].map(({ asked }) => asked.times),
      [1, 0, 0, 0],
    )
    fetchAhead(['everybody', 'animators'])
    await settle()
    assert.deepEqual(
      [mine, lead, apart, english].map(({ asked }) => asked.times),
      [1, 1, 0, 0],
    )
  })

  test('and could not be had ahead is fetched at the next occasion', async () => {
    const { asked, load } = source(new Error('offline'), 'words')
    const part = later(load)
    fetchAhead(['everybody'])
    await settle()
    assert.equal(part.here.value, 'failed')
    fetchAhead(['everybody'])
    await settle()
    assert.equal(part.here.value, 'words')
    assert.equal(asked.times, 2)
  })
})
