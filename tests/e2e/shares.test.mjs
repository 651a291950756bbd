// What one person may not do to all, and leaving a device: by the screens that people have for it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { violations } from './support/axe.mjs'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { enter, showAs } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const links = await server.found('Atelier partagé')
const { origin } = new URL(links.animator)
const animator = await enter(await browser.device(), links.animator, 'Camille')
const device = await browser.device()
const awa = await enter(device, links.participant, 'Awa')

test('a link is given a number of entries, and says so to who comes too late', async () => {
  await animator.press('button', 'Animer')
  await animator.press('button', 'Liens d’accès')
  await animator.press('button', /^Nombre d’entrées\s*: Lien de participation n° 1$/)
  await animator.fill('Nombre d’entrées', '1')
  await animator.press('button', 'Fixer')
  await animator.see('1 entrée au plus')
  assert.deepEqual(await violations(animator), [])
  const late = await (await browser.device()).open(links.participant)
  await late.fill('Votre nom', 'Basile')
  await late.press('button', 'Entrer')
  await late.see('Ce lien ne fait plus entrer personne : toutes ses places sont prises (1). Demandez-en un autre à l’animation.')
})

test('what somebody just added goes in one action', async () => {
  await showAs(awa, 'Liste')
  await awa.activate('button', 'Ajouter une fiche')
  await awa.type('De trop')
  await awa.keys('Enter')
  await awa.find('card', 'De trop')
  await animator.press('button', 'Fermer')
  await showAs(animator, 'Liste')
  await animator.find('card', 'De trop')
  await animator.press('button', 'Animer')
  await animator.press('button', /^Corbeille/)
  await animator.page.evaluate(() => document.querySelector('.added summary').click())
  await animator.choose('Ajouté par', 'Awa')
  await animator.press('button', /^Retirer 1 fiche/)
  await animator.until('see it in the bin', () => /retirée par Camille/.test(document.body.innerText))
  assert.deepEqual(await violations(animator), [])
})

test('the start page lists the workshops that the device is in', async () => {
  const start = await device.open(`${origin}/`)
  await start.see('Vos ateliers sur cet appareil')
  await start.see('en tant que Awa')
  await start.press('button', /^Quitter sur cet appareil/)
  assert.deepEqual(await violations(start), [])
  await start.close()
})

test('a device is left: it forgets its keys and drafts once that is confirmed', async () => {
  await awa.press('button', 'Réglages et liens')
  await awa.press('button', /^Quitter sur cet appareil/)
  await awa.press('button', 'Quitter et oublier')
  await awa.see('Bienvenue')
  const id = new URL(links.participant).pathname.split('/').at(-1)
  await awa.until('have nothing of it', (text) => Object.keys(localStorage).every((name) => !name.includes(text)), id)
  const back = await device.open(`${origin}/a/${id}`)
  await back.see('Il manque la clé')
})
