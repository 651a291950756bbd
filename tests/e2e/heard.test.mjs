// What a screen reader hears by itself: what others do in sums, on the board as in the list; how a board is conducted at
// once; the same sentence twice where it happens twice; and nothing stays in the tree.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { heard, hears, listenIn, times } from './support/ear.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, enter, haveParts, showAs } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close(), () => server.stop())

const zone = '1. Constituer une communauté apprenante pour enrichir un patrimoine commun'

async function setOut() {
  const links = await server.found('Atelier', '--template', 'cartography')
  const louise = await enter(await browser.device(), links.participant, 'Louise')
  const camille = await enter(await browser.device(), links.animator, 'Camille')
  for (const tab of [louise, camille]) await listenIn(tab)
  await haveParts(louise, 'signs')
  return { links, louise, camille }
}

for (const view of ['Planche', 'Liste']) {
  test(`what others do is summed up (${view}), what one does oneself is not`, async () => {
    const { louise, camille } = await setOut()
    await showAs(louise, view)
    await showAs(camille, 'Liste')
    await addInList(camille, zone, 'Abeilles', 'Bocage', 'Cantine')
    await hears(louise, /^(Nouvelle fiche|Les autres : )/)
    await camille.activate('button', 'Actions Bocage')
    await camille.choose('Couleur', 'Violet', 'Bocage')
    await hears(louise, /Bocage|fiche modifiée|3 fiches ajoutées/)
    assert.equal(await times(louise, /^\d+ fiches?( sur|$)/), 0, 'the list tells its count for what others do')
    await showAs(louise, 'Liste')
    await addInList(louise, zone, 'Dernière')
    assert.match(await hears(camille, /^(Nouvelle fiche|Les autres : )/), /Dernière/, 'one’s own doings are told as others’')
  })
}

test('reveal, timer, lock, lead, spotlight and release are said at once, and twice when they happen twice', async () => {
  const { louise, camille } = await setOut()
  await showAs(louise, 'Liste')
  await addInList(louise, zone, 'Abeilles')
  for (let n = 1; n <= 2; n++) {
    await conduct(camille, 'Faire écrire en privé')
    await comesOften(louise, /^Écriture privée/, n)
    await conduct(camille, 'Révéler à tous')
    await comesOften(louise, /révélées à tout le monde/, n)
  }
  await conduct(camille, /^5 minutes/)
  await comesOften(louise, /^Minuteur : [45]:/, 1)
  await conduct(camille, 'Arrêter le minuteur')
  await comesOften(louise, /^Minuteur arrêté/, 1)
  await conduct(camille, 'Verrous')
  for (let n = 1; n <= 2; n++) {
    await camille.activate('button', 'Verrouiller : Toute la planche')
    await comesOften(louise, /a verrouillé la planche/, n)
    await camille.activate('button', 'Déverrouiller : Toute la planche')
    await comesOften(louise, /est de nouveau ouverte/, n)
  }
  await camille.keys('Escape')
  await showAs(camille, 'Planche')
  await conduct(camille, 'Amener tout le monde ici')
  await comesOften(louise, /Camille vous montre la planche/, 1)
  await camille.activate('button', 'Libérer les regards')
  await comesOften(louise, /Les regards sont libérés/, 1)
  await conduct(camille, /^Présenter/)
  await camille.fill('Fiche à ajouter', 'Abeilles')
  await camille.keys('Enter')
  await camille.activate('button', /^Mettre en vue/)
  await comesOften(louise, /^En vue : Abeilles/, 1)
  await camille.activate('button', 'Retirer de la vue')
  await comesOften(louise, /plus en vue/, 1)
})

test('a sentence leaves the tree once it was said, and there is one place from which it comes', async () => {
  const { louise, camille } = await setOut()
  await conduct(camille, /^5 minutes/)
  await hears(louise, /^Minuteur/)
  await louise.until('have it gone', () => document.querySelector('body > [role=status]')?.childElementCount === 0)
  assert.equal(await louise.page.evaluate(() => document.querySelectorAll('[role=status], [aria-live], output').length), 1)
})

test('what is said is heard under a dialog too', async () => {
  const { louise, camille } = await setOut()
  await louise.activate('button', 'Réglages et liens')
  await louise.see('au plus toutes les 15 s')
  await conduct(camille, /^5 minutes/)
  await hears(louise, /^Minuteur/)
  assert.ok(await louise.page.evaluate(() => document.querySelector('dialog [role=status]') !== null))
})

/** In the animators' place, which opens if it is not open. */
async function conduct(tab, act) {
  const open = () => document.querySelector('.beside') !== null
  if (!(await tab.page.evaluate(open))) await tab.activate('button', 'Animer')
  await tab.until('see it open', open)
  const back = await tab.page.$('.beside-back')
  if (back) await back.evaluate((button) => button.click())
  await tab.activate('button', act)
}

async function comesOften(tab, pattern, n) {
  const look = (source, often) => globalThis.heard.filter((one) => new RegExp(source, 'u').test(one)).length >= often
  await tab.until(`hear ${pattern} ${n} times`, look, pattern.source, n)
  assert.equal(await times(tab, pattern), n, JSON.stringify(await heard(tab)))
}
