// Two people write the text of one card at the same time, in two browsers: every word of both stays.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { enter, listed, live, showAs } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const card = 'Une recyclerie'
const begun = 'au milieu'

async function writes(link, name) {
  const tab = await enter(await browser.device(), link, name)
  await showAs(tab, 'Liste')
  return tab
}

/** Opens the card and puts the caret at one end of its text. */
async function opens(tab, key) {
  await tab.activate('button', `Modifier ${card}`)
  await tab.isOn('Titre')
  await tab.keys('Tab', key)
}

const textOf = async (tab) => (await listed(tab)).find(({ title }) => title === card)?.text

test('two people in one text lose nothing, and read the same', async () => {
  const { participant } = await server.found('À deux')
  const awa = await writes(participant, 'Awa')
  const bao = await writes(participant, 'Bao')
  await awa.activate('button', 'Ajouter une fiche')
  await awa.type(card)
  await awa.keys('Enter')
  await awa.activate('button', 'Fermer')
  await opens(awa, 'Control+End')
  await awa.type(begun)
  await awa.keys('Control+Enter')
  await live(awa)
  await bao.see(begun)

  await opens(awa, 'Control+Home')
  await opens(bao, 'Control+End')
  await Promise.all([awa.type('Awa commence, '), bao.type(', Bao termine.')])
  const both = 'Awa commence, au milieu, Bao termine.'
  for (const tab of [awa, bao]) {
    await tab.until(
      'see the words of both under the hands',
      (words) => document.querySelector('.card-form textarea:not(.card-form-title)')?.value === words,
      both,
    )
  }
  for (const tab of [awa, bao]) await tab.keys('Control+Enter')
  for (const tab of [awa, bao]) {
    await live(tab)
    assert.equal(await textOf(tab), both)
  }
})
