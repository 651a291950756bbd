// What was withdrawn while somebody was away does not reach them: not on the screen, and in none of the bytes that
// their browser receives when it comes back.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, enter, live, showAs, titles } from './support/people.mjs'
import { Proxy } from './support/proxy.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const wire = await Proxy.to(server.port)
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close(), () => wire.close(), () => server.stop())

const zone = '1. Constituer une communauté apprenante pour enrichir un patrimoine commun'

/** All that this browser's sockets receive from now on, as it comes from the line. */
async function listenIn(tab) {
  const received = []
  const inspector = await tab.page.createCDPSession()
  inspector.on('Network.webSocketFrameReceived', ({ response }) =>
    received.push(Buffer.from(response.payloadData, response.opcode === 2 ? 'base64' : 'utf8')),
  )
  await inspector.send('Network.enable')
  return (words) => Buffer.concat(received).includes(words)
}

async function rename(tab, before, after) {
  await tab.activate('button', `Modifier ${before}`)
  await tab.fill('Titre', after)
  await tab.keys('Control+Enter')
  await tab.find('card', after)
}

async function keepToOneself(tab, title) {
  await tab.activate('button', `Actions ${title}`)
  await tab.choose('Visible de', 'Moi uniquement')
  await tab.see('Visible de moi uniquement')
}

test('S2: what was made private, taken off or overwritten meanwhile is in no byte of a resumption', async () => {
  wire.set('pass')
  const { participant } = await server.found('Cartographie', '--template', 'cartography')
  const louise = await enter(await browser.device(), wire.link(participant), 'Louise')
  const paul = await enter(await browser.device(), participant, 'Paul')
  for (const tab of [louise, paul]) await showAs(tab, 'Liste')
  await addInList(paul, zone, 'Une fiche')
  await louise.find('card', 'Une fiche')
  const came = await listenIn(louise)
  wire.set('cut')
  await louise.see('Hors ligne')
  await rename(paul, 'Une fiche', 'Une gaffe')
  await rename(paul, 'Une gaffe', 'Une proposition')
  await addInList(paul, zone, 'Un aveu', 'Un brouillon')
  await keepToOneself(paul, 'Un aveu')
  await paul.activate('button', 'Actions Un brouillon')
  await paul.activate('button', 'Supprimer Un brouillon')
  await live(paul)
  wire.set('pass')
  await live(louise)
  await louise.find('card', 'Une proposition')
  assert.deepEqual(await titles(louise), ['Une proposition'])
  assert.ok(came('Une proposition'), 'nothing was listened to')
  for (const withdrawn of ['Une gaffe', 'Un aveu', 'Un brouillon']) assert.ok(!came(withdrawn), `${withdrawn} came`)
})
