// A cartography from the alliance's own tables, as an animator makes one: imported, placed, linked, prioritised, seen
// on the map, exported; and elsewhere, in a workshop that knows nothing of it, the same board. Each test goes on from
// where the one before it ended.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { comesToList, enter, listed, live, moveInList, showAs } from './support/people.mjs'
import { savedBy } from './support/saved.mjs'
import { repository, Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const table = (name) => join(repository, 'web-client/tests/fixtures', name)
const { animator, participant } = await server.found('Cartographie', '--template', 'cartography')
const camille = await enter(await browser.device(), animator, 'Camille')
const witness = await enter(await browser.device(), participant, 'Témoin')
await showAs(witness, 'Liste')

test('three tables become cards: projects, places and actors', async () => {
  await importTable('chantiers.csv', 10)
  await importTable('territories.csv', 24, () => camille.choose('Ce tableau décrit', 'des fiches'))
  await importTable('allies.csv', 44)
  await showAs(camille, 'Liste')
  await comesToList(witness, await listed(camille))
  assert.equal((await listed(witness)).length, 78)
})

test('seen closely, what a card says ends within it', async () => {
  await showAs(camille, 'Planche')
  await camille.press('card', /^Vers une ingénierie/)
  await camille.keys('z')
  await camille.until('see it closely', () => document.querySelector('[data-distance=near] .card-facts span'))
  const cut = await camille.page.evaluate(() =>
    [...document.querySelectorAll('.card')]
      .filter((card) => card.querySelector('.card-facts').getBoundingClientRect().bottom > card.getBoundingClientRect().bottom)
      .map((card) => card.ariaLabel),
  )
  assert.deepEqual(cut, [])
  await showAs(camille, 'Liste')
})

test('a card that serves two objectives serves both when it is laid in the zone of one', async () => {
  await moveInList(camille, 'Média capacitant', '1. Constituer une communauté apprenante pour enrichir un patrimoine commun')
  await witness.until('see it in its zone, with both', () =>
    [...document.querySelectorAll('.list-zone')].some(
      (zone) =>
        zone.textContent.startsWith('1. Constituer') &&
        /Constituer une communauté apprenante.*, Mettre ce patrimoine/s.test(zone.querySelector('.list-card')?.textContent),
    ),
  )
})

test('a typed link, and points that are shown', async () => {
  await camille.activate('button', 'Actions Média capacitant')
  await camille.activate('button', 'Liens… Média capacitant')
  await camille.choose('Type du lien', 'soutient')
  await camille.fill('Lier à la fiche…', 'solagro')
  await camille.keys('Enter', 'Escape')
  await witness.see('→ soutient « Solagro »')
  await camille.press('button', 'Animer')
  await camille.press('button', 'Faire voter')
  await camille.press('button', 'Fermer')
  await witness.activate('button', /^Un point de plus.*Média capacitant$/)
  await live(witness)
  await camille.press('button', 'Animer')
  await camille.press('button', 'Montrer les points à tous')
  await camille.press('button', 'Priorités')
  await camille.see('Résultat')
  await camille.press('button', 'Fermer')
})

test('the places are on the map', async () => {
  await showAs(camille, 'Carte')
  await camille.find('heading', 'Sur la carte (24)')
  const { features } = JSON.parse((await exported(camille, 'Carte (GeoJSON)')).text())
  assert.equal(features.length, 24)
  assert.deepEqual(features[0].geometry, { type: 'Point', coordinates: [6.129, 45.899] })
})

test('elsewhere, in a workshop without any of its types and objectives, it is the same board', async () => {
  const file = await exported(camille, 'Planche (JSON)')
  assert.match(file.name, /\.archipel\.json$/)
  const links = await server.found('Ailleurs', '--template', 'blank')
  const dominique = await enter(await browser.device(), links.animator, 'Dominique')
  await dominique.press('button', 'Planches et fichiers')
  await dominique.press('button', /^Une planche depuis un fichier/)
  await dominique.give('Choisir un fichier', file.path)
  await dominique.see('78 fiches, 4 zones, 1 lien.')
  await dominique.press('button', 'Créer la planche')
  await live(dominique)
  await showAs(camille, 'Liste')
  await showAs(dominique, 'Liste')
  await comesToList(dominique, await listed(camille))
  assert.deepEqual(JSON.parse((await exported(dominique, 'Planche (JSON)')).text()), JSON.parse(file.text()))
})

async function importTable(name, cards, choose = async () => {}) {
  await camille.press('button', 'Planches et fichiers')
  await camille.press('button', 'Un tableau (CSV)…')
  await camille.give('Choisir un fichier', table(name))
  await camille.see('Les premières lignes')
  await choose()
  await camille.press('button', `Importer les ${cards} lignes`)
  await camille.see(`${cards} fiches importées.`)
  await live(camille)
}

async function exported(tab, how) {
  await tab.press('button', 'Planches et fichiers')
  const file = await savedBy(tab, () => tab.press('button', how))
  await tab.press('button', 'Fermer')
  return file
}
