// A choice acts when it is confirmed: going through it by keys lays no card in any zone on the way, paints it in no
// colour and shows it to nobody.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { hears, listenIn } from './support/ear.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, enter, showAs } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close(), () => server.stop())

const first = '1. Constituer une communauté apprenante pour enrichir un patrimoine commun'

/** Awa has a card of her own in the list, and its choices are open; whatever is sent is kept. */
async function setOut() {
  const { participant } = await server.found('Atelier', '--template', 'cartography')
  const awa = await enter(await browser.device(), participant, 'Awa')
  await showAs(awa, 'Liste')
  await addInList(awa, first, 'Cantine')
  await awa.activate('button', 'Actions Cantine')
  await awa.find('choice', 'Déplacer vers')
  await awa.until('have nothing left to send', () => document.querySelector('.status').dataset.waiting === 'false')
  await listenIn(awa)
  await awa.page.evaluate(() => {
    globalThis.sent = 0
    const send = WebSocket.prototype.send
    WebSocket.prototype.send = function (...given) {
      // A ping is no command: it is shorter than any.
      if ((given[0].byteLength ?? given[0].length) > 8) globalThis.sent++
      return send.apply(this, given)
    }
  })
  return awa
}

const sent = (tab) => tab.page.evaluate(() => globalThis.sent)
const shown = (tab) => tab.page.evaluate(() => document.activeElement.selectedOptions?.[0]?.text)

for (const name of ['Déplacer vers', 'Couleur', 'Visible de']) {
  test(`${name}: arrows try, Escape takes back, leaving takes back, Enter acts`, async () => {
    const awa = await setOut()
    await (await awa.find('choice', name)).focus()
    const before = await shown(awa)
    await awa.keys('ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown')
    const tried = await shown(awa)
    assert.notEqual(tried, before)
    await awa.find('button', 'Valider')
    await awa.keys('Escape')
    assert.equal(await shown(awa), before)
    await hears(awa, /inchangé/)

    await awa.keys('ArrowUp', 'ArrowDown', 'ArrowDown')
    assert.notEqual(await shown(awa), before)
    await awa.keys('Tab', 'Tab')
    assert.equal(await (await awa.find('choice', name)).evaluate((select) => select.selectedOptions[0].text), before)
    assert.equal(await sent(awa), 0)

    await (await awa.find('choice', name)).focus()
    await awa.keys('ArrowUp', 'ArrowDown', 'ArrowDown')
    const wanted = await shown(awa)
    await awa.keys('Enter')
    await awa.until('see it done', (label, words) => globalThis.finder.find('choice', { exact: label })?.selectedOptions[0].text === words, name, wanted)
    await awa.until('send it', () => globalThis.sent > 0)
    assert.equal(await sent(awa), 1)
  })
}

test('the button beside a choice that is tried acts, and the keyboard stays where it is', async () => {
  const awa = await setOut()
  await (await awa.find('choice', 'Déplacer vers')).focus()
  await awa.keys('ArrowDown', 'ArrowDown', 'ArrowDown')
  const wanted = await shown(awa)
  await awa.press('button', 'Valider')
  await awa.until('see it there', (zone) => globalThis.finder.list()[0].zone === zone, wanted)
  await awa.isOn(/^Déplacer vers/)
  assert.equal(await sent(awa), 1)
})

test('the kind of a card goes by with the arrows, and is taken by Space', async () => {
  const awa = await setOut()
  await awa.activate('button', 'Modifier Cantine')
  const radio = await awa.find('option', /^Sans type/)
  await radio.focus()
  await awa.keys('ArrowUp', 'ArrowUp')
  assert.equal(await awa.page.evaluate(() => document.activeElement.checked), false)
  assert.equal(await sent(awa), 0)
  await awa.keys('Space')
  await awa.until('take it', () => document.activeElement.checked)
})
