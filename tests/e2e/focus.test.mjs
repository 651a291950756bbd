// The keyboard keeps its place: on its card wherever the card goes, on the next one where it is gone, back where it came
// from when what it was in goes. It never ends on the page's body, after whatever act of whomever.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { afterEach, test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, enter, moveInList, showAs } from './support/people.mjs'
import { repository, Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close(), () => server.stop())

const [first, second] = [
  '1. Constituer une communauté apprenante pour enrichir un patrimoine commun',
  '2. Mettre ce patrimoine au service des transitions',
]
const words = ['Abeilles', 'Bocage', 'Cantine']

/** Three cards in the list; Camille animates, Louise takes part, both have the list before them. */
async function setOut({ as = 'Liste' } = {}) {
  const links = await server.found('Atelier', '--template', 'cartography')
  const louise = await enter(await browser.device(), links.participant, 'Louise')
  await showAs(louise, 'Liste')
  await addInList(louise, first, ...words)
  const camille = await enter(await browser.device(), links.animator, 'Camille')
  await showAs(camille, 'Liste')
  for (const word of words) await camille.find('card', word)
  if (as !== 'Liste') {
    await showAs(louise, as)
    await louise.until('see the cards', () => document.querySelectorAll('.card').length === 3)
  }
  return { louise, camille, links }
}

async function putOn(tab, kind, name, card) {
  const element = await tab.find(kind, name, card)
  await element.focus()
}

/** Where the keyboard is once the page has come to rest, which is never nowhere. */
async function isSomewhere(tab) {
  await tab.until('have the keyboard somewhere', () => document.activeElement !== null && document.activeElement !== document.body)
}

const takeOff = async (tab, title) => {
  await tab.activate('button', `Actions ${title}`)
  await tab.activate('button', `Supprimer ${title}`)
}

test('in the list, when somebody else moves the card one is on, or takes it off', async () => {
  const { louise, camille } = await setOut()
  await putOn(louise, 'button', 'Modifier Bocage')
  await moveInList(camille, 'Bocage', second)
  await louise.until('see it moved', (zone) => globalThis.finder.list().find(({ title }) => title === 'Bocage').zone === zone, second)
  await louise.isOn('Modifier Bocage')
  await moveInList(camille, 'Bocage', first)
  await louise.isOn('Modifier Bocage')
  const next = await louise.page.evaluate(() => {
    const all = globalThis.finder.list().map(({ title }) => title)
    return all[all.indexOf('Bocage') + 1] ?? all[all.indexOf('Bocage') - 1]
  })
  await takeOff(camille, 'Bocage')
  await louise.isOn(`Modifier ${next}`)
})

test('in the list, when one’s own card goes: the next one, the one before, the way to add one', async () => {
  const { louise } = await setOut()
  for (let left = words.length; left > 0; left--) {
    const title = await louise.page.evaluate(() => globalThis.finder.list()[0].title)
    const next = await louise.page.evaluate(() => globalThis.finder.list()[1]?.title)
    await takeOff(louise, title)
    if (next) await louise.isOn(`Modifier ${next}`)
    else await isSomewhere(louise)
  }
})

test('in the list, after one’s own undo', async () => {
  const { louise } = await setOut()
  await putOn(louise, 'button', 'Modifier Cantine')
  await louise.keys('Control+z')
  await louise.until('see it gone', () => globalThis.finder.list().length === 2)
  await louise.isOn(/^Modifier /)
  await louise.keys('Control+y')
  await louise.find('card', 'Cantine')
  await isSomewhere(louise)
})

test('a notice that is dismissed, or whose button was pressed, gives the keyboard back', async () => {
  const { louise } = await setOut()
  await takeOff(louise, 'Abeilles')
  await louise.isOn(/^Modifier /)
  const [undo] = await louise.page.$$('.notice .button:not(.quiet)')
  await undo.focus()
  await louise.keys('Enter')
  await louise.find('card', 'Abeilles')
  await louise.isOn(/^(Modifier|Supprimer|Actions) /)
})

test('on the board, when somebody takes off the card one is on: the closest one', async () => {
  const { louise, camille } = await setOut({ as: 'Planche' })
  await (await louise.find('card', /^Bocage/)).focus()
  await takeOff(camille, 'Bocage')
  await louise.until('be on another card', () => /^(Abeilles|Cantine)/.test(document.activeElement.ariaLabel ?? ''))
  await louise.keys('Delete')
  await louise.until('be on the last card', () => document.querySelectorAll('.card').length === 1 && document.activeElement.classList.contains('card'))
  await louise.keys('Delete')
  await louise.until('be on the board', () => document.activeElement.classList.contains('board-stage'))
})

test('on the board, what is taken off by its bar', async () => {
  const { louise } = await setOut({ as: 'Planche' })
  await (await louise.find('card', /^Bocage/)).focus()
  await louise.keys('ContextMenu')
  await louise.until('be in the bar', () => document.activeElement.closest('.board-bar'))
  await louise.activate('button', 'Supprimer')
  await louise.until('be on a card', () => document.activeElement.classList.contains('card'))
})

test('after a spotlight: where it took the keyboard from', async () => {
  const { louise, camille } = await setOut()
  await putOn(louise, 'button', 'Actions Bocage')
  await camille.activate('button', 'Animer')
  await camille.activate('button', /^Présenter/)
  await camille.fill('Fiche à ajouter', 'Bocage')
  await camille.keys('Enter')
  await camille.activate('button', /^Mettre en vue/)
  await louise.until('see the spotlight', () => document.activeElement.closest('dialog.spotlight'))
  await camille.activate('button', 'Retirer de la vue')
  await louise.until('see it gone', () => document.querySelector('.spotlight') === null)
  await louise.isOn('Actions Bocage')
  await isSomewhere(camille)
})

test('a panel that is closed by its button gives the keyboard back to what opened it', async () => {
  const { camille } = await setOut()
  for (const opener of [/^Personnes/, 'Réglages et liens', 'Planches et fichiers', 'Animer']) {
    await camille.activate('button', opener)
    await camille.until('have it open', () => document.activeElement.closest('dialog, .beside'))
    await camille.activate('button', 'Fermer')
    await camille.isOn(opener)
  }
})

test('a board that goes from under the keyboard, and what is in its place', async () => {
  const { louise, camille } = await setOut()
  await camille.activate('button', 'Planches et fichiers')
  await camille.fill('Nouvelle planche', 'Autre')
  await camille.keys('Enter')
  await isSomewhere(camille)
  await camille.see('Autre')
  await putOn(louise, 'button', 'Modifier Bocage')
  await camille.activate('button', /^Supprimer « Cartographie/)
  await isSomewhere(camille)
  await camille.activate('button', /^Supprimer( la planche)?$/)
  await louise.until('see the other board', () => globalThis.finder.find('card', { exact: 'Bocage' }) === null)
  await isSomewhere(louise)
  await isSomewhere(camille)
})

test('in the preview of an import, and after it', async () => {
  const { camille } = await setOut()
  await camille.activate('button', 'Planches et fichiers')
  await camille.activate('button', 'Un tableau (CSV)…')
  await isSomewhere(camille)
  await (await camille.find('file', /^Choisir un fichier/)).focus()
  await camille.give(/^Choisir un fichier/, join(repository, 'web-client/tests/fixtures/chantiers.csv'))
  await camille.find('choice', 'Ce tableau décrit')
  await isSomewhere(camille)
  for (const name of ['Ce tableau décrit', 'Séparateur']) {
    await (await camille.find('choice', name)).focus()
    await camille.keys('ArrowDown')
    await isSomewhere(camille)
    await camille.keys('ArrowUp')
    await isSomewhere(camille)
    await camille.isOn(name)
  }
  await camille.activate('button', /^(Importer|Créer)/)
  await camille.until('have it done', () => document.querySelectorAll('.list-card').length > 3)
  await isSomewhere(camille)
})
