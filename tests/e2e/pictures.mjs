// Makes docs/pictures: each screen on a laptop and on a phone, in light and in dark, in French, with people at work.
// Parts of names make only those; script/pictures builds first.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import UPNG from 'upng-js'
import { chromium, laptop, phone } from './support/browsers.mjs'
import { addInList, live, showAs } from './support/people.mjs'
import { Proxy } from './support/proxy.mjs'
import { repository, Server } from './support/server.mjs'

const folder = join(repository, 'docs/pictures')
const wanted = process.argv.slice(2)
const shades = 256

const server = await Server.start()
const wire = await Proxy.to(server.port)
const browser = await chromium()

/* ---- what is in the pictures ---- */

const roll = join(repository, 'packaging/demo/roll-initiation-60.csv')
const map = await server.found('Cartographie des dix chantiers', '--template', 'demo-cartography')
const day = await server.found('Journée d’initiation à la conduite de changement systémique', '--template', 'initiation', '--roll', roll)

const zones = {
  learn: '1. Constituer une communauté apprenante pour enrichir un patrimoine commun',
  serve: '2. Mettre ce patrimoine au service des transitions',
  propose: '3. Proposer ensemble des changements de modèles',
  engineer: '4. Favoriser le déploiement d’une ingénierie de la conduite de changement systémique',
}

const people = [
  { name: 'Awa Diallo', organisation: 'Ville de Loos-en-Gohelle', territory: 'Loos-en-Gohelle', is: 'Élu·e' },
  { name: 'Basile Renaud', organisation: 'Département du Puy-de-Dôme', territory: 'Puy-de-Dôme', is: 'Agent·e de collectivité' },
  { name: 'Chloé Marchand', organisation: 'Coopérative alimentaire', territory: 'Annecy', is: 'Acteur·ice socio-économique' },
  { name: 'Driss Benali', organisation: 'Sous-préfecture', territory: 'Arras', is: 'État territorial' },
  { name: 'Élise Nguyen', organisation: 'Ville de Malaunay', territory: 'Malaunay', is: 'Agent·e de collectivité' },
]

const contributions = [
  { zone: zones.learn, title: 'Compagnonnage entre élus de deux territoires' },
  { zone: zones.learn, title: 'Comment partager nos échecs sans les maquiller ?' },
  { zone: zones.serve, title: 'Cantine centrale, 100 % bio et local' },
  { zone: zones.serve, title: 'Régie publique de l’eau' },
  { zone: zones.serve, title: 'Peu d’ingénierie dans les petites communes' },
  { zone: zones.propose, title: 'Un budget vert lisible par les habitants' },
  { zone: zones.propose, title: 'Les appels à projets épuisent les équipes' },
  { zone: zones.engineer, title: 'Former cinq facilitateurs par territoire' },
  { zone: zones.engineer, title: 'Un poste partagé de conduite du changement' },
]

async function comeIn(link, { name, organisation, territory, is }, options) {
  const tab = await (await browser.device(options)).open(link)
  await tab.fill('Votre nom', name)
  await tab.fill(/^Organisation/, organisation)
  await tab.fill(/^Territoire/, territory)
  await tab.press('option', is)
  await tab.press('button', 'Entrer')
  await live(tab)
  return tab
}

/** They come in one by one and each lays a card or two. */
async function work() {
  const tabs = []
  for (const person of people) tabs.push(await comeIn(map.participant, person))
  for (const [at, { zone, title }] of contributions.entries()) {
    const tab = tabs[at % tabs.length]
    await showAs(tab, 'Liste')
    await addInList(tab, zone, title)
  }
  return tabs
}

/* ---- taking them ---- */

/** As it stands, in light and in dark. */
async function take(tab, name) {
  const device = tab.page.viewport().isMobile ? 'phone' : 'laptop'
  for (const scheme of ['light', 'dark']) {
    const whole = `${name}-${device}-${scheme}`
    if (wanted.length > 0 && !wanted.every((part) => whole.includes(part))) continue
    await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await tab.page.mouse.move(0, 0)
    await tab.page.evaluate(settle)
    writeFileSync(join(folder, `${whole}.png`), small(await tab.page.screenshot()))
  }
}

/** In the page: what moves has arrived, and is drawn. */
async function settle() {
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }))
  for (const one of document.getAnimations()) if (one.effect.getTiming().iterations !== Infinity) one.finish()
  for (let frames = 0; frames < 3; frames++) await new Promise((resolve) => requestAnimationFrame(resolve))
}

/** The same picture with a palette: flat colours lose nothing, and it is a third of the size. */
function small(png) {
  const image = UPNG.decode(new Uint8Array(png).buffer)
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, shades))
}

const open = async (address, options) => (await browser.device(options)).open(address)
const onPhone = { viewport: phone }

async function desk() {
  const tab = await open(server.organiserLink)
  await tab.find('heading', 'Ateliers')
  await tab.fill('Titre de l’atelier', 'Assemblée des alliés')
  await take(tab, 'desk')
  await tab.press('button', 'Créer l’atelier')
  await tab.find('code', /Lien d’écran/)
  await tab.page.$eval('.link-cards', (links) => links.scrollIntoView({ block: 'center' }))
  await take(tab, 'links')
}

async function doors() {
  for (const options of [{}, onPhone]) {
    const welcome = await open(server.origin, options)
    await take(welcome, 'welcome')
    const door = await open(map.participant, options)
    await door.fill('Votre nom', 'Fatou Keita')
    await door.press('option', 'Élu·e')
    await take(door, 'door')
    const search = await open(day.participant, options)
    await search.fill(/^Cherchez votre nom/, 'malaunay')
    await search.find('button', /^C’est moi/)
    await take(search, 'roll')
    for (const tab of [welcome, door, search]) await tab.close()
  }
}

async function rooms(animator, pocket) {
  for (const tab of [animator, pocket]) {
    for (const [name, view] of [['board', 'Planche'], ['list', 'Liste'], ['map', 'Carte'], ['graph', 'Graphe']]) {
      await showAs(tab, view)
      await take(tab, name)
    }
    await showAs(tab, 'Planche')
    await tab.press('button', /^Personnes/)
    await tab.see('Catégorie d’acteur')
    await take(tab, 'people')
    await tab.press('button', 'Fermer')
  }
}

async function cards(animator) {
  const card = await animator.find('card', /^Média capacitant/)
  await card.click()
  await animator.find('button', 'Couleur')
  await take(animator, 'card-chosen')
  await animator.press('button', 'Modifier')
  await animator.find('field', 'Titre')
  await take(animator, 'card-open')
  await animator.keys('Escape', 'Escape')
}

async function animation(animator) {
  await animator.press('button', 'Animer')
  await animator.press('button', 'Liens d’accès')
  await animator.press('button', /^Montrer : Lien de participation/)
  await animator.find('code', /Lien de participation/)
  await animator.page.$eval('.invitations .link-card', (link) => link.scrollIntoView({ block: 'center' }))
  await take(animator, 'animation')
  await animator.press('button', 'Fermer')
}

async function pocketLink(pocket) {
  await pocket.press('button', 'Réglages et liens')
  await pocket.press('button', 'Continuer sur mon téléphone')
  await pocket.find('code', /Continuer sur mon téléphone/)
  await take(pocket, 'settings')
  await pocket.press('button', 'Fermer')
}

async function wall() {
  const tab = await open(map.screen)
  await tab.until('show something', () => document.querySelector('.wall main > *'))
  await take(tab, 'wall')
}

async function offline() {
  for (const options of [{}, onPhone]) {
    wire.set('pass')
    const tab = await comeIn(wire.link(map.participant), { ...people[0], name: 'Fatou Keita' }, options)
    await showAs(tab, 'Liste')
    await tab.page.waitForNetworkIdle()
    wire.set('cut')
    await tab.see('Hors ligne')
    await addInList(tab, zones.learn, 'Un tour de France des chantiers', 'Qui raconte, et à qui ?')
    await (await tab.find('card', 'Qui raconte, et à qui ?')).evaluate((card) => card.scrollIntoView({ block: 'center' }))
    await take(tab, 'offline')
    await tab.close()
  }
}

async function ends() {
  const tab = await open(`${map.participant.slice(0, -8)}AAAAAAAA`, onPhone)
  await tab.see('Cette page s’est arrêtée')
  await take(tab, 'ended')
}

mkdirSync(folder, { recursive: true })
await doors()
const tabs = await work()
const animator = await comeIn(map.animator, { ...people[1], name: 'Camille Martin', organisation: 'APFDT' })
const pocket = await comeIn(map.participant, { ...people[2], name: 'Gabriel Costa' }, onPhone)
await rooms(animator, pocket)
await cards(animator)
await animation(animator)
await pocketLink(pocket)
await wall()
await desk()
await offline()
await ends()
for (const tab of tabs) await live(tab)
wire.close()
await browser.close()
await server.stop()
