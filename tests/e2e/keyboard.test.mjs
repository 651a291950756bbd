// Everything without a pointer: the door, the list, the board. A witness sees what comes of it.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { enter, listed, live, showAs } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close(), () => server.stop())

const [first, second] = [
  '1. Constituer une communauté apprenante pour enrichir un patrimoine commun',
  '2. Mettre ce patrimoine au service des transitions',
]

/** Awa, who has entered by keyboard alone, and a witness on the list. */
async function setOut() {
  const { participant } = await server.found('Atelier', '--template', 'cartography')
  const awa = await (await browser.device()).open(participant)
  await awa.find('field', 'Votre nom')
  await awa.tabTo('Votre nom')
  await awa.type('Awa')
  await awa.keys('Enter')
  await live(awa)
  const witness = await enter(await browser.device(), participant, 'Témoin')
  await showAs(witness, 'Liste')
  return { awa, witness }
}

async function go(tab, name) {
  await tab.tabTo(name)
  await tab.keys('Enter')
}

/** The card that holds the keyboard is drawn there, in units of the board. */
function lies(tab, x, y) {
  const look = (left, top) =>
    document.activeElement.style.left === `${left}px` && document.activeElement.style.top === `${top}px`
  return tab.until(`see the card at ${x}, ${y}`, look, x, y)
}

const seen = async (witness) => (await listed(witness)).map(({ title, zone, links }) => ({ title, zone, links }))

test('the list by keyboard alone: add, edit, move, link, delete', async () => {
  const { awa, witness } = await setOut()
  await go(awa, 'Liste')
  await awa.find('button', `Ajouter une fiche dans « ${first} »`)
  await go(awa, `Ajouter une fiche dans « ${first} »`)
  for (const title of ['Cantine', 'Transports', 'Énergie']) {
    await awa.type(title)
    await awa.keys('Enter')
  }
  await go(awa, 'Fermer')

  await go(awa, 'Modifier Cantine')
  await awa.type(' partagée')
  await awa.keys('Tab')
  await awa.type('Trois communes')
  await awa.keys('Control+Enter')
  await witness.find('card', 'Cantine partagée')
  await awa.isOn('Modifier Cantine partagée')

  await go(awa, 'Actions Transports')
  await awa.tabTo(/^Déplacer vers/)
  await awa.keys('ArrowDown', 'Enter')
  await witness.until('see it moved', (title, zone) =>
    [...document.querySelectorAll('.list-zone')].some(
      (part) => part.textContent.startsWith(zone) && [...part.querySelectorAll('h4')].some((one) => one.textContent === title),
    ), 'Transports', second)
  await awa.until('keep the keyboard', () => document.activeElement.labels?.[0]?.textContent.startsWith('Déplacer vers'))

  await go(awa, 'Liens… Transports')
  await awa.find('field', 'Lier à la fiche…')
  await awa.type('cantine')
  await awa.keys('Enter', 'Escape')
  await witness.see('→ vers « Cantine partagée »')

  await go(awa, 'Actions Énergie')
  await go(awa, 'Supprimer Énergie')
  await witness.until('see it gone', () => !globalThis.finder.find('card', { exact: 'Énergie' }))
  assert.deepEqual(await seen(witness), [
    { title: 'Cantine partagée', zone: first, links: ['← depuis « Transports »'] },
    { title: 'Transports', zone: second, links: ['→ vers « Cantine partagée »'] },
  ])
})

test('the board by keyboard alone: add, go from card to card, open, move, link, delete', async () => {
  const { awa, witness } = await setOut()
  await go(awa, 'Fiche')
  await awa.find('field', 'Titre')
  await awa.type('Cantine')
  await awa.keys('Control+Enter')
  await witness.find('card', 'Cantine')
  await awa.until('be on the card', () => document.activeElement.classList.contains('card'))
  await awa.keys('n')
  await awa.find('field', 'Titre')
  await awa.type('Transports')
  await awa.keys('Control+Enter')
  await witness.find('card', 'Transports')
  await awa.until('be on the second card', () => document.activeElement.ariaLabel?.startsWith('Transports'))

  await awa.keys('Enter')
  await awa.find('field', 'Titre')
  await awa.type(' en commun')
  await awa.keys('Control+Enter')
  await witness.find('card', 'Transports en commun')

  await awa.until('be back on it', () => document.activeElement.ariaLabel?.startsWith('Transports en commun'))
  const [x, y] = await awa.page.evaluate(() => {
    const { left, top } = document.activeElement.style
    return [Number.parseInt(left), Number.parseInt(top)]
  })
  await awa.keys('m', 'ArrowDown', 'Shift+ArrowRight', 'Enter')
  await lies(awa, x + 50, y + 10)
  await awa.keys('m', 'ArrowUp')
  await lies(awa, x + 50, y)
  await awa.keys('Escape')
  await lies(awa, x + 50, y + 10)

  await awa.keys('l')
  await awa.find('field', 'Lier à la fiche…')
  await awa.type('cantine')
  await awa.keys('Enter', 'Escape')
  await witness.see('→ vers « Cantine »')

  await awa.until('be back on the card', () => document.activeElement.classList.contains('card'))
  await awa.keys('Delete')
  await witness.until('see it gone', () => !globalThis.finder.find('card', { exact: 'Transports en commun' }))
  assert.deepEqual((await listed(witness)).map(({ title }) => title), ['Cantine'])
})
