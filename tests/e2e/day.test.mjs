// A whole day, in its order: an organiser founds a workshop with its roll, an animator and participants come in,
// work on a board, and the animator holds it. Each test goes on from where the one before it ended.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { chromium, phone } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { boxOf, dragCard, listed, live, showAs, titles } from './support/people.mjs'
import { repository, Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const roll = join(repository, 'packaging/demo/roll-initiation-60.csv')
const title = 'Journée d’initiation'

let links
let animator
let louise
let louiseDevice
let screen

test('an organiser founds a day with its roll of sixty, and gets three links with their codes', async () => {
  const desk = await (await browser.device()).open(server.organiserLink)
  await desk.fill('Titre de l’atelier', title)
  await desk.press('option', /^Journée d’initiation/)
  await desk.give(/Choisir un fichier/, roll)
  await desk.see('roll-initiation-60.csv')
  await desk.press('button', 'Créer l’atelier')
  await desk.see('60 personnes inscrites.')
  await desk.until('see three codes', () => document.querySelectorAll('.link-card .qr').length === 3)
  const cards = await desk.page.$$eval('.link-card', (all) =>
    all.map((card) => [card.dataset.role, card.querySelector('input').value]),
  )
  links = Object.fromEntries(cards)
  assert.deepEqual(Object.keys(links), ['participant', 'animator', 'screen'])
  assert.equal(new URL(desk.page.url()).hash, '', 'the key stays in the address')
})

test('the animator comes in, a participant finds their line, and everybody sees who is here', async () => {
  animator = await (await browser.device()).open(links.animator)
  await animator.see('Ce lien ouvre : Animation.')
  await animator.press('button', 'Je ne suis pas sur la liste')
  await animator.fill('Votre nom', 'Camille Martin')
  await animator.press('button', 'Entrer')
  await live(animator)

  louiseDevice = await browser.device()
  louise = await louiseDevice.open(links.participant)
  await louise.fill(/^Cherchez votre nom/, 'annecy elu')
  await louise.press('button', /^C’est moi : Élu·e Annecy/)
  await louise.see('Vous entrez comme Élu·e Annecy')
  await louise.press('button', 'Corriger mes informations')
  await louise.fill('Votre nom', 'Louise Morel')
  await louise.press('button', 'Entrer')
  await live(louise)

  screen = await (await browser.device()).open(links.screen)
  await openAnimation(animator)
  await animator.press('button', 'Afficher le code')
  await screen.see('2 personnes présentes')
  await screen.find('code', /Lien de participation/)
  await animator.press('button', 'Fermer la porte')
  await animator.find('button', 'Ouvrir la porte')
  await animator.press('button', 'Fermer')
  for (const tab of [animator, louise]) {
    await tab.press('button', 'Personnes : 2 personnes présentes')
    await tab.see('2 personnes présentes')
    for (const name of ['Camille Martin', 'Louise Morel']) await tab.see(name)
    await tab.see('61 personnes en tout')
    await tab.press('button', 'Fermer')
  }
})

test('a card written by one is seen by all, on boards and in lists', async () => {
  await louise.press('button', 'Fiche')
  await louise.type('Une cantine partagée')
  await louise.keys('Tab')
  await louise.type('Trois communes, une cuisine.')
  await louise.keys('Control+Enter')
  for (const tab of [animator, screen]) await tab.find('card', /^Une cantine partagée/)
  await showAs(animator, 'Liste')
  await animator.see('Trois communes, une cuisine.')
  await animator.see('Louise Morel')
})

test('moving, colouring, editing, linking: the other sees each as it is done', async () => {
  const before = await boxOf(screen, 'Une cantine partagée')
  await dragCard(louise, 'Une cantine partagée', { x: 60, y: 40 })
  await screen.until(
    'see the card moved',
    (name, left) => {
      const card = globalThis.finder.find('card', { source: name })
      return card && Math.abs(card.getBoundingClientRect().x - left) > 10
    },
    '^Une cantine partagée',
    before.x,
  )

  await louise.press('button', 'Couleur')
  await louise.press('button', 'Violet')
  await animator.until('see it violet', () => document.querySelector('.list-card[data-color=violet] h4'))

  await animator.press('button', 'Modifier Une cantine partagée')
  await animator.fill('Titre', 'Une cuisine partagée')
  await animator.press('button', 'Enregistrer')
  await louise.find('card', /^Une cuisine partagée/)

  await animator.press('button', /^Ajouter une fiche/)
  await animator.type('Le transport')
  await animator.keys('Enter')
  await animator.press('button', 'Actions Le transport')
  await animator.press('button', 'Liens… Le transport')
  await animator.press('button', 'Une cuisine partagée')
  await animator.press('button', 'Fermer')
  await showAs(louise, 'Liste')
  await louise.see('→ vers « Une cuisine partagée »')
  const see = async (tab) => (await listed(tab)).map(({ title: name, color, links: drawn }) => [name, color, drawn])
  assert.deepEqual(await see(louise), await see(animator))
})

test('what is reserved to oneself is seen by nobody else', async () => {
  await louise.press('button', /^Ajouter une fiche/)
  await louise.type('À mûrir')
  await louise.keys('Enter')
  await louise.press('button', 'Actions À mûrir')
  await louise.choose('Visible de', 'Moi uniquement')
  await louise.see('Visible de moi uniquement')
  await live(louise)
  await animator.seeNoMore('À mûrir')
  await louise.choose('Visible de', 'Tout le monde')
  await animator.find('card', 'À mûrir')
})

test('a locked board is read by participants and written by the animator', async () => {
  await openAnimation(animator)
  await animator.press('button', 'Planche verrouillée')
  await louise.see('Planche verrouillée')
  await louise.see('L’animation a verrouillé la planche')
  assert.equal(await louise.page.$('.list-actions'), null, 'a participant may still edit a locked board')
  await animator.press('button', 'Planche verrouillée')
  await louise.find('button', 'Modifier Le transport')
  await animator.press('button', 'Fermer')
})

test('the animator removes a card, and its links go with it', async () => {
  await animator.press('button', 'Supprimer Le transport')
  await louise.until('see it gone', () => globalThis.finder.find('card', { exact: 'Le transport' }) === null)
  assert.deepEqual((await listed(louise)).flatMap(({ links: drawn }) => drawn), [])
})

test('the workshop takes another name, closes, and opens again', async () => {
  await openAnimation(animator)
  await animator.press('button', 'Titre, planches, clôture')
  await animator.fill('Titre', 'Une journée ensemble')
  await animator.press('button', 'Enregistrer')
  await louise.find('heading', 'Une journée ensemble')
  await screen.see('Une journée ensemble')
  await animator.press('button', 'Clore l’atelier')
  await louise.see('Atelier clos')
  assert.equal(await louise.page.$('.list-actions'), null, 'a closed workshop may still be written')
  await animator.press('button', 'Rouvrir l’atelier')
  await louise.find('button', /^Modifier/)
  await animator.press('button', 'Fermer')
})

test('a reload, a second tab, the link opened again and a phone are the same person', async () => {
  await louise.reload()
  await live(louise)
  const second = await louiseDevice.open(links.participant)
  await live(second)
  await second.press('button', 'Réglages et liens')
  await second.press('button', 'Continuer sur mon téléphone')
  const personal = await (await second.find('field', 'Continuer sur mon téléphone')).evaluate((input) => input.value)
  await second.close()

  const pocket = await (await browser.device({ viewport: phone })).open(personal)
  await live(pocket)
  assert.equal(new URL(pocket.page.url()).hash, '', 'the key stays in the address')
  await pocket.press('button', /^Personnes :/)
  await pocket.see('2 personnes présentes')
  await pocket.until('be Louise', () => document.querySelector('.person .tag')?.parentNode.textContent.includes('Louise Morel'))
  await pocket.press('button', 'Fermer')
  await pocket.press('button', /^Ajouter une fiche/)
  await pocket.type('Écrit sur le téléphone')
  await pocket.keys('Enter')
  await louise.find('card', 'Écrit sur le téléphone')
})

test('an animator takes somebody’s access away: every one of their tabs closes with its sentence', async () => {
  const passing = await (await browser.device()).open(links.participant)
  await passing.press('button', 'Je ne suis pas sur la liste')
  await passing.fill('Votre nom', 'De passage')
  await passing.press('button', 'Entrer')
  await live(passing)
  await animator.press('button', /^Personnes :/)
  await animator.press('button', 'Corriger De passage')
  await animator.press('button', 'Retirer l’accès')
  await animator.see('Retirer l’accès de De passage ?')
  await animator.press('button', 'Retirer l’accès')
  await passing.see('Votre accès a été retiré par l’animation.')
  await animator.press('button', 'Fermer')
})

test('a revoked link closes what came by it at once, and opens nothing any more', async () => {
  const atTheDoor = await (await browser.device()).open(links.participant)
  await atTheDoor.find('heading', 'Une journée ensemble')
  await openAnimation(animator)
  await animator.press('button', 'Liens d’accès')
  await animator.press('button', /^Révoquer : Lien de participation/)
  await animator.press('option', 'Faire aussi sortir les personnes entrées par ce lien')
  await animator.press('button', 'Révoquer')
  await atTheDoor.see('Cette page s’est arrêtée')
  await louise.see('Cette page s’est arrêtée')
  const late = await (await browser.device()).open(links.participant)
  await late.see('Ce lien n’est pas valable, ou ne l’est plus.')
  await animator.press('button', 'Fermer')
  assert.ok((await titles(animator)).includes('Écrit sur le téléphone'), 'what was written left with who wrote it')
})

function openAnimation(tab) {
  return tab.press('button', 'Animer')
}
