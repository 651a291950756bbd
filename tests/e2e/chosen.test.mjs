// Acts begin from the cards that are chosen, and each is taken back by one press that says what it takes back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { violations } from './support/axe.mjs'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, boxOf, enter, live, listed, showAs } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const zone = '1. Constituer une communauté apprenante pour enrichir un patrimoine commun'
const links = await server.found('Cartographie', '--template', 'cartography')
const animator = await enter(await browser.device(), links.animator, 'Camille Martin')
const louise = await enter(await browser.device(), links.participant, 'Louise Morel')
await showAs(louise, 'Liste')
await addInList(louise, zone, 'Eau vive', 'Eau claire', 'Haies', 'Vergers')
await live(louise)

test('two chosen cards become one, and Annuler says so and parts them', async () => {
  const before = await listed(louise)
  await choose('Eau vive', 'Eau claire')
  await flawless(animator)
  await animator.press('button', 'Fondre')
  await animator.see('Quelle fiche garde sa place et son titre ?')
  await flawless(animator)
  await animator.press('button', 'Fondre 2 fiches')
  await louise.until('see one card less', () => globalThis.finder.list().length === 3)
  await animator.find('button', 'Annuler : fusion de 2 fiches')
  await animator.keys('Control+z')
  await animator.see('Annulé : fusion de 2 fiches.')
  await animator.find('button', 'Rétablir : fusion de 2 fiches')
  await flawless(animator)
  await louise.until('see all of them', () => globalThis.finder.list().length === 4)
  assert.deepEqual(await listed(louise), before)
})

test('a card laid on another asks, and linked it lies where it lay', async () => {
  const [from, to] = [await boxOf(animator, 'Haies'), await boxOf(animator, 'Vergers')]
  await lay('Haies', { x: to.x - from.x + 6, y: to.y - from.y + 4 })
  await animator.see('Posée sur « Vergers »')
  await flawless(animator)
  await animator.press('button', 'Lier')
  await animator.find('button', 'Annuler : nouveau lien')
  assert.equal((await boxOf(animator, 'Haies')).x, from.x)
  await animator.keys('Escape')
})

test('a card laid on another may be left there, and the question goes', async () => {
  const [from, to] = [await boxOf(animator, 'Eau vive'), await boxOf(animator, 'Eau claire')]
  await lay('Eau vive', { x: to.x - from.x + 6, y: to.y - from.y + 4 })
  await animator.press('button', 'Laisser là')
  await animator.seeNoMore('Posée sur')
  await animator.isOn(/^Eau vive/)
  await animator.keys('Control+z')
  await animator.see('Annulé : déplacement de « Eau vive ».')
})

test('chosen cards go to a zone, to be presented and into the light from their bar', async () => {
  await choose('Haies', 'Vergers')
  await animator.press('button', 'Vers la zone')
  await flawless(animator)
  await animator.press('button', /^2\./)
  await animator.find('button', 'Annuler : déplacement de 2 fiches')
  await animator.press('button', 'À présenter')
  await animator.see('2 fiches ajoutées à la suite')
  await choose('Haies')
  await animator.press('button', 'En vue')
  await louise.find('heading', 'Haies')
  await animator.activate('button', 'Retirer de la vue')
  await animator.find('button', 'Annuler : ordre de présentation de 2 fiches')
})

test('what cannot be undone says so, and Annuler asks before it takes back what came before', async () => {
  await animator.press('button', 'Animer')
  await animator.press('button', 'Faire écrire en privé')
  await animator.press('button', 'Fermer')
  await animator.see('Cela ne s’annule pas.')
  await animator.press('button', 'Ne s’annule pas : écriture en privé')
  await animator.find('button', /^Annuler ce qui précède/)
  await flawless(animator)
  await animator.press('button', 'Ne rien changer')
  await animator.find('button', 'Ne s’annule pas : écriture en privé')
  await animator.press('button', 'Ne s’annule pas : écriture en privé')
  await animator.press('button', 'Annuler ce qui précède : ordre de présentation de 2 fiches')
  await animator.see('Annulé : ordre de présentation de 2 fiches.')
})

test('a new card goes into a zone that is in view, and one that says its objective to the zone of that', async () => {
  const tab = await enter(await browser.device(), (await server.found('Deux', '--template', 'cartography')).animator, 'Inès')
  for (const title of ['Sans objectif', 'Pour changer']) {
    await tab.find('button', 'Coller des lignes')
    await tab.press('button', 'Fiche')
    await tab.type(title)
    if (title === 'Pour changer') await tab.press('option', 'Changer de modèles')
    await tab.press('button', 'Enregistrer')
  }
  await tab.see('la zone de son objectif')
  await showAs(tab, 'Liste')
  assert.deepEqual(
    (await listed(tab)).map(({ title, zone: where }) => [title, where.slice(0, 2)]),
    [
      ['Sans objectif', '1.'],
      ['Pour changer', '3.'],
    ],
  )
})

async function choose(first, ...others) {
  await animator.press('card', new RegExp(`^${first}`))
  await animator.page.keyboard.down('Shift')
  for (const other of others) await animator.press('card', new RegExp(`^${other}`))
  await animator.page.keyboard.up('Shift')
}

async function lay(title, by) {
  const { x, y } = await animator.point('card', new RegExp(`^${title}`))
  const { mouse } = animator.page
  await mouse.move(x, y)
  await mouse.down()
  await mouse.move(x + by.x, y + by.y, { steps: 6 })
  await mouse.up()
}

async function flawless(...tabs) {
  for (const tab of tabs) assert.deepEqual(await violations(tab), [])
}
