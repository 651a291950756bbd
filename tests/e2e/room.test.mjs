// What room the work has: measured on a laptop, a phone, and in low and narrow windows, while a timer runs, one writes
// in private and a card is chosen. Each test goes on from where the one before it ended.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, enter, showAs } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const laptop = { width: 1366, height: 650 }
const phone = { width: 390, height: 844, isMobile: true, hasTouch: true }
const title = 'Journée d’initiation à la conduite de changement systémique, entre territoires alliés de la Guyane aux Ardennes'
const zone = '2. Mettre ce patrimoine au service des transitions'

const links = await server.found(title, '--template', 'cartography')
const camille = await enter(await browser.device({ viewport: laptop }), links.animator, 'Camille')
const awa = await enter(await browser.device({ viewport: laptop }), links.participant, 'Awa')

/** Where it is on the screen; nothing when it is not there. */
const boxOf = (tab, selector) =>
  tab.page.evaluate((wanted) => {
    const { x, y, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? {}
    return width && height ? { x, y, width, height, right: x + width, bottom: y + height } : undefined
  }, selector)

/** The share of the window's height that the work has to itself. */
async function shareOfWork(tab) {
  await tab.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const [main, stage, told] = [await boxOf(tab, 'main'), await boxOf(tab, '.stage'), await boxOf(tab, '.instruction')]
  const top = Math.max(stage.y, main.y, told?.bottom ?? 0)
  return (Math.min(stage.bottom, main.bottom) - top) / (await tab.page.evaluate(() => innerHeight))
}

async function hasAtLeast(tab, share, where) {
  const found = await shareOfWork(tab)
  assert.ok(found >= share, `${where}: the work has ${Math.round(found * 100)} % of the height`)
}

/** Nothing may lie over it, and all of it is in the window. */
async function standsBeside(tab, where) {
  const settled = () => !document.querySelector('.board-bar-place')?.getAnimations().length
  await tab.until('see the bar', settled)
  const bar = await boxOf(tab, '.board-bar')
  const card = await boxOf(tab, '.card.is-selected')
  const { width, height } = tab.page.viewport()
  assert.ok(bar.x >= 0 && bar.y >= 0 && bar.right <= width && bar.bottom <= height, `${where}: all of it is in view`)
  const apart = bar.x >= card.right || card.x >= bar.right || bar.y >= card.bottom || card.y >= bar.bottom
  assert.ok(apart, `${where}: it does not cover the card`)
  return { bar, card }
}

async function choose(tab, name) {
  await tab.press('card', new RegExp(`^${name}`))
  await tab.until('see what can be done', () => document.querySelector('.board-bar button'))
}

test('on a laptop, while a timer runs and one writes in private, two thirds of the height are for the work', async () => {
  await showAs(awa, 'Liste')
  await addInList(awa, zone, 'Cantine', 'Régie de l’eau')
  await conduct(camille)
  await awa.until('see the timer', () => document.querySelector('.timer'))
  await showAs(awa, 'Planche')
  for (const [tab, who] of [[camille, 'an animator'], [awa, 'a participant']]) {
    await hasAtLeast(tab, 2 / 3, `${who}, before the instruction is read`)
    await choose(tab, 'Cantine')
    await hasAtLeast(tab, 2 / 3, `${who}, with a card chosen`)
    const { bar, card } = await standsBeside(tab, who)
    const far = Math.max(bar.y - card.bottom, card.y - bar.bottom, bar.x - card.right, card.x - bar.right)
    assert.ok(far <= 32, `the bar stands ${far} px from its card`)
  }
})

test('the instruction is read, folds, comes back at a touch, and when its words change', async () => {
  const isOpen = () => document.querySelector('.instruction') !== null
  assert.equal(await awa.page.evaluate(isOpen), false, 'who works on the board has read it')
  await awa.press('button', /^Consigne/)
  await awa.until('see it again', isOpen)
  await awa.press('button', 'C’est lu')
  await awa.until('see it folded', () => document.querySelector('.instruction') === null)
  await awa.reload()
  await awa.find('button', /^Consigne/)
  assert.equal(await awa.page.evaluate(isOpen), false, 'it stays folded')
  await instruct(camille, 'Dix minutes, seul·e, sans parler : une fiche par idée.')
  await awa.until('see the new one', isOpen)
  await awa.see('Dix minutes, seul·e, sans parler')
})

/** The animator has people write in private for ten minutes. */
async function conduct(tab) {
  await tab.press('button', 'Règles')
  await tab.press('button', 'Faire écrire en privé')
  await tab.press('button', 'Minuteur')
  await tab.press('button', /^10/)
  await tab.until('see the timer', () => document.querySelector('.timer'))
}

async function instruct(tab, words) {
  await tab.press('button', 'Animer')
  await tab.page.$eval('dialog summary', (board) => board.click())
  await tab.fill('Consigne', words)
  await tab.page.$eval('textarea', (field) => field.form.requestSubmit())
  await tab.press('button', 'Fermer')
}
