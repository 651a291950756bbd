// An animator's day in presses: none of what a day asks for most takes more than two, but for words that have to be
// written. docs/guide-animation.md has the table.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { violations } from './support/axe.mjs'
import { chromium, phone } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { enter, live, showAs } from './support/people.mjs'
import { repository, Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const links = await server.found('Une journée', '--template', 'cartography')
const animator = await enter(await browser.device(), links.animator, 'Camille Martin')
const louise = await enter(await browser.device({ viewport: phone }), links.participant, 'Louise Morel')
const wall = await (await browser.device()).open(links.screen)
const zone = '1. Constituer une communauté apprenante pour enrichir un patrimoine commun'
const guide = readFileSync(join(repository, 'docs/guide-animation.md'), 'utf8')
let presses = 0

test('the code is shown', async () => {
  await counted('montrer le code', async () => {
    await press('Animer')
    await press('Afficher le code')
    await animator.until('see it', () => document.querySelector('.code-line strong')?.textContent.length > 5)
  })
})

test('the instruction is changed where it stands', async () => {
  await counted('changer la consigne', async () => {
    await press(/^Consigne/)
    await animator.find('field', 'Consigne')
    await animator.type(' Trois fiches au plus.')
    await animator.keys('Enter')
    await louise.see('Trois fiches au plus.')
  })
})

test('a timer runs, pauses and goes on, after a reload too', async () => {
  await counted('lancer le minuteur', async () => {
    await press('Animer')
    await press('5 minutes')
    await louise.until('see it run', () => /^[45]:/.test(document.querySelector('[role=timer]')?.textContent ?? ''))
  })
  await animator.press('button', 'Mettre le minuteur en pause')
  await louise.until('see it stand', () => document.querySelector('[data-state=paused]'))
  const stands = () => document.querySelector('[role=timer]').textContent
  const before = await louise.page.evaluate(stands)
  await louise.page.reload()
  await louise.until('see it stand as it did', (time) => document.querySelector('[data-state=paused]')?.textContent === time, before)
  await animator.press('button', 'Cinq minutes de plus')
  await louise.until('see more of it', () => /^9:|^10:/.test(document.querySelector('[role=timer]').textContent))
  await animator.press('button', 'Reprendre le minuteur')
  await louise.until('see it run again', () => document.querySelector('[role=timer]').dataset.state === 'running')
  await animator.press('button', 'Arrêter le minuteur')
  await louise.until('see it gone', () => document.querySelector('[role=timer]') === null)
})

test('any length is typed, and its end is there for who comes late', async () => {
  await closed()
  await animator.press('button', 'Animer')
  await animator.fill('Autre durée (minutes, ou m:ss)', 'bientôt')
  await animator.press('button', 'Lancer')
  await animator.see('Une durée s’écrit 7, 1:30 ou 1h30')
  assert.deepEqual(await violations(animator), [])
  await animator.fill('Autre durée (minutes, ou m:ss)', '0:01')
  await animator.press('button', 'Lancer')
  await louise.see('Le temps est écoulé.')
  await louise.page.reload()
  await louise.see('Le temps est écoulé.')
  await animator.press('button', 'Arrêter le minuteur')
  await louise.seeNoMore('Le temps est écoulé.')
  await closed()
})

test('people write in private, and all is revealed', async () => {
  await counted('faire écrire en privé', async () => {
    await press('Animer')
    await press('Faire écrire en privé')
    await louise.see('Écriture privée')
  })
  await counted('révéler', async () => {
    await press('Animer')
    await press('Révéler à tous')
    await louise.seeNoMore('Écriture privée')
  })
})

test('cards are added, linked and merged', async () => {
  await counted('ajouter une fiche', async () => {
    await press('Fiche')
    await animator.find('field', /./)
    await animator.type('Un verger')
    await animator.keys('Enter')
    await animator.find('card', /^Un verger/)
  })
  await animator.keys('Escape')
  await showAs(louise, 'Liste')
  await write('Un jardin', 'Un potager')
  await animator.press('button', 'Voir toute la planche')
  await animator.until('see all of it', () => Number.parseInt(document.querySelector('.board-zoom').textContent, 10) < 60)
  await counted('relier', async () => {
    await lay('Un jardin', 'Un potager')
    await press('Lier')
    await animator.find('card', /^Un jardin/)
  })
  await counted('fondre', async () => {
    await lay('Un jardin', 'Un potager')
    await press('Fondre')
    await louise.until('see one card less', () => document.querySelectorAll('.list-card').length === 2)
  })
})

test('a card that waits is placed', async () => {
  await animator.press('button', 'Animer')
  await animator.press('button', 'Les fiches passent par la boîte d’attente')
  await write('Une serre')
  await closed()
  await counted('placer une fiche en attente', async () => {
    await press('Animer')
    await press(`Placer dans « ${zone} » : Une serre`)
    await louise.until('see that it waits no more', () => document.querySelector('.list-waits') === null)
  })
})

test('a vote is opened, and its points are shown', async () => {
  await counted('faire voter', async () => {
    await press('Animer')
    await press('Faire voter')
    await louise.see('5 points sur 5 à répartir')
  })
  await counted('montrer les points', async () => {
    await press('Animer')
    await press('Montrer les points à tous')
    await animator.seeNoMore('Montrer les points à tous')
  })
})

test('a card comes into view, everybody is brought, the board is locked', async () => {
  await counted('mettre une fiche en vue', async () => {
    await pressCard('Un verger')
    await press('En vue')
    await wall.find('heading', 'Un verger')
  })
  await animator.press('button', 'Retirer de la vue')
  await counted('amener tout le monde', async () => {
    await press('Animer')
    await press('Amener tout le monde ici')
    await louise.see('Camille Martin vous montre la planche.')
  })
  await counted('verrouiller', async () => {
    await press('Animer')
    await press('Planche verrouillée')
    await animator.until('see the switch on', () => document.querySelector('[role=switch][aria-checked=true]'))
  })
  assert.deepEqual(await violations(animator), [])
})

/** One of the acts of a day, from a page on which nothing is open; the guide says the same number. */
async function counted(act, how) {
  await closed()
  presses = 0
  await how()
  const told = new RegExp(`^\\| ${act}[^|]*\\|[^|]*\\| (\\d) \\|$`, 'mu').exec(guide)?.[1]
  assert.ok(presses <= 2, `${act} takes ${presses} presses`)
  assert.equal(Number(told), presses, `${act}: the guide says ${told}`)
}

async function closed() {
  const open = await animator.page.$('.beside .dialog-head button')
  if (open) await open.evaluate((button) => button.click())
  await animator.until('see nothing open', () => document.querySelector('.beside') === null)
}

async function press(name) {
  presses++
  await animator.press('button', name)
}

/** Once it holds still: the view may be on its way. */
const middle = (card) => animator.point('card', new RegExp(`^${card}`))

async function pressCard(card) {
  presses++
  const { x, y } = await middle(card)
  await animator.page.mouse.click(x, y)
}

/** A drag is one press, too. */
async function lay(card, on) {
  presses++
  const [from, to] = [await middle(card), await middle(on)]
  const { mouse } = animator.page
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(from.x + 20, from.y + 8, { steps: 4 })
  await mouse.move(to.x, to.y, { steps: 6 })
  await mouse.up()
}

async function write(...titles) {
  const label = `Ajouter une fiche dans « ${zone} »`
  await louise.activate('button', label)
  for (const title of titles) {
    await louise.find('field', label)
    await louise.type(title)
    await louise.keys('Enter')
    await louise.find('card', title)
  }
  await louise.activate('button', 'Fermer')
  await live(louise)
}
