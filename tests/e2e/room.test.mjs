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
  await tab.press('button', 'Animer')
  await tab.press('button', 'Faire écrire en privé')
  await tab.press('button', /^10/)
  await tab.press('button', 'Fermer')
  await tab.until('see the timer', () => document.querySelector('.timer'))
}

/** Locks the board, or unlocks it. */
async function lock(tab) {
  await tab.press('button', 'Animer')
  await tab.press('button', 'Planche verrouillée')
  await tab.press('button', 'Fermer')
}

async function instruct(tab, words) {
  await tab.press('button', 'Animer')
  await tab.press('button', /^(Écrire|Changer) la consigne/)
  await tab.fill('Consigne', words)
  await tab.keys('Enter')
  await tab.press('button', 'Fermer')
}

let louise

test('on a phone, a card and the way to add one are in the upper half or under the thumb, and stay there', async () => {
  louise = await enter(await browser.device({ viewport: phone }), links.participant, 'Louise')
  await louise.until('see the list', () => document.querySelector('.list-card') && document.querySelector('.timer'))
  await louise.until('see the instruction, which is new', () => document.querySelector('.instruction'))
  await hasAtLeast(louise, 1 / 2, 'before the instruction is read')
  const head = await boxOf(louise, '.list-head')
  const way = await boxOf(louise, '.list-add-button')
  assert.ok(way.y < phone.height / 2, `the way to add a card begins at ${way.y}, the list at ${head.y}`)
  await louise.press('button', 'C’est lu')
  await louise.until('see it folded', () => document.querySelector('.instruction') === null)
  await hasAtLeast(louise, 2 / 3, 'once it is read')
  await louise.page.evaluate(() => document.querySelector('main').scrollTo(0, 10_000))
  for (const [what, selector] of [['the timer', '.timer'], ['adding', '.foot-add'], ['what is mine', '.list-mine']]) {
    const box = await boxOf(louise, selector)
    assert.ok(box.y >= 0 && box.bottom <= phone.height, `${what} stays in view`)
  }
  const add = await boxOf(louise, '.foot-add')
  assert.ok(add.y > (phone.height * 2) / 3, 'adding is under the thumb')
})

test('in English and in the dark as well', async () => {
  for (const viewport of [laptop, phone]) {
    const ada = await (await browser.device({ viewport, language: 'en', dark: true })).open(links.participant)
    await ada.fill('Your name', 'Ada')
    await ada.press('button', 'Join')
    await ada.until('see the timer', () => document.querySelector('.timer') && document.querySelector('.card, .list-card'))
    await ada.until('see the instruction', () => document.querySelector('.instruction'))
    await hasAtLeast(ada, viewport === laptop ? 2 / 3 : 1 / 2, `${viewport.width} px wide`)
    if (viewport === phone) assert.ok((await boxOf(ada, '.list-add-button')).y < phone.height / 2, 'the way to add a card')
    await ada.close()
  }
})

test('on a phone, a card is added from wherever one is, and what is mine is at a touch', async () => {
  await showAs(louise, 'Carte')
  await louise.press('button', 'Fiche')
  await louise.find('field', 'Titre')
  await louise.type('Une navette de bourg à bourg')
  await louise.choose('Zone', zone)
  await louise.press('button', 'Enregistrer')
  await showAs(louise, 'Liste')
  await louise.find('card', 'Une navette de bourg à bourg')
  await louise.press('button', /^Les miennes/)
  const shown = () => [...document.querySelectorAll('.list-card h4')].map((one) => one.textContent)
  await louise.until('see only these', () => document.querySelectorAll('.list-card').length === 1)
  assert.deepEqual(await louise.page.evaluate(shown), ['Une navette de bourg à bourg'])
  await louise.press('button', /^Les miennes/)
})

test('on a phone, a long text and a long instruction are read whole where they stand, on a locked board too', async () => {
  const text = 'Chaque mardi, une navette fait le tour des bourgs. '.repeat(16).trim()
  await louise.press('button', 'Fiche')
  await louise.find('field', 'Titre')
  await louise.type('Le tour des bourgs')
  await louise.fill('Texte', text)
  await louise.press('button', 'Enregistrer')
  await louise.find('card', 'Le tour des bourgs')
  await lock(camille)
  await louise.see('Planche verrouillée')
  const shown = (selector) => {
    const { scrollHeight, clientHeight } = document.querySelector(selector)
    return scrollHeight <= clientHeight + 1
  }
  assert.equal(await louise.page.evaluate(shown, '.list-text'), false, 'a long text is cut at first')
  await louise.press('button', 'Lire en entier Le tour des bourgs')
  await louise.until('see all of it', shown, '.list-text')
  assert.equal(await louise.page.evaluate(() => document.querySelector('dialog[open]')), null)
  await lock(camille)
  await instruct(camille, 'Une fiche par idée, puis une pause. '.repeat(15).trim())
  await louise.until('see how it begins', () => document.querySelector('.instruction[data-whole=false]'))
  await louise.press('button', 'Lire en entier')
  await louise.until('see all of it', shown, '.instruction-text')
  await louise.press('button', 'C’est lu')
})

test('on a phone, what can be done to a card stands at the bottom of the board', async () => {
  await showAs(louise, 'Planche')
  await choose(louise, 'Une navette')
  await hasAtLeast(louise, 2 / 3, 'with a card chosen')
  const { bar } = await standsBeside(louise, 'on a phone')
  assert.ok(bar.y > phone.height / 2 && bar.bottom <= (await boxOf(louise, '.foot')).y, 'over the views, in reach')
})

test('low and narrow windows keep half of their height for the board and for the list', async () => {
  for (const [width, height] of [[683, 325], [455, 217], [342, 163], [844, 390], [650, 650], [850, 600]])
    for (const [tab, view] of [[awa, 'board'], [camille, 'list']]) {
      await tab.page.setViewport({ width, height })
      await tab.page.evaluate((wanted) => {
        if (document.querySelector('main').dataset.view !== wanted) localStorage.setItem('archipel.view', wanted)
      }, view)
      await tab.reload()
      await tab.until('see the work', () => document.querySelector('.list, .board') && document.querySelector('.timer'))
      await hasAtLeast(tab, 1 / 2, `the ${view} at ${width} × ${height}`)
      const wide = () => document.documentElement.scrollWidth
      assert.ok((await tab.page.evaluate(wide)) <= width, `the ${view} is no wider than ${width}`)
    }
})

test('a long title of the workshop does not push the views apart', async () => {
  for (const width of [650, 768, 850, 1024, 1160, 1366]) {
    await awa.page.setViewport({ width, height: 650 })
    await awa.until('see the views', () => document.querySelector('.view-switch'))
    const gaps = await awa.page.$$eval('.view-switch button', (all) =>
      all.slice(1).map((one, at) => one.getBoundingClientRect().x - all[at].getBoundingClientRect().right),
    )
    assert.ok(gaps.every((gap) => gap >= 0 && gap < 8), `at ${width}: ${gaps}`)
    const [bar, last] = [await boxOf(awa, '.bar'), await boxOf(awa, '.bar-tools > :last-child')]
    assert.ok(bar.height <= 56 && last.right <= width, `one line at ${width}`)
  }
})

test('what opens from the bar of a card is all in view, wherever the card lies', async () => {
  await camille.page.setViewport(laptop)
  await showAs(camille, 'Planche')
  await camille.press('button', 'Voir toute la planche')
  for (const name of ['Cantine', 'Régie']) {
    await choose(camille, name)
    const menus = await camille.page.$$('.board-bar .card-menu > .card-button')
    for (const menu of menus) {
      await menu.click()
      await camille.until('see it open', () => document.querySelector('.board-bar .card-menu-panel'))
      const box = await boxOf(camille, '.board-bar .card-menu-panel')
      assert.ok(box.x >= 0 && box.y >= 0 && box.right <= laptop.width && box.bottom <= laptop.height, JSON.stringify(box))
      await camille.keys('Escape')
      await camille.until('see it closed', () => document.querySelector('.card-menu-panel') === null)
    }
  }
})
