// Axe finds nothing wrong with any state of the page: in light, in dark, and as narrow as a phone.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { afterEach, test } from 'node:test'
import { violations } from './support/axe.mjs'
import { chromium, laptop, phone } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { enter, showAs } from './support/people.mjs'
import { Proxy } from './support/proxy.mjs'
import { repository, Server } from './support/server.mjs'

const server = await Server.start()
const wire = await Proxy.to(server.port)
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close(), () => wire.close(), () => server.stop())

const roll = join(repository, 'packaging/demo/roll-initiation-60.csv')
const plain = await server.found('Cartographie des dix chantiers', '--template', 'demo-cartography')
const listed = await server.found('Journée d’initiation', '--template', 'initiation', '--roll', roll)

const looks = [
  { name: 'light', viewport: laptop, scheme: 'light' },
  { name: 'dark', viewport: laptop, scheme: 'dark' },
  { name: 'narrow', viewport: { width: phone.width, height: phone.height }, scheme: 'light' },
]

/** Looks at the page as it stands, in every way. */
async function accept(tab) {
  const found = []
  for (const { name, viewport, scheme } of looks) {
    await tab.page.setViewport(viewport)
    await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    found.push(...(await violations(tab)).map((violation) => `${name}: ${violation}`))
  }
  await tab.page.setViewport(laptop)
  assert.deepEqual(found, [])
}

const open = async (address) => (await browser.device()).open(address)

test('the start page', async () => {
  const tab = await open(server.origin)
  await tab.press('button', 'Entrer')
  await tab.see('Ce n’est ni un code, ni un lien d’atelier')
  await accept(tab)
})

test('the organiser’s desk: workshops, their links, and a new one', async () => {
  const tab = await open(server.organiserLink)
  await tab.press('button', 'Liens d’accès : Journée d’initiation')
  await tab.find('code', /Lien d’animation/)
  await tab.press('button', 'Créer l’atelier')
  await tab.see('Donnez un titre à l’atelier.')
  await accept(tab)
  await tab.fill('Titre de l’atelier', 'Nouveau')
  await tab.press('button', 'Créer l’atelier')
  await tab.see('L’atelier est prêt')
  await tab.find('code', /Lien d’animation/)
  await accept(tab)
})

test('the door, with and without a roll', async () => {
  const form = await open(plain.participant)
  await form.press('button', 'Entrer')
  await form.see('Donnez un nom pour entrer.')
  await accept(form)
  const search = await open(listed.participant)
  await search.fill(/^Cherchez votre nom/, 'riom')
  await search.find('button', /^C’est moi/)
  await accept(search)
  await search.press('button', /^C’est moi/)
  await accept(search)
})

test('the board: at rest, a card chosen, a card open, its links', async () => {
  const tab = await enter(await browser.device(), plain.participant, 'Awa')
  await tab.until('see cards', () => document.querySelectorAll('.card').length > 3)
  await accept(tab)
  await tab.until('be on a card', () => {
    document.querySelector('.card[tabindex="0"]')?.focus()
    return document.activeElement.classList.contains('card')
  })
  await tab.keys('Control+Space')
  await tab.find('button', 'Couleur')
  await accept(tab)
  await tab.press('button', 'Couleur')
  await tab.find('button', 'Violet')
  await accept(tab)
  await tab.keys('Escape')
  await tab.press('button', 'Liens…')
  await tab.see('Lier à la fiche…')
  await accept(tab)
  await tab.keys('Escape')
  await tab.press('button', 'Modifier')
  await tab.find('field', 'Texte')
  await accept(tab)
})

test('the list, with the choices of a card and a card being written', async () => {
  const tab = await enter(await browser.device(), plain.participant, 'Basile')
  await showAs(tab, 'Liste')
  await tab.activate('button', /^Actions /)
  await tab.find('choice', 'Déplacer vers')
  await accept(tab)
  await tab.press('button', /^Modifier /)
  await tab.find('field', 'Texte')
  await accept(tab)
})

test('the map and the graph', async () => {
  const tab = await enter(await browser.device(), plain.participant, 'Gabriel')
  for (const view of ['Carte', 'Graphe']) {
    await showAs(tab, view)
    await accept(tab)
  }
})

test('the people, and one’s own line', async () => {
  const tab = await enter(await browser.device(), plain.animator, 'Camille')
  await tab.press('button', /^Personnes/)
  await tab.see('Catégorie d’acteur')
  await accept(tab)
  await tab.press('button', 'Corriger Awa')
  await tab.press('button', 'Retirer l’accès')
  await tab.see('Retirer l’accès de Awa ?')
  await accept(tab)
})

test('the animators’ place: phases, boards, links shown, a link about to be revoked', async () => {
  const tab = await enter(await browser.device(), plain.animator, 'Dominique')
  await tab.press('button', 'Animer')
  await accept(tab)
  await tab.press('button', 'Titre, planches, clôture')
  await accept(tab)
  await tab.press('button', 'Animer')
  await tab.press('button', 'Animer')
  await tab.press('button', 'Liens d’accès')
  await tab.press('button', /^Montrer : Lien de participation/)
  await tab.find('code', /Lien de participation/)
  await tab.press('button', /^Révoquer : Lien d’écran/)
  await tab.find('option', /^Faire aussi sortir/)
  await accept(tab)
})

test('settings and one’s own link', async () => {
  const tab = await enter(await browser.device(), plain.participant, 'Élie')
  await tab.press('button', 'Réglages et liens')
  await tab.press('button', 'Continuer sur mon téléphone')
  await tab.find('code', /Continuer sur mon téléphone/)
  await accept(tab)
})

test('the wall', async () => {
  const tab = await open(plain.screen)
  await tab.until('show something', () => document.querySelector('.wall main > *')?.innerText !== '')
  await accept(tab)
})

test('ends: a key that opens nothing, no key, no such place', async () => {
  const other = await open(`${plain.participant.slice(0, -8)}AAAAAAAA`)
  await other.see('Cette page s’est arrêtée')
  await accept(other)
  const none = await open(plain.participant.split('#')[0])
  await none.see('Il manque la clé')
  await accept(none)
})

test('without network, with something waiting', async () => {
  const tab = await enter(await browser.device(), wire.link(plain.participant), 'Fatou')
  await showAs(tab, 'Liste')
  await tab.activate('button', /^Actions /)
  await tab.find('choice', 'Couleur')
  wire.set('cut')
  await tab.see('Hors ligne')
  await tab.choose('Couleur', 'Violet')
  await tab.see('1 contribution en attente')
  await accept(tab)
})

test('a choice that is tried, a notice with its undo, a zone by keyboard, the keys', async () => {
  const tab = await enter(await browser.device(), plain.animator, 'Gaëlle')
  await showAs(tab, 'Liste')
  await tab.activate('button', /^Actions /)
  await (await tab.find('choice', 'Couleur')).focus()
  await tab.keys('ArrowDown')
  await tab.find('button', 'Valider')
  await accept(tab)
  await tab.keys('Escape')
  await tab.activate('button', /^Dupliquer /)
  await tab.activate('button', /^Supprimer /)
  await tab.keys('F8')
  await tab.isOn('Annuler')
  await accept(tab)
  await tab.keys('Enter', '1')
  await tab.until('be on the board', () => document.activeElement.classList.contains('card'))
  await tab.keys('PageDown')
  await tab.until('be on a zone', () => document.activeElement.classList.contains('board-zone-stop'))
  await accept(tab)
  await tab.keys('?')
  await tab.see('Touches du clavier')
  await accept(tab)
})
