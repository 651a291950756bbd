// The network goes: people go on, a sign tells how many contributions wait, and each is sent exactly once when it
// is back, whatever became of the tab meanwhile.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, enter, haveParts, live, showAs, titles } from './support/people.mjs'
import { Proxy } from './support/proxy.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const wire = await Proxy.to(server.port)
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close(), () => wire.close(), () => server.stop())

const zone = '1. Constituer une communauté apprenante pour enrichir un patrimoine commun'
const written = ['Un', 'Deux', 'Trois']

/** Louise behind the wire, and a witness who is not, both on the list of a new workshop. */
async function setOut() {
  wire.set('pass')
  const { participant } = await server.found('Cartographie', '--template', 'cartography')
  const device = await browser.device()
  const link = wire.link(participant)
  const louise = await enter(device, link, 'Louise Morel')
  const witness = await enter(await browser.device(), participant, 'Témoin')
  for (const tab of [louise, witness]) await showAs(tab, 'Liste')
  return { device, link, louise, witness }
}

/** It waits, and would wait without this page, too. */
async function kept(tab) {
  await tab.see('3 contributions en attente')
  await tab.until('keep what waits on the device', holdsInStore, written.length)
}

/** In the page. */
function holdsInStore(count) {
  return new Promise((resolve) => {
    const opening = indexedDB.open('archipel')
    opening.onsuccess = () => {
      const asked = opening.result.transaction('pending').objectStore('pending').count()
      asked.onsuccess = () => resolve(asked.result === count)
      opening.result.close()
    }
  })
}

/** With nothing left to send, a fresh look: what was sent twice would be there by now. */
async function arrivedOnce(witness) {
  for (const title of written) await witness.find('card', title)
  await witness.reload()
  await live(witness)
  assert.deepEqual(await titles(witness), written)
}

/** Connected again, in this page or another: it has what the one before it wrote, and waits for nothing. */
async function back(tab) {
  await showAs(tab, 'Liste')
  for (const title of written) await tab.find('card', title)
  await live(tab)
  assert.deepEqual(await titles(tab), written)
}

test('a network that falls silent is noticed; what is written meanwhile waits, and goes when it is back', async () => {
  const { louise, witness } = await setOut()
  await louise.page.setOfflineMode(true)
  await addInList(louise, zone, ...written)
  await louise.see('3 contributions en attente')
  await louise.see('Pas encore enregistrée')
  await louise.see('Hors ligne')
  await louise.see('Continuez : ce que vous faites est gardé sur cet appareil')
  assert.deepEqual(await titles(witness), [])
  await louise.page.setOfflineMode(false)
  await live(louise)
  await louise.seeNoMore('Pas encore enregistrée')
  await arrivedOnce(witness)
})

test('a server that cannot be reached comes back: the page that was kept open sends what waits', async () => {
  const { louise, witness } = await setOut()
  wire.set('cut')
  await louise.see('Hors ligne')
  await addInList(louise, zone, ...written)
  await louise.see('3 contributions en attente')
  wire.set('pass')
  await live(louise)
  await arrivedOnce(witness)
})

test('a page reloaded in vain, and again when the server is back, sends what it was told before', async () => {
  const { louise, witness } = await setOut()
  wire.set('cut')
  await addInList(louise, zone, ...written)
  await kept(louise)
  await louise.reload()
  assert.equal(await louise.page.$('.room'), null, 'there is a page where none can be had')
  wire.set('pass')
  await louise.reload()
  await back(louise)
  await arrivedOnce(witness)
})

test('a tab closed without network: the next one on this device sends what it left', async () => {
  const { device, louise, link, witness } = await setOut()
  wire.set('cut')
  await addInList(louise, zone, ...written)
  await kept(louise)
  await louise.close()
  wire.set('pass')
  await back(await device.open(link))
  await arrivedOnce(witness)
})

test('one tab of two closed without network: the other sends what it left, and need not be reloaded', async () => {
  const { device, louise, link, witness } = await setOut()
  const second = await device.open(link)
  await live(second)
  wire.set('cut')
  await louise.page.bringToFront()
  await addInList(louise, zone, ...written)
  await kept(louise)
  await louise.close()
  wire.set('pass')
  await back(second)
  await arrivedOnce(witness)
})

test('answers that never arrive: what was accepted is sent again by the next tab, and stands once', async () => {
  const { device, louise, link, witness } = await setOut()
  wire.set('deaf')
  await addInList(louise, zone, ...written)
  await arrivedOnce(witness)
  await kept(louise)
  await louise.close()
  wire.set('cut')
  wire.set('pass')
  await back(await device.open(link))
  await arrivedOnce(witness)
})

const failed = 'Cette partie de la page n’a pas pu être chargée.'

test('what had not been opened yet opens without network: it was fetched before', async () => {
  const { louise } = await setOut()
  await haveParts(louise, 'write', 'people', 'board', 'refusals.fr')
  wire.set('cut')
  await louise.see('Hors ligne')
  await addInList(louise, zone, 'Un')
  await louise.press('button', 'Actions Un')
  await louise.choose('Couleur', 'Violet')
  await louise.press('button', 'Modifier Un')
  await louise.find('field', 'Texte')
  await louise.keys('Escape')
  await louise.press('button', 'Réglages et liens')
  await louise.press('button', 'Continuer sur mon téléphone')
  await louise.find('code', /Continuer/)
  await louise.press('button', 'Fermer')
  await showAs(louise, 'Planche')
  await louise.press('button', 'Fiche')
  await louise.find('field', 'Titre')
  assert.ok(!(await louise.words()).includes(failed))
})

test('what could not be fetched in time is there when the network is back, and nobody has to ask for it', async () => {
  wire.set('pass')
  const { participant } = await server.found('Cartographie', '--template', 'cartography')
  const tab = await (await browser.device()).open()
  await tab.page.setRequestInterception(true)
  const withheld = (request) => (/\/list-/.test(request.url()) ? request.abort() : request.continue())
  tab.page.on('request', withheld)
  await tab.go(wire.link(participant))
  await tab.fill('Votre nom', 'Louise')
  await tab.press('button', 'Entrer')
  await live(tab)
  await tab.press('button', 'Liste')
  await tab.see(failed)
  tab.page.off('request', withheld)
  await tab.page.setRequestInterception(false)
  wire.set('cut')
  await tab.see('Hors ligne')
  wire.set('pass')
  await tab.see('Filtrer les fiches')
})
