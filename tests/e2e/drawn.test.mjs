// What is painted on the board when it has more cards than elements: every title, each card over the ones that lay there
// before it, and sharp on any screen.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import UPNG from 'upng-js'
import { temporaryFolder } from '../support/passing.mjs'
import { chromium, phone } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { handOf } from './support/hand.mjs'
import { addInList, enter, live, showAs } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const folder = temporaryFolder('boards')
const titles = [
  'Constituer une communauté apprenante pour enrichir un patrimoine commun',
  'École du dehors',
  'Intercommunalité et coopération',
  'Oui',
]
const columns = 20

/** A board's file with so many cards in rows, and two of other colours that lie over one another beside them, the newer in the colour of
 * the oldest card. */
function boardOf(count) {
  const plain = { text: '', audience: 'everyone', tags: '', anonymous: false, pinned: false, longitude: 0, latitude: 0 }
  const laid = { locked: false, place: 0, unplaced: false, card_type: '', objectives: [], territory: '', width: 240, height: 140 }
  const at = (n) => ({ x: (n % columns) * 260, y: Math.floor(n / columns) * 160 })
  const rows = Array.from({ length: count }, (_, n) => ({ ...plain, ...laid, ...at(n), title: titles[n % titles.length], color: 'sand' }))
  const pair = [
    { ...plain, ...laid, x: columns * 260 + 60, y: 0, title: 'À côté', color: 'coral' },
    { ...plain, ...laid, x: -600, y: 0, title: 'Dessous', color: 'sky' },
    { ...plain, ...laid, x: -480, y: 40, title: 'Dessus', color: 'coral' },
  ]
  const board = { title: `${count} fiches`, instructions: '', scene: '', locked: false, controlled: false }
  const nothing = { card_types: {}, link_types: {}, objectives: {}, territories: {}, zones: [], links: [] }
  return { format: 'archipel-board', version: 1, board, ...nothing, cards: [...pair, ...rows] }
}

async function laidOut(tab, count) {
  const path = join(folder, `${count}.archipel.json`)
  writeFileSync(path, JSON.stringify(boardOf(count)))
  await tab.press('button', 'Planches et fichiers')
  await tab.press('button', /^Une planche depuis un fichier/)
  await tab.give('Choisir un fichier', path)
  await tab.press('button', 'Créer la planche')
  await tab.see(`Planche « ${count} fiches » créée.`)
  await live(tab)
}

/** In the page: nothing is left to be painted. */
async function painted() {
  for (let frames = 0; frames < 30; frames++) await new Promise((resolve) => requestAnimationFrame(resolve))
}

async function picture(tab) {
  await tab.page.evaluate(painted)
  const image = UPNG.decode(new Uint8Array(await tab.page.screenshot()).buffer)
  const pixels = new Uint8Array(UPNG.toRGBA8(image)[0])
  const at = (x, y) => [...pixels.subarray(4 * (y * image.width + x), 4 * (y * image.width + x) + 3)]
  return { ...image, at }
}

/** In the page: a token's colour in numbers. */
function colors(names) {
  const probe = document.querySelector('.board-stage').appendChild(document.createElement('span'))
  return names.map((name) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number)
  })
}

const light = ([r, g, b]) => 0.3 * r + 0.6 * g + 0.1 * b
const isNear = (one, other) => one.every((part, at) => Math.abs(part - other[at]) < 5)

/** How many of the cards in rows a picture shows, but for those that something covers, and how many have letters. */
async function lettered(tab, count) {
  const [paper, edge, ink] = await tab.page.evaluate(colors, ['card-sand-bg', 'card-sand-edge', 'card-sand-ink'])
  const { width, height, at } = await picture(tab)
  const isPaper = ([x, y]) => isNear(at(x, y), paper)
  const all = denseBox(pointsIn({ left: 0, right: width, top: 0, bottom: height }).filter(isPaper), width, height)
  const k = (all.right - all.left) / ((columns - 1) * 260 + 240)
  const dark = (light(edge) + 2 * light(ink)) / 3
  const found = { cards: 0, lettered: 0 }
  for (let n = 0; n < count; n++) {
    const [left, top] = [all.left + (n % columns) * 260 * k + 2, all.top + Math.floor(n / columns) * 160 * k + 2]
    const points = pointsIn({ left, right: left + 240 * k - 4, top, bottom: top + 140 * k - 4 })
    if (points.filter(isPaper).length < points.length * 0.4) continue // it lies under a bar
    found.cards++
    if (points.some(([x, y]) => light(at(x, y)) < dark)) found.lettered++
  }
  return found
}

/** Around the columns and rows in which there are many. */
function denseBox(points, width, height) {
  const [across, down] = [new Uint32Array(width), new Uint32Array(height)]
  for (const [x, y] of points) {
    across[x]++
    down[y]++
  }
  const ends = (counts) => {
    const least = Math.max(...counts) / 3
    return [counts.findIndex((one) => one > least), counts.findLastIndex((one) => one > least)]
  }
  const [[left, right], [top, bottom]] = [ends(across), ends(down)]
  return { left, right, top, bottom }
}

function pointsIn({ left, right, top, bottom }) {
  const points = []
  for (let y = Math.ceil(top); y < bottom; y++) for (let x = Math.ceil(left); x < right; x++) points.push([x, y])
  return points
}

const workshop = await server.found('Atelier', '--template', 'blank')
const animator = await enter(await browser.device({ viewport: { width: 1366, height: 650 } }), workshop.animator, 'Camille')
await showAs(animator, 'Planche')

/** How many pixels of the older card are seen where the newer one lies over it. */
async function showsThrough(tab) {
  const [older, newer] = await tab.page.evaluate(colors, ['card-sky-bg', 'card-coral-bg'])
  const { width, height, at } = await picture(tab)
  const places = (color) => pointsIn({ left: 0, right: width, top: 0, bottom: height }).filter(([x, y]) => isNear(at(x, y), color))
  const under = boxAround(places(older))
  const over = boxAround(places(newer).filter(([x]) => x < 2 * under.right - under.left))
  assert.ok(over.right > under.right && over.top > under.top, 'both are seen')
  return places(older).filter(([x, y]) => x > over.left && x < over.right && y > over.top && y < over.bottom).length
}

function boxAround(places) {
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  const ends = (all) => all.reduce(([least, most], one) => [Math.min(least, one), Math.max(most, one)], [Infinity, -Infinity])
  const [[left, right], [top, bottom]] = [ends(xs), ends(ys)]
  return { left, right, top, bottom }
}

test('whoever lies over another does so among few cards and among many', async () => {
  for (const count of [8, 300]) {
    await laidOut(animator, count)
    await animator.page.evaluate(() => document.querySelector('.board-stage').focus())
    assert.equal(await showsThrough(animator), 0, `among ${count}`)
  }
})

/** A wall goes where everybody is brought. */
async function bringTo(title) {
  const hand = await handOf(workshop.animator, 'Main')
  const board = hand.session.all('board').value.find((one) => title.test(one.title)).id
  const cards = hand.session.where('card', 'board', board).value
  const [right, bottom] = [Math.max(...cards.map(({ x, width }) => x + width)), Math.max(...cards.map(({ y, height }) => y + height))]
  const [x, y] = [Math.min(...cards.map((one) => one.x)), Math.min(...cards.map((one) => one.y))]
  await hand.does({ type: 'lead_board', board, x, y, width: right - x, height: bottom - y, held: false })
  await hand.does({ type: 'release_board', board })
  hand.leave()
}

test('above the most elements there are, every card has its title: on a laptop, a phone, a wall', async () => {
  const participant = await enter(await browser.device({ viewport: phone }), workshop.participant, 'Tel')
  await showAs(participant, 'Planche')
  const wall = await (await browser.device({ viewport: { width: 1920, height: 1080 } })).open(workshop.screen)
  await wall.until('see the board', () => document.querySelector('.board-canvas'))
  await participant.press('button', /^300 fiches/)
  await bringTo(/^300 fiches/)
  for (const [where, tab] of [['laptop', animator], ['phone', participant], ['wall', wall]]) {
    await tab.until('see 300 cards', () => document.querySelector('.board-layer[data-painted]'))
    const { cards, lettered: titled } = await lettered(tab, 300)
    assert.ok(cards > 200, `${where}: ${cards} cards are seen`)
    assert.equal(titled, cards, `${where}: cards with a title`)
  }
})

test('at another density of the screen, it is drawn in its pixels', async () => {
  const viewport = { width: 1366, height: 650 }
  for (const deviceScaleFactor of [2, 1]) {
    await animator.page.setViewport({ ...viewport, deviceScaleFactor })
    await animator.press('button', 'Zoom avant')
    const isSharp = (density) => {
      const canvas = document.querySelector('.board-canvas')
      return canvas.width === Math.round(canvas.clientWidth * density)
    }
    await animator.until(`have a canvas of density ${deviceScaleFactor}`, isSharp, deviceScaleFactor)
  }
})

/** In the page: how far the first words of an element are from the edges of what it lies in. */
function edges(selector, text) {
  const element = [...document.querySelectorAll(selector)].find((one) => one.textContent === text)
  if (!element) return undefined
  const range = document.createRange()
  range.selectNodeContents(element)
  const [words, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
  return { left: words.left - box.left, right: box.right - words.right }
}

test('a text in Hebrew begins at the right, in a list and on a card, and a name in it does not turn a sentence', async () => {
  const hebrew = 'שלום'
  const links = await server.found('Langues', '--template', 'cartography')
  const writer = await enter(await browser.device(), links.animator, 'Camille')
  await showAs(writer, 'Liste')
  await addInList(writer, '1. Constituer une communauté apprenante pour enrichir un patrimoine commun', hebrew)
  const inList = await writer.page.evaluate(edges, '.list-card h4', hebrew)
  assert.ok(inList.right < inList.left, `in the list: ${JSON.stringify(inList)}`)
  await writer.activate('button', `Actions ${hebrew}`)
  await showAs(writer, 'Planche')
  await (await writer.find('card', new RegExp(`^${hebrew}`))).click()
  await writer.keys('z')
  const onCard = await (await writer.until('see the title', edges, '.card-title', hebrew)).jsonValue()
  assert.ok(onCard.right < onCard.left || onCard.right < 2, `on the card: ${JSON.stringify(onCard)}`)
})
