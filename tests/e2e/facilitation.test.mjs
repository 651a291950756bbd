// Facilitating a board, as the room lives it: contributions that wait and are placed, points that are hidden until
// shown, a card in the spotlight, everybody's eyes led and held, and a mass deletion taken back in one action. Each
// test goes on from where the one before it ended.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { violations } from './support/axe.mjs'
import { chromium, phone } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { enter, live, showAs } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const zone = '1. Constituer une communauté apprenante pour enrichir un patrimoine commun'
const links = await server.found('Cartographie', '--template', 'cartography')
const animator = await enter(await browser.device(), links.animator, 'Camille Martin')
const louise = await enter(await browser.device({ viewport: phone }), links.participant, 'Louise Morel')
const wall = await (await browser.device()).open(links.screen)
await showAs(louise, 'Liste')

test('a board is seen whole, also when the bar over it comes late', async () => {
  const tab = await (await browser.device()).open()
  // Then one looks elsewhere at once.
  await tab.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  await tab.page.setRequestInterception(true)
  const held = []
  let hold = true
  tab.page.on('request', (request) => (hold && /\/signs-/.test(request.url()) ? held.push(request) : request.continue()))
  await tab.go(links.animator)
  await tab.fill('Votre nom', 'Noé')
  await tab.press('button', 'Entrer')
  const zoom = () => document.querySelector('.board-zoom')?.textContent ?? ''
  await tab.until('see all of the board', () => !/^(100 %)?$/.test(document.querySelector('.board-zoom')?.textContent ?? ''))
  const alone = await tab.page.evaluate(zoom)
  hold = false
  for (const request of held) await request.continue()
  await tab.find('button', /^Consigne/)
  await tab.until('see all of it, smaller', (before) => document.querySelector('.board-zoom').textContent !== before, alone)
  const under = await tab.page.evaluate(zoom)
  await tab.press('button', 'Voir toute la planche')
  await tab.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  assert.equal(await tab.page.evaluate(zoom), under)
  await tab.close()
})

test('a card that waits stands apart, and is placed from the inbox', async () => {
  await conduct('Les fiches passent par la boîte d’attente')
  await louise.see('Vos fiches attendent que l’animation les place.')
  await write(louise, 'Une première idée', 'Une deuxième idée', 'Une troisième idée')
  // They stand where their author wrote them, for the author; for others they wait apart.
  assert.deepEqual(await cardsUnder(louise, zone), ['Une deuxième idée', 'Une première idée', 'Une troisième idée'])
  await louise.see('En attente : l’animation va lui donner sa place.')

  await animator.press('button', /^Boîte d’attente : 3/)
  await animator.see('3 fiches en attente')
  await flawless(animator, louise)
  await animator.activate('button', `Placer dans « ${zone} » : Une première idée`)
  await louise.until('see that it waits no more', () => document.querySelectorAll('.list-waits').length === 2)
  assert.deepEqual(await cardsUnder(louise, zone), ['Une deuxième idée', 'Une première idée', 'Une troisième idée'])
})

test('a waiting card dragged onto the board lies where it is dropped', async () => {
  await animator.see('2 fiches en attente')
  const from = await animator.find('card', /^Une première idée/)
  const { x, y } = await from.boundingBox()
  const waiting = await animator.page.$('.inbox-card')
  await carry(animator, waiting, { x: x + 250, y })
  await animator.see('1 fiche en attente')
  const dropped = await (await animator.find('card', /^Une deuxième idée/)).boundingBox()
  assert.ok(dropped.x > x + 100, 'it lies where the first one does')
  await animator.keys('Escape')
  await animator.until('close the inbox', () => document.querySelector('.beside') === null)
  await animator.isOn('Animer')
})

test('an animator places the last one in the list, by keyboard', async () => {
  await showAs(animator, 'Liste')
  await animator.activate('button', 'Actions Une troisième idée')
  await animator.choose('Déplacer vers', zone, 'Une troisième idée')
  await louise.until('see it in its zone', underZone, zone, 'Une troisième idée')
  assert.deepEqual(await cardsUnder(louise, 'En attente'), [])
  await showAs(animator, 'Planche')
  await conduct('Les fiches passent par la boîte d’attente')
})

test('a card that waits is sent back with a word for its author, who hands it in again', async () => {
  await conduct('Les fiches passent par la boîte d’attente')
  await write(louise, 'Une idée à préciser')
  await animator.press('button', 'Renvoyer… : Une idée à préciser')
  await animator.find('field', 'Un mot pour qui l’a écrite')
  await animator.type('Pour qui, et quand ?')
  await flawless(animator)
  await animator.activate('button', 'Renvoyer')
  await louise.see('Renvoyée par l’animation.')
  await louise.see('Pour qui, et quand ?')
  await flawless(louise)
  await louise.activate('button', /^Proposer à nouveau/)
  await louise.seeNoMore('Pour qui, et quand ?')
  await animator.activate('button', `Placer dans « ${zone} » : Une idée à préciser`)
  await louise.until('see that nothing waits', () => document.querySelector('.list-waits') === null)
  await conduct('Les fiches passent par la boîte d’attente')
})

test('how much is written in private is told to who conducts, in numbers', async () => {
  await conduct('Faire écrire en privé')
  await animator.see('Écrit en privé : 0 fiche')
  await write(louise, 'Un secret', 'Un autre secret')
  await animator.see('Écrit en privé : 2 fiches · 1 personne a signé')
  assert.ok(!(await animator.page.content()).includes('Un autre secret'), 'what is private is in the animator’s page')
  await conduct('Révéler à tous')
  await animator.find('card', /^Un autre secret/)
  await animator.press('button', 'Fermer')
})

test('points are given beside the card, hidden until they are shown, then seen by all', async () => {
  await conduct('Faire voter')
  await louise.see('5 points sur 5 à répartir')
  const plus = await louise.find('button', /^Un point de plus.*Une première idée$/)
  await plus.evaluate((button) => {
    button.click()
    button.click()
  })
  await louise.see('3 points sur 5 à répartir')
  await live(louise)
  assert.equal(await wall.page.$('.card-tally'), null, 'points are shown before the animator says so')
  await animator.see('1 sur 1 a voté')
  await conduct('Montrer les points à tous')
  await flawless(animator, louise)
  await animator.until('see two points', () => document.querySelector('.card-tally')?.textContent === '2')
  await wall.until('see two points', () => document.querySelector('.wall-ranks strong')?.textContent === '2')
  await louise.until('hear two points', () =>
    [...document.querySelectorAll('.list-card')].some(
      (card) => card.querySelector('h4').textContent === 'Une première idée' && /2\spoints/.test(card.textContent),
    ),
  )
  await conduct('Priorités')
  await animator.press('button', 'Clore')
  await animator.press('button', /^Supprimer la priorisation/)
  await animator.see('Les points donnés partent avec elle, sans retour.')
  await flawless(animator)
  await animator.press('button', 'Annuler')
  await animator.see('Résultat')
  await animator.isOn(/^Supprimer la priorisation/)
  await animator.press('button', 'Fermer')
})

test('the spotlight covers the page: the rest is out of reach, Escape hides it for who may, never on the wall', async () => {
  await conduct(/^Présenter/)
  for (const title of ['Une deuxième idée', 'Une première idée']) {
    await animator.fill('Fiche à ajouter', title)
    await animator.keys('Enter')
    await animator.find('button', `Mettre en vue : ${title}`)
  }
  await animator.activate('button', /^Mettre en vue/)
  for (const tab of [animator, louise, wall]) await tab.find('heading', 'Une deuxième idée')
  for (const tab of [animator, louise]) {
    assert.ok(await tab.page.evaluate(() => document.activeElement.closest('dialog.spotlight') !== null))
  }
  await flawless(animator, louise, wall)
  assert.deepEqual(await keyboardReaches(wall), ['bar-button wall-full'], 'tools are on the wall')

  await louise.keys('Escape')
  await louise.find('button', 'Revoir la fiche en vue')
  await wall.keys('Escape', 'Escape', 'Escape')
  await wall.until('still show it', () => document.querySelector('.presenting'))

  await animator.activate('button', 'Suivante')
  for (const tab of [animator, louise, wall]) await tab.find('heading', 'Une première idée')
  await animator.isOn('Suivante')
  await animator.activate('button', 'Retirer de la vue')
  for (const tab of [animator, louise, wall]) {
    await tab.until('see the spotlight gone', () => document.querySelector('.spotlight, .presenting') === null)
  }
})

test('who is led comes along and may stray and come back; late comers come along; who is held stays', async () => {
  await animator.until('look closely', () => {
    document.querySelector('[aria-label="Zoom avant"]').click()
    return Number.parseInt(document.querySelector('.board-zoom').textContent, 10) > 70
  })
  await conduct('Amener tout le monde ici')
  await louise.see('Camille Martin vous montre la planche.')
  const late = await enter(await browser.device(), links.participant, 'Retard')
  await late.until('see what is shown', closeUp)

  await late.activate('button', 'Voir toute la planche')
  await late.until('see it all', overview)
  await showAs(late, 'Liste')
  await showAs(late, 'Planche')
  await late.until('still see it all', overview)
  await late.activate('button', 'Y revenir')
  await late.until('be back there', closeUp)

  await conduct('Amener et maintenir ici')
  await late.see('Camille Martin maintient votre vue ici.')
  await flawless(animator, late)
  await late.page.evaluate(noteStraying)
  await late.activate('button', 'Voir toute la planche')
  await late.until('have strayed', () => globalThis.strayed)
  await late.until('be brought back', closeUp)
  await animator.activate('button', 'Libérer les regards')
  await late.seeNoMore('maintient votre vue ici')
})

test('who takes cards off one after the other has them back from one notice', async () => {
  const titles = ['Un retrait', 'Un autre retrait']
  await showAs(louise, 'Liste')
  await write(louise, ...titles)
  for (const title of titles) {
    await louise.activate('button', `Actions ${title}`)
    await louise.activate('button', `Supprimer ${title}`)
  }
  await louise.see('2 fiches retirées.')
  const offers = await louise.page.$$('::-p-xpath(//*[contains(@class, "notice") and contains(., "retirée")]/button[.="Annuler"])')
  assert.equal(offers.length, 1)
  await offers[0].evaluate((button) => button.click())
  for (const title of titles) await louise.find('card', title)
  await conduct(/^Corbeille/)
  await animator.see('Rien n’a été retiré.')
  await animator.press('button', 'Fermer')
})

test('many cards taken off by one person come back in one action', async () => {
  await showAs(louise, 'Liste')
  await write(louise, ...Array.from({ length: 6 }, (_, n) => `À retirer ${n + 1}`))
  const bins = []
  for (let n = 1; n <= 6; n++) {
    await louise.activate('button', `Actions À retirer ${n}`)
    bins.push(await louise.find('button', `Supprimer À retirer ${n}`))
  }
  await louise.page.evaluate((...all) => all.forEach((bin) => bin.click()), ...bins)
  await animator.see('Louise Morel a retiré 6 fiches d’un coup.')
  await flawless(animator)
  await animator.activate('button', 'Tout remettre')
  for (let n = 1; n <= 6; n++) await louise.find('card', `À retirer ${n}`)
  await animator.seeNoMore('d’un coup')
})

test('a locked zone is read by participants and written by the animator', async () => {
  await conduct('Verrous')
  await flawless(animator)
  await animator.activate('button', `Verrouiller : ${zone}`)
  await louise.until('not be offered to edit', () => globalThis.finder.find('button', { source: '^Modifier Une première' }) === null)
  await animator.activate('button', `Déverrouiller : ${zone}`)
  await louise.find('button', 'Modifier Une première idée')
  await animator.press('button', 'Fermer')
})

async function flawless(...tabs) {
  for (const tab of tabs) assert.deepEqual(await violations(tab), [])
}

/** In the animators' place, which opens if it is not open. */
async function conduct(act) {
  const open = () => document.querySelector('.beside') !== null
  if (!(await animator.page.evaluate(open))) await animator.press('button', 'Animer')
  await animator.until('see it open', open)
  const back = await animator.page.$('.beside-back')
  if (back) await back.evaluate((button) => button.click())
  await animator.activate('button', act)
}

async function write(tab, ...titles) {
  const label = `Ajouter une fiche dans « ${zone} »`
  await tab.activate('button', label)
  for (const title of titles) {
    await tab.find('field', label)
    await tab.type(title)
    await tab.keys('Enter')
    await tab.find('card', title)
  }
  await tab.activate('button', 'Fermer')
  await live(tab)
}

/** Titles of the list's cards under this heading. */
function cardsUnder(tab, heading) {
  return tab.page.evaluate((words) => {
    const zones = [...document.querySelectorAll('.list-zone')]
    const zoneOf = zones.find((one) => one.querySelector('h3').textContent.startsWith(words))
    return [...(zoneOf?.querySelectorAll('h4') ?? [])].map(({ textContent }) => textContent).sort()
  }, heading)
}

// These run inside the page.

function underZone(heading, title) {
  return [...document.querySelectorAll('.list-zone')].some(
    (one) =>
      one.querySelector('h3').textContent.startsWith(heading) &&
      [...one.querySelectorAll('h4')].some(({ textContent }) => textContent === title),
  )
}

function closeUp() {
  return Number.parseInt(document.querySelector('.board-zoom')?.textContent, 10) > 55
}

function overview() {
  return Number.parseInt(document.querySelector('.board-zoom')?.textContent, 10) < 45
}

/** However short it was. */
function noteStraying() {
  const zoom = document.querySelector('.board-zoom')
  const look = () => {
    globalThis.strayed ||= Number.parseInt(zoom.textContent, 10) < 45
  }
  new MutationObserver(look).observe(zoom, { characterData: true, childList: true, subtree: true })
}

/** Drags an element to a point of the page, as the browser's own drag and drop. */
async function carry(tab, element, to) {
  const box = await element.boundingBox()
  const { mouse } = tab.page
  await mouse.move(box.x + 20, box.y + 12)
  await mouse.down()
  await mouse.move(box.x - 20, box.y + 12, { steps: 4 })
  await mouse.move(to.x, to.y, { steps: 4 })
  await mouse.up()
}

/** Where Tab goes, by the classes of what takes the keyboard. */
async function keyboardReaches(tab) {
  const seen = new Set()
  for (let presses = 0; presses < 12; presses++) {
    await tab.keys('Tab')
    const { name, outside } = await tab.page.evaluate(() => {
      const { activeElement } = document
      return { name: activeElement.className, outside: activeElement === document.body }
    })
    if (!outside) seen.add(name)
  }
  return [...seen]
}
