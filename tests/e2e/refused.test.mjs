// What the server did not take: the words stay on the page of whoever wrote them, through a lost answer and a
// reload, until they have put them elsewhere.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { violations } from './support/axe.mjs'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { addInList, enter, live, showAs, titles } from './support/people.mjs'
import { Proxy } from './support/proxy.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const wire = await Proxy.to(server.port)
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close(), () => wire.close(), () => server.stop())

const [open, locked] = ['Chantiers', 'Échange entre référent·es de chantiers']
const words = { title: 'Nos mots à ne pas perdre', kept: 'est gardé ici' }

/** On the list of an assembly: Louise behind the wire, and an animator who is not. */
async function setOut() {
  wire.set('pass')
  const links = await server.found('Assemblée', '--template', 'assembly')
  const camille = await enter(await browser.device(), links.animator, 'Camille')
  const device = await browser.device()
  const louise = await enter(device, wire.link(links.participant), 'Louise')
  await showAs(louise, 'Liste')
  return { louise, camille, device, link: wire.link(links.participant) }
}

/** The animator locks the board, and Louise does not hear of it. */
async function lockUnheard(camille) {
  wire.set('deaf')
  await setLock(camille, 'Verrouiller')
}

async function setLock(camille, act) {
  await camille.press('button', 'Animer')
  await camille.press('button', 'Titre, planches, clôture')
  await camille.activate('button', new RegExp(`^${locked}`))
  await camille.activate('button', `${act} : ${locked}`)
  await camille.press('button', 'Fermer')
}

async function go(tab, board) {
  await tab.press('button', board)
  await tab.find('button', new RegExp(`Ajouter une fiche dans « ${board === open ? 'Présentés' : 'Ce qui avance'} »`))
}

/** Command 1 is refused, command 2 accepted, both answers are lost, both are sent again. */
async function writeBoth({ louise, camille }) {
  await go(louise, locked)
  await lockUnheard(camille)
  await addInList(louise, 'Ce qui avance', words.title)
  await go(louise, open)
  await addInList(louise, 'Présentés', 'Celle qui arrive')
  await louise.see('2 contributions en attente')
  await showAs(camille, 'Liste')
  await camille.find('card', 'Celle qui arrive')
  wire.set('cut')
  wire.set('pass')
  await live(louise)
}

test('C7: refused and accepted, both answers lost, both sent again: one is there, the other’s words on the screen', async () => {
  const people = await setOut()
  const { louise, camille } = people
  await writeBoth(people)
  assert.deepEqual(await titles(louise), ['Celle qui arrive'])
  await louise.see(words.title)
  await louise.see(words.kept)
  await louise.reload()
  await live(louise)
  await louise.see(words.title)
  assert.deepEqual(await violations(louise), [])
  await louise.tabTo('Copier')
  await louise.keys('Enter')
  await louise.see('Copié.')
  await setLock(camille, 'Déverrouiller')
  await louise.tabTo('Réessayer')
  await louise.keys('Enter')
  await louise.seeNoMore(words.kept)
  await go(louise, locked)
  await louise.find('card', words.title)
})

test('the next tab shows what a closed one was refused; who lets go of it sees it no more', async () => {
  const people = await setOut()
  const { louise, device, link } = people
  await writeBoth(people)
  await louise.see(words.title)
  await louise.close()
  const next = await device.open(link)
  await next.see(words.title)
  await next.page.evaluate(() => localStorage.setItem('archipel.language', 'en'))
  await next.reload()
  await next.see('What you wrote is kept here, to be copied or put elsewhere.')
  await next.see(words.title)
  await next.find('button', 'Try again')
  await next.activate('button', 'Hide this message')
  await next.seeNoMore(words.title)
  await next.reload()
  await live(next)
  assert.ok(!(await next.words()).includes(words.title))
})
