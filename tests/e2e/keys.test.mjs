// The keys of the page, counted: how many it takes to a card, from a card to the list, to what can be done with it; a bar
// is one stop; zones are reached and read; what can be undone is reached.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, enter, haveParts, showAs } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close(), () => server.stop())

const zone = '1. Constituer une communauté apprenante pour enrichir un patrimoine commun'
const words = ['Abeilles', 'Bocage', 'Cantine']

/** A board with three cards, just entered by `role`. */
async function comeIn(role = 'participant') {
  const links = await server.found('Atelier', '--template', 'cartography')
  const camille = await enter(await browser.device(), links.animator, 'Camille')
  await showAs(camille, 'Liste')
  await addInList(camille, zone, ...words)
  const louise = await enter(await browser.device(), links[role], 'Louise')
  await louise.until('see the cards', () => document.querySelectorAll('.card').length === 3)
  await haveParts(louise, 'signs', 'write')
  return { links, camille, louise }
}

const isOnCard = (tab) => tab.page.evaluate(() => document.activeElement.classList.contains('card'))
const isSomewhere = (tab) => tab.until('have the keyboard somewhere', () => document.activeElement !== document.body)

/** Presses a key until it is so; answers how often. */
async function presses(tab, key, isSo) {
  for (let count = 0; count < 60; count++) {
    if (await isSo()) return count
    await tab.keys(key)
  }
  assert.fail(`never came there by ${key}`)
}

for (const role of ['participant', 'animator']) {
  test(`from the door to the first card: at most six keys (${role})`, async () => {
    const { louise } = await comeIn(role)
    const count = await presses(louise, 'Tab', () => isOnCard(louise))
    assert.ok(count <= 6, `it took ${count}`)
  })

  test(`from the top of the page, by the way past the bars: at most three (${role})`, async () => {
    const { louise } = await comeIn(role)
    await louise.page.evaluate(() => {
      document.querySelector('.skip').focus()
    })
    await louise.keys('Enter')
    assert.ok(await isOnCard(louise))
    assert.equal(await louise.page.evaluate(() => location.hash), '')
  })
}

test('from a card to the list and back: at most three, on the same card', async () => {
  const { louise } = await comeIn()
  await (await louise.find('card', /^Bocage/)).focus()
  await louise.keys('2')
  await louise.isOn('Modifier Bocage')
  await louise.keys('1')
  await louise.until('be on the card of the board', () => document.activeElement.ariaLabel?.startsWith('Bocage'))
  for (const [key, view] of [['3', 'map'], ['4', 'graph'], ['1', 'board']]) {
    await louise.keys(key)
    await louise.until(`see ${view}`, (name) => document.getElementById('place').dataset.view === name, view)
    await isSomewhere(louise)
  }
})

test('N writes a new card at once after one came in, and letters in a field are letters', async () => {
  const { louise } = await comeIn()
  await louise.keys('n')
  await louise.find('field', 'Titre')
  await louise.type('Nouvelle n 1 2 ?')
  await louise.keys('Control+Enter')
  await louise.find('card', /^Nouvelle n 1 2 \?/)
  await louise.keys('2')
  await louise.isOn(/^Modifier Nouvelle/)
  await louise.keys('n')
  await louise.until('write in the list', () => document.activeElement.matches('.list-add input'))
})

test('a bar is one stop, with arrows inside; its menus open by the down arrow', async () => {
  const { louise } = await comeIn('animator')
  const stops = []
  await louise.page.evaluate(() => document.querySelector('.skip').focus())
  while (!(await isOnCard(louise))) {
    await louise.keys('Tab')
    stops.push(await louise.page.evaluate(() => document.activeElement.closest('[role=toolbar], [data-bar]')?.className))
  }
  const bars = stops.filter(Boolean)
  assert.deepEqual(bars, [...new Set(bars)], 'a bar is more than one stop')
  await louise.page.evaluate(() => document.querySelector('.board-add').focus())
  await louise.keys('End', 'Home')
  await louise.isOn(/Fiche/)
  await louise.tabTo('Coller des lignes')
})

for (const key of ['Shift+F10', 'ContextMenu', 'a']) {
  test(`what can be done with a card is reached by ${key}, on the board and in the list`, async () => {
    const { louise } = await comeIn()
    await (await louise.find('card', /^Bocage/)).focus()
    await louise.keys(key)
    await louise.until('be in the bar', () => document.activeElement.closest('.board-bar'))
    await louise.keys('Escape')
    await louise.until('be back on the card', () => document.activeElement.ariaLabel?.startsWith('Bocage'))
    await louise.keys('2')
    await louise.isOn('Modifier Bocage')
    await louise.keys(key)
    await louise.until('be in its choices', () => document.activeElement.closest('.list-choices'))
  })
}

test('zones are reached and read, and a card is laid in one', async () => {
  const { louise } = await comeIn()
  await (await louise.find('card', /^Bocage/)).focus()
  await louise.keys('PageDown')
  await louise.until('be on the second zone', () => /^Zone «\s2\. Mettre/.test(document.activeElement.ariaLabel ?? ''))
  await louise.keys('n')
  await louise.find('field', 'Titre')
  await louise.type('Posée ici')
  await louise.keys('Control+Enter')
  await louise.until('be on it', () => document.activeElement.ariaLabel?.startsWith('Posée ici'))
  await louise.keys('PageUp')
  await louise.until('be on the first zone', () => /^Zone «\s1\. .*3 fiches/.test(document.activeElement.ariaLabel ?? ''))
  await louise.keys('Enter')
  assert.ok(await isOnCard(louise))
  await louise.keys('2')
  await louise.until('see it in its zone', () => globalThis.finder.list().find(({ title }) => title === 'Posée ici')?.zone.startsWith('2.'))
})

test('the messages are reached by F8, their undo too, and Escape goes back; the parts of the page by F6', async () => {
  const { louise, camille } = await comeIn()
  await showAs(camille, 'Liste')
  await louise.keys('2')
  await louise.activate('button', 'Actions Bocage').catch(() => undefined)
  await (await camille.find('button', 'Actions Bocage')).focus()
  await camille.keys('Enter')
  await camille.activate('button', 'Supprimer Bocage')
  await camille.isOn(/^(Modifier|Supprimer) /)
  await camille.keys('F8')
  await camille.until('be in the messages', () => document.activeElement.closest('.notices'))
  await camille.keys('Escape')
  await camille.isOn(/^(Modifier|Supprimer) /)
  await camille.keys('F8')
  await camille.isOn('Annuler')
  await camille.keys('Enter')
  await camille.find('card', 'Bocage')
  await isSomewhere(camille)
  const seen = new Set()
  for (let n = 0; n < 6; n++) {
    await camille.keys('F6')
    seen.add(await camille.page.evaluate(() => document.activeElement.closest('.bar, .conducting, .stage, .notices')?.className.split(' ')[0]))
  }
  for (const part of ['bar', 'conducting', 'stage']) assert.ok(seen.has(part), `${part} is not reached: ${[...seen]}`)
})

test('the keys are told in the page, and can be kept to the board', async () => {
  const { louise } = await comeIn()
  await louise.keys('?')
  await louise.see('Touches du clavier')
  await louise.keys('Escape')
  await louise.until('have it closed', () => document.querySelector('dialog') === null)
  await isSomewhere(louise)
  await louise.activate('button', 'Réglages et liens')
  await louise.activate('button', 'sur la planche seulement')
  await louise.keys('Escape')
  await louise.isOn('Réglages et liens')
  await louise.keys('2', '?')
  assert.equal(await louise.page.evaluate(() => document.getElementById('place').dataset.view), 'board')
})

test('cards are named in the language of the page, from the first and after it was changed', async () => {
  const { links, louise } = await comeIn()
  const named = (tab, words) =>
    tab.until(`hear ${words} of each card`, (source) => {
      const cards = [...document.querySelectorAll('.card')]
      return cards.length === 3 && cards.every((card) => new RegExp(source, 'u').test(card.ariaLabel))
    }, words)
  await named(louise, 'Objectifs\\s:')
  await louise.activate('button', 'Réglages et liens')
  await louise.activate('button', 'English')
  await named(louise, 'Objectives:')
  const john = await (await browser.device({ language: 'en' })).open(links.participant)
  await john.fill('Your name', 'John')
  await john.press('button', 'Join')
  await named(john, 'Objectives:')
})

test('“Élu·e” is written with its point and said in full', async () => {
  const links = await server.found('Journée', '--template', 'initiation')
  const tab = await (await browser.device()).open(links.participant)
  await tab.find('field', /^Votre nom/)
  const chips = await tab.page.evaluate(() =>
    [...document.querySelectorAll('.chip')].map((chip) => ({
      seen: chip.querySelector('[aria-hidden=true]')?.textContent,
      said: chip.querySelector('.unseen')?.textContent,
    })),
  )
  assert.deepEqual(chips[0], { seen: 'Élu·e', said: 'Élu ou Élue' })
})
