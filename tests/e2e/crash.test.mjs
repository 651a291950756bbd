// Two Chromiums and a Firefox write on one board while what stands behind it is killed, again and again, and
// started anew. Whatever anybody wrote is there once, where they put it, and all end with the same cards.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { chromium, firefox } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, comesToList, enter, haveParts, listed, live, moveInList, showAs } from './support/people.mjs'
import { Redis, Server } from './support/server.mjs'

const kills = 8
const [here, there] = [
  '1. Constituer une communauté apprenante pour enrichir un patrimoine commun',
  '3. Proposer ensemble des changements de modèles',
]

const [chrome, fox] = await Promise.all([chromium(), firefox()])
afterEach(async () => {
  await chrome.empty()
  await fox.empty()
})
atEnd(() => chrome.close(), () => fox.close())

/** Awa and Basile in Chromium, Chloé in Firefox; each by the link given for them. */
async function gather(links) {
  const names = ['Awa', 'Basile', 'Chloé']
  const browsers = [chrome, chrome, fox]
  const tabs = []
  for (const [at, name] of names.entries()) {
    const tab = await enter(await browsers[at].device(), links[at], name)
    await showAs(tab, 'Liste')
    // Firefox never fetches again, in the same page, a script that it once could not have.
    await haveParts(tab, 'write')
    tabs.push({ name, tab })
  }
  return tabs
}

/** Writes two cards and moves the first: some of it before the fall, some in it, some after. */
async function work({ name, tab }, round) {
  const [first, second] = [`${name} ${round}.1`, `${name} ${round}.2`]
  await addInList(tab, here, first)
  await moveInList(tab, first, there)
  await addInList(tab, here, second)
  return [
    { title: first, zone: there },
    { title: second, zone: here },
  ]
}

/** All work, and in the middle of it, when something of this round is confirmed, `fall` happens. */
async function workThrough(people, fall) {
  const written = []
  for (let round = 1; round <= kills; round++) {
    const working = people.map((person) => work(person, round))
    await confirmed(people[round % 2].tab, round)
    await fall(round)
    written.push(...(await Promise.all(working)).flat())
  }
  return written
}

function confirmed(tab, round) {
  return tab.until(
    `something of round ${round} is confirmed`,
    (mark) =>
      [...document.querySelectorAll('.list-card')].some(
        (card) =>
          card.querySelector('h4')?.textContent.includes(mark) &&
          !card.querySelector('.list-facts')?.textContent.includes('Pas encore enregistrée'),
      ),
    ` ${round}.`,
  )
}

const places = (cards) => cards.map(({ title, zone }) => `${title}: ${zone}`).sort()

/** Everything is confirmed: all three, and somebody who comes in only now, see the same, and it is what was written. */
async function compare(people, written, link) {
  for (const { tab } of people) await live(tab)
  const newcomer = await enter(await chrome.device(), link, 'Plus tard')
  await showAs(newcomer, 'Liste')
  // Another server may tell of the last of it a moment later.
  const look = (count) => globalThis.finder.list().length >= count
  await newcomer.until('see all that was written', look, written.length)
  const whole = await listed(newcomer)
  assert.deepEqual(places(whole), places(written))
  for (const { tab } of people) await comesToList(tab, whole)
}

test('one server, killed again and again', async () => {
  const server = await Server.start()
  const { participant } = await server.found('Atelier', '--template', 'cartography')
  const people = await gather([participant, participant, participant])
  const written = await workThrough(people, async () => {
    await server.kill()
    await server.start()
  })
  for (const { tab } of people) await live(tab)
  await server.stop()
  await server.start()
  await compare(people, written, participant)
  await server.stop()
})

test('two servers over one Redis, each killed in turn', async () => {
  const redis = new Redis()
  await redis.start()
  const first = await Server.start({ journal: redis.journal })
  const second = await Server.start({ journal: redis.journal, key: first.key })
  const { participant } = await first.found('Atelier', '--template', 'cartography')
  const elsewhere = participant.replace(first.origin, second.origin)
  const people = await gather([participant, participant, elsewhere])
  const victims = [first, redis, second]
  const written = await workThrough(people, async (round) => {
    const victim = victims[round % victims.length]
    await victim.kill()
    await victim.start()
  })
  await compare(people, written, elsewhere)
  await first.stop()
  await second.stop()
  await redis.kill()
})
