// A finger: whatever is pressed on a touch screen is 44 px wide and high, in each state of the page. Each test goes on
// from where the one before it ended.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, enter, showAs } from './support/people.mjs'
import { repository, Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const phone = { width: 390, height: 844, isMobile: true, hasTouch: true }
const zone = '2. Mettre ce patrimoine au service des transitions'
const roll = join(repository, 'packaging/demo/roll-initiation-60.csv')
const links = await server.found('Atelier', '--template', 'cartography')
const day = await server.found('Journée', '--template', 'initiation', '--roll', roll)

const awa = await enter(await browser.device({ viewport: phone }), links.participant, 'Awa')

/** What one could press and is smaller. A link in a sentence is as high as its line; what lies on a drawn board, the
 * map or the graph is as large as one looks at it. */
function tooSmall() {
  const pressed = 'a[href], button, summary, select, textarea, input:not([type=hidden])'
  const drawn = '.board-layer .card, .map-marks *, .graph-node'
  return [...document.querySelectorAll(pressed)].flatMap((one) => {
    const style = getComputedStyle(one)
    if (one.matches(drawn) || style.visibility === 'hidden' || (one.matches('a') && style.display === 'inline')) return []
    const box = (one.matches('[type=radio], [type=checkbox], [type=file]') && one.labels[0] ? one.labels[0] : one).getBoundingClientRect()
    if (box.width <= 1 || box.height <= 1 || (box.width >= 43.9 && box.height >= 43.9)) return []
    const name = one.ariaLabel ?? one.labels?.[0]?.textContent ?? one.textContent
    return [`${one.localName}.${one.className} “${name.trim().slice(0, 40)}” ${Math.round(box.width)} × ${Math.round(box.height)}`]
  })
}

async function hasRoomForFingers(tab, state) {
  await tab.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const found = await tab.page.evaluate(tooSmall)
  assert.deepEqual([...new Set(found)], [], state)
}

const open = async (address) => (await browser.device({ viewport: phone })).open(address)

test('before the room: the start page, the organiser’s desk, the door, and one’s line on the roll', async () => {
  const start = await open(server.origin)
  await start.find('button', 'Entrer')
  await hasRoomForFingers(start, 'the start page')
  const desk = await open(server.organiserLink)
  await desk.find('heading', 'Ateliers')
  await desk.find('field', 'Titre de l’atelier')
  await hasRoomForFingers(desk, 'the organiser’s desk')
  const door = await open(day.participant)
  await door.fill(/^Cherchez votre nom/, 'malaunay')
  await door.find('button', /^C’est moi/)
  await hasRoomForFingers(door, 'the roll')
  await door.press('button', /^C’est moi/)
  await door.find('button', 'Entrer')
  await hasRoomForFingers(door, 'the door')
})

test('on a small phone, with its keyboard open too, the button to enter is in view', async () => {
  const isInView = () => {
    const { top, bottom } = globalThis.finder.find('button', { exact: 'Entrer' }).getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  }
  for (const height of [568, 308]) {
    const small = { ...phone, width: 320, height }
    const listed = await (await browser.device({ viewport: small })).open(day.participant)
    await listed.fill(/^Cherchez votre nom/, 'malaunay')
    await listed.press('button', /^C’est moi/)
    await listed.find('button', 'Entrer')
    assert.ok(await listed.page.evaluate(isInView), `one’s own line, ${height} high`)
    await listed.isOn('Entrer')
    await listed.press('button', 'Corriger mes informations')
    await listed.page.evaluate(() => document.querySelector('[autocomplete=name]').focus())
    assert.ok(await listed.page.evaluate(isInView), `while it is corrected, ${height} high`)
    const unlisted = await (await browser.device({ viewport: small })).open(links.participant)
    await unlisted.fill('Votre nom', 'Louise')
    assert.ok(await unlisted.page.evaluate(isInView), `a name, ${height} high`)
  }
})

test('in the list: its head, a card, its choices, its form, a new one', async () => {
  await showAs(awa, 'Liste')
  await addInList(awa, zone, 'Cantine', 'Régie de l’eau')
  await awa.press('button', 'Trier, filtrer…')
  await hasRoomForFingers(awa, 'the head unfolded')
  await awa.press('button', 'Trier, filtrer…')
  await awa.press('button', 'Actions Cantine')
  await awa.find('button', 'Supprimer Cantine')
  await hasRoomForFingers(awa, 'the choices of a card')
  await awa.press('button', 'Modifier Cantine')
  await awa.find('field', 'Titre')
  await hasRoomForFingers(awa, 'a card that is written')
  await awa.keys('Escape')
  await awa.press('button', `Ajouter une fiche dans « ${zone} »`)
  await awa.find('button', 'Fermer')
  await hasRoomForFingers(awa, 'the line to add one')
  await awa.press('button', 'Fermer')
  await awa.press('button', 'Fiche')
  await awa.find('field', 'Titre')
  await hasRoomForFingers(awa, 'a new card')
  await awa.press('button', 'Annuler')
})

test('on the board: its tools, what can be done to a card, its form, finding', async () => {
  await showAs(awa, 'Planche')
  await awa.press('button', 'Tous les outils')
  await awa.find('button', 'Zoom avant')
  await hasRoomForFingers(awa, 'the tools')
  await awa.press('button', /^Chercher/)
  await awa.find('field', /./)
  await hasRoomForFingers(awa, 'finding')
  await awa.keys('Escape')
  await awa.press('button', 'Tous les outils')
  await awa.press('card', /^Cantine/)
  await awa.find('button', 'Modifier')
  await hasRoomForFingers(awa, 'what can be done to a card')
  await awa.press('button', 'Couleur')
  await hasRoomForFingers(awa, 'its colours')
  await awa.keys('Escape')
  await awa.press('button', 'Modifier')
  await awa.find('field', 'Titre')
  await hasRoomForFingers(awa, 'its form')
  await awa.press('button', 'Annuler')
})

test('in the other views and the drawers', async () => {
  for (const view of ['Carte', 'Graphe']) {
    await showAs(awa, view)
    await hasRoomForFingers(awa, view)
  }
  for (const [button, seen] of [[/^Personnes/, 'Catégorie d’acteur'], ['Réglages et liens', 'Langue']]) {
    await awa.press('button', button)
    await awa.see(seen)
    await hasRoomForFingers(awa, `${button}`)
    await awa.press('button', 'Fermer')
  }
})

test('what an animator conducts with', async () => {
  const camille = await enter(await browser.device({ viewport: phone }), links.animator, 'Camille')
  await camille.find('button', 'Animer')
  await camille.until('see the bars', () => document.querySelector('.conducting button') && document.querySelector('.list, .board'))
  await hasRoomForFingers(camille, 'an animator’s bars')
  await camille.press('button', 'Animer')
  await camille.until('see what it holds', () => document.querySelector('.beside .acts button'))
  await camille.page.$$eval('.beside summary', (folds) => {
    for (const fold of folds) fold.click()
  })
  await hasRoomForFingers(camille, 'Animer, all of it unfolded')
})
