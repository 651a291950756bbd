// What somebody writes is theirs until they say so: a form closes by their will alone, and no word goes in silence.
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

/** On a board with types of cards, writing one that is new. */
async function beginCard() {
  const { participant, animator } = await server.found('Écrire', '--template', 'cartography')
  const louise = await enter(await browser.device(), participant, 'Louise')
  await louise.press('button', 'Fiche')
  await louise.isOn('Titre')
  return { louise, participant, animator }
}

const isOpen = () => document.querySelector('.card-form') !== null

test('a card’s form stays open under a press on its words, its empty space and its choices, and keeps them all', async () => {
  const { louise } = await beginCard()
  await louise.type('Une ressourcerie')
  await louise.press('option', 'Problématique')
  await louise.press('option', /^Sans signature/)
  const form = await louise.page.$('.card-form')
  const { x, y, width } = await form.boundingBox()
  await louise.page.mouse.click(x + width - 2, y + 1)
  await louise.page.evaluate(() => document.activeElement.blur())
  await louise.page.evaluate(() => document.querySelector('#place').focus())
  assert.ok(await louise.page.evaluate(isOpen), 'the form closed')
  await louise.press('button', 'Enregistrer')
  await live(louise)
  await showAs(louise, 'Liste')
  await louise.find('card', 'Une ressourcerie')
  await louise.see('Problématique')
  await louise.see('Sans signature')
})
