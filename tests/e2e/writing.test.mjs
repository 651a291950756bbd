// What somebody writes is theirs until they say so: a form closes by their will alone, and no word goes in silence.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { violations } from './support/axe.mjs'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { enter, live, showAs } from './support/people.mjs'
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

const [chantiers, exchange] = ['Chantiers', 'Échange entre référent·es de chantiers']

/** In a workshop of two boards: an animator, and Louise, who writes. */
async function setOut(view) {
  const links = await server.found('Assemblée', '--template', 'assembly')
  const camille = await enter(await browser.device(), links.animator, 'Camille')
  const device = await browser.device()
  const louise = await enter(device, links.participant, 'Louise')
  await showAs(louise, view)
  return { camille, louise, device, links }
}

async function choose(tab, menu, choice) {
  await tab.press('button', menu)
  await tab.press('button', choice)
}

async function setLock(camille, board, act) {
  await camille.press('button', 'Animer')
  await camille.press('button', 'Titre, planches, clôture')
  await camille.activate('button', new RegExp(`^${board}`))
  await camille.activate('button', `${act} : ${board}`)
  await camille.press('button', 'Fermer')
}

const kept = 'Ces mots ne sont pas envoyés'

async function beginUnsigned(louise) {
  await louise.press('button', 'Fiche')
  await louise.isOn('Titre')
  await louise.type('Une ressourcerie à deux communes')
  await louise.keys('Tab')
  await louise.type('Avec les ateliers\nde la régie')
  await louise.press('option', /^Sans signature/)
}

async function isAsWritten(louise) {
  await louise.isOn('Titre')
  await louise.seeNoMore(kept)
  const [title, text, unsigned] = await louise.page.evaluate(() => {
    const [one, other] = document.querySelectorAll('.card-form textarea')
    return [one.value, other.value, document.querySelector('.card-unsigned input').checked]
  })
  assert.deepEqual([title, text, unsigned], [
    'Une ressourcerie à deux communes',
    'Avec les ateliers\nde la régie',
    true,
  ])
}

test('who is led away in the middle of a new card finds its words and its choices again, and nothing was published', async () => {
  const { camille, louise } = await setOut('Planche')
  await louise.press('button', exchange)
  await louise.find('button', 'Fiche')
  await beginUnsigned(louise)
  await choose(camille, 'Animer', 'Amener tout le monde ici')
  await louise.see(kept)
  assert.deepEqual(await violations(louise), [])
  await louise.press('button', /^Reprendre/)
  await isAsWritten(louise)
  await louise.press('button', 'Enregistrer')
  await live(louise)
  await showAs(louise, 'Liste')
  await louise.find('card', 'Une ressourcerie à deux communes')
  await louise.see('Sans signature')
  await louise.reload()
  await live(louise)
  assert.ok(!(await louise.words()).includes(kept))
})

test('a new card outlives a reload and a tab that is gone, until it is thrown away', async () => {
  const { louise, device, links } = await setOut('Planche')
  await beginUnsigned(louise)
  await louise.reload()
  await louise.see(kept)
  await louise.press('button', /^Reprendre/)
  await isAsWritten(louise)
  await louise.close()
  const next = await device.open(links.participant)
  await next.see('Une ressourcerie à deux communes')
  await next.activate('button', /^Jeter/)
  await next.seeNoMore(kept)
  await next.reload()
  await live(next)
  await next.press('button', 'Fiche')
  await next.isOn('Titre')
  assert.equal(await next.page.evaluate(() => document.activeElement.value), '')
})

test('the line to add a card waits while its board is locked', async () => {
  const { camille, louise } = await setOut('Liste')
  const zone = 'Ajouter une fiche dans « Présentés »'
  await louise.activate('button', zone)
  await louise.find('field', zone)
  await louise.type('Ce que je')
  await setLock(camille, chantiers, 'Verrouiller')
  await louise.see(kept)
  await louise.see('Ce que je')
  await setLock(camille, chantiers, 'Déverrouiller')
  await louise.seeNoMore(kept)
  await (await louise.find('field', zone)).focus()
  await louise.keys('End')
  await louise.type(' voulais dire')
  await louise.keys('Enter')
  await louise.find('card', 'Ce que je voulais dire')
})

test('whoever is taken out in the middle of a word still has it before them', async () => {
  const { camille, louise } = await setOut('Planche')
  await beginUnsigned(louise)
  await camille.press('button', /^Personnes :/)
  await camille.activate('button', 'Corriger Louise')
  await camille.activate('button', 'Retirer l’accès')
  await camille.activate('button', 'Retirer l’accès')
  await louise.see('Cette page s’est arrêtée')
  await louise.see('Une ressourcerie à deux communes')
  await louise.see('de la régie')
  await louise.find('button', /^Copier/)
  assert.deepEqual(await violations(louise), [])
})

test('an instruction that was begun stands in its field again, after a reload too', async () => {
  const { camille } = await setOut('Planche')
  const open = async () => {
    await camille.press('button', 'Animer')
    await camille.press('button', 'Titre, planches, clôture')
    await camille.activate('button', new RegExp(`^${chantiers}`))
  }
  await open()
  await camille.fill('Consigne', 'Posez une fiche par')
  await camille.press('button', 'Fermer')
  await camille.see(kept)
  await camille.reload()
  await live(camille)
  await camille.see('Posez une fiche par')
  await open()
  await camille.seeNoMore(kept)
  const field = await camille.find('field', 'Consigne')
  assert.equal(await field.evaluate(({ value }) => value), 'Posez une fiche par')
})

const value = (tab) => tab.page.evaluate(() => document.activeElement.value)

test('at its limit a field keeps its end, says in signs what a paste left out, and undo goes on', async () => {
  const { louise } = await setOut('Planche')
  await louise.press('button', 'Fiche')
  await louise.isOn('Titre')
  const whole = `${'é'.repeat(115)} la fin !!`
  await louise.paste(`${whole}👩🏽‍🤝‍👨🏻👩🏽‍🤝‍👨🏻👩🏽‍🤝‍👨🏻`)
  assert.equal(await value(louise), whole)
  await louise.see('3 signes n’ont pas eu la place')
  for (let step = 0; step < 5; step++) await louise.keys('ArrowLeft')
  await louise.type('x')
  assert.equal(await value(louise), whole)
  await louise.see('1 signe n’a pas eu la place : « x »')
  await louise.keys('Backspace', 'Backspace')
  await louise.type('un')
  const other = await value(louise)
  assert.match(other, /un.*n !!$/)
  await louise.keys('Control+z')
  assert.notEqual(await value(louise), other)
})

test('undo in one’s own field goes on after others’ words have come into another', async () => {
  const { louise, camille } = await setOut('Liste')
  await showAs(camille, 'Liste')
  const zone = 'Ajouter une fiche dans « Présentés »'
  await louise.activate('button', zone)
  await louise.find('field', zone)
  await louise.type('Programme')
  await louise.keys('Enter')
  await louise.find('card', 'Programme')
  await louise.activate('button', 'Modifier Programme')
  await louise.isOn('Titre')
  await camille.activate('button', 'Modifier Programme')
  await camille.isOn('Titre')
  await louise.type(' du matin')
  await camille.keys('Tab')
  await camille.type('Les mots de Camille')
  await louise.until('see Camille’s words', () => document.querySelectorAll('.card-form textarea')[1].value === 'Les mots de Camille')
  await louise.keys('Control+z')
  assert.notEqual(await value(louise), 'Programme du matin')
  assert.ok((await value(louise)).startsWith('Programme'))
  await louise.keys('Tab')
  await louise.keys('Control+End')
  await louise.type(' et les miens')
  await camille.until('see Louise’s words', () => document.activeElement.value === 'Les mots de Camille et les miens')
  await camille.type('!')
  await louise.until('see both', () => document.activeElement.value.includes('!'))
  await louise.keys('Control+z')
  assert.equal(await value(louise), 'Les mots de Camille!')
})

test('who signed a card takes their name off it: nobody is told it any more', async () => {
  const { louise, camille } = await setOut('Liste')
  await showAs(camille, 'Liste')
  const zone = 'Ajouter une fiche dans « Présentés »'
  await louise.activate('button', zone)
  await louise.find('field', zone)
  await louise.type('À moi')
  await louise.keys('Enter')
  await louise.find('card', 'À moi')
  await camille.see('Louise, ')
  await louise.activate('button', 'Modifier À moi')
  await louise.isOn('Titre')
  await louise.press('option', /^Sans signature/)
  await louise.keys('Escape')
  await camille.see('Sans signature')
  await camille.seeNoMore('Louise, ')
  await camille.activate('button', 'Modifier À moi')
  await camille.isOn('Titre')
  assert.equal(await camille.page.$('.card-unsigned'), null)
  await camille.reload()
  await live(camille)
  await camille.see('Sans signature')
  assert.ok(!(await camille.words()).includes('Louise, '))
})
