// The server is upgraded under pages that are open: they come back as pages of the new version, once, with all that
// was written.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { join } from 'node:path'
import { grown } from '../support/grown.mjs'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, enter, live, showAs, titles } from './support/people.mjs'
import { repository, Server } from './support/server.mjs'

const newProgram = grown()
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close())

const zone = '1. Constituer une communauté apprenante pour enrichir un patrimoine commun'
const written = ['Un', 'Deux', 'Trois']

/** In the page: which build it is. */
const script = () => document.querySelector('script[src]').src
const scriptOf = (tab) => tab.page.evaluate(script)

/** The other build takes the place of the one that served, as an administrator would do it. */
async function upgrade(server) {
  await server.stop()
  const { data, key, port } = server
  return Server.start({ data, key, port, program: newProgram })
}

test('H20: words wait while the server is upgraded; the page loads itself anew, and they arrive once', async () => {
  const older = await Server.start()
  const { participant } = await older.found('Cartographie', '--template', 'cartography')
  const louise = await enter(await browser.device(), participant, 'Louise Morel')
  await showAs(louise, 'Liste')
  const before = await scriptOf(louise)
  await louise.page.setOfflineMode(true)
  await addInList(louise, zone, ...written)
  await louise.see('3 contributions en attente')
  const newer = await upgrade(older)
  await louise.page.setOfflineMode(false)
  await louise.until('be a page of the new version', (was) => document.querySelector('script[src]')?.src !== was, before)
  await live(louise)
  await showAs(louise, 'Liste')
  for (const title of written) await louise.find('card', title)
  assert.deepEqual(await titles(louise), written)
  await newer.stop()
})

test('H20: nobody is torn out of a sentence; the page says what it waits for, and goes when the words are sent', async () => {
  const older = await Server.start()
  const { participant } = await older.found('Cartographie', '--template', 'cartography')
  const louise = await enter(await browser.device(), participant, 'Louise Morel')
  await showAs(louise, 'Liste')
  const before = await scriptOf(louise)
  const label = `Ajouter une fiche dans « ${zone} »`
  await louise.activate('button', label)
  await louise.find('field', label)
  await louise.type('Pas encore fin')
  const newer = await upgrade(older)
  await louise.see('Cette page date d’une autre version d’Archipel. Rechargez-la.')
  assert.equal(await scriptOf(louise), before)
  await louise.find('field', label)
  await louise.type('ie')
  await louise.keys('Enter')
  await louise.until('be a page of the new version', (was) => document.querySelector('script[src]')?.src !== was, before)
  await live(louise)
  await showAs(louise, 'Liste')
  await louise.find('card', 'Pas encore finie')
  await newer.stop()
})

test('H20: a page that comes back the same says so and stays', async () => {
  const server = await Server.start({ program: newProgram, page: join(repository, 'web-client/dist') })
  const { participant } = await server.found('Atelier')
  const tab = await (await browser.device()).open(participant)
  await tab.see('Cette page date d’une autre version d’Archipel. Rechargez-la.')
  await tab.find('button', 'Recharger la page')
  const loads = () => performance.getEntriesByType('navigation')[0].type
  assert.equal(await tab.page.evaluate(loads), 'reload')
  await server.stop()
})
