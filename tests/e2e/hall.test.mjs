// The wall of a hall in each of its phases, measured on pictures: what people read from the back has letters of at least
// 1/25 of the picture's height, and nothing that matters is under 1/40. It follows by itself, and nobody touches it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import UPNG from 'upng-js'
import { violations } from './support/axe.mjs'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { handOf } from './support/hand.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
const links = await server.found('Cartographie des dix chantiers de l’alliance')
const [anna, paul, lea] = await Promise.all([
  handOf(links.animator, 'Anna'),
  handOf(links.participant, 'Paul'),
  handOf(links.participant, 'Léa Nguyen'),
])
atEnd(async () => {
  for (const hand of [anna, paul, lea]) hand.leave()
  await browser.close()
}, () => server.stop())

const pictures = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 3840, height: 2160 },
]
const wall = await (await browser.device({ viewport: pictures[0] })).open(links.screen)
const { board } = anna
const workshop = anna.session.id
const long = 'Nous avons tous des projets qui n’ont pas marché, et nous n’en parlons jamais entre nous. '.repeat(9)

function phase(name) {
  return wall.until(`show ${name}`, (wanted) => document.querySelector('.wall')?.dataset.phase === wanted, name)
}

/** Where the first capital, digit or tall letter of each of these stands, in pixels of the page. */
async function letters(selector) {
  return wall.page.evaluate((wanted) => {
    const places = []
    for (const element of document.querySelectorAll(wanted)) {
      const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.data.search(/[A-ZÉÀ0-9bdfhklt]/)
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const { x, y, width, height } = range.getBoundingClientRect()
        if (!width || !height) continue
        places.push({ words: node.data, letter: node.data[at], clip: { x, y, width, height } })
        break
      }
    }
    return places
  }, selector)
}

/** The height of what is drawn there, by its pixels. */
async function inkHeight(clip) {
  const shot = await wall.page.screenshot({ clip, captureBeyondViewport: false })
  const { width, height, data } = UPNG.decode(shot)
  const pixels = new Uint8Array(UPNG.toRGBA8({ width, height, data, tabs: {}, frames: [], depth: 8, ctype: 6 })[0])
  const apart = (at) => Math.abs(pixels[at] - pixels[0]) + Math.abs(pixels[at + 1] - pixels[1]) + Math.abs(pixels[at + 2] - pixels[2])
  const inked = (row) => Array.from({ length: width }, (_, x) => apart((row * width + x) * 4)).some((far) => far > 120)
  const rows = Array.from({ length: height }, (_, row) => row).filter(inked)
  return rows.length ? rows.at(-1) - rows[0] + 1 : 0
}

/** In each picture: every letter of `read` is large enough for the back, and no other text is too small. */
async function measure(read) {
  for (const picture of pictures) {
    await wall.page.setViewport(picture)
    await wall.until('be laid out', ({ height }) => innerHeight === height && document.querySelector('.wall')?.clientHeight === height, picture)
    const size = `${picture.width} × ${picture.height}`
    const found = await letters(read)
    assert.ok(found.length > 0, read)
    for (const { words, letter, clip } of found) {
      const ink = await inkHeight(clip)
      assert.ok(ink >= picture.height / 25, `${size}: “${letter}” of “${words}” is ${ink} px, 1/${(picture.height / ink).toFixed(0)} of the height`)
    }
    assert.deepEqual(await tooSmall(), [], size)
    assert.deepEqual(await cutOff(), [], size)
  }
  await wall.page.setViewport(pictures[0])
}

/** Text whose letters are surely under 1/40: a capital is seven tenths of the letters' size. */
function tooSmall() {
  return wall.page.evaluate(() => {
    const small = []
    const walk = document.createTreeWalker(document.querySelector('.wall'), NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node.parentElement
      if (!node.data.trim() || element.closest('.unseen, .wall-full, .stage')) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      if (size * 0.7 < innerHeight / 40) small.push(`${node.data}: ${size}px`)
    }
    return small
  })
}

/** Parts of the wall that reach out of the picture. */
function cutOff() {
  return wall.page.evaluate(() => {
    const beyond = [...document.querySelectorAll('.wall main p, .wall main h1, .wall main li, .wall .qr, .wall-strip')]
    return beyond
      .filter((one) => !one.closest('.fitted-box, .stage, .unseen'))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1)
      .map(({ one, box }) => `${one.className || one.tagName}: ${Math.round(box.right)}, ${Math.round(box.bottom)}`)
  })
}

test('joining: the code fills the height, with the address and the short code', async () => {
  await anna.does({ type: 'give_code', workshop, code: 'BCDFHJ' })
  await phase('joining')
  await wall.see('BCD FHJ')
  await measure('h1, .joining-code, .joining-host, .joining-words > p:not(.wall-side)')
  const qr = await wall.page.$eval('.qr', (one) => one.getBoundingClientRect().height)
  assert.ok(qr >= 1080 * 0.9, `${qr}`)
  assert.deepEqual(await violations(wall), [])
})

test('writing: the instruction, a giant timer, how many cards and how many people', async () => {
  const instructions = 'Quels obstacles empêchent votre territoire d’avancer ? Une idée par fiche, en quelques mots.'
  await anna.does({ type: 'edit_board', board, instructions, timer_end: anna.session.serverNow() + 300_000 })
  await anna.does({ type: 'veil_board', board })
  await phase('writing')
  for (const title of ['Une', 'Deux', 'Trois']) await paul.card(title)
  await lea.card('Quatre')
  await wall.see('fiches écrites')
  await wall.until('count them', () => /4\s*fiches/.test(document.querySelector('.wall-figures').innerText) && /2\s*personnes/.test(document.querySelector('.wall-figures').innerText))
  await measure('h1, .wall-clock, .wall-figure strong, .wall-figure span')
  assert.deepEqual(await violations(wall), [])
})

test('the end of a timer is seen', async () => {
  await anna.does({ type: 'edit_board', board, timer_end: anna.session.serverNow() + 300 })
  await wall.see('Temps écoulé')
  await measure('.wall-clock')
  await anna.does({ type: 'edit_board', board, timer_end: 0 })
  await anna.does({ type: 'reveal_board', board })
  await phase('joining')
})

const cards = []
const priority = anna.id

test('voting: the question and how many have voted', async () => {
  for (const title of ['Compagnonnage entre élus de deux territoires', 'Régie publique de l’eau', 'Un budget vert lisible par les habitants', 'Les appels à projets épuisent les équipes', 'Cantine centrale', 'Former cinq facilitateurs'])
    cards.push(await paul.card(title, { text: title === 'Cantine centrale' ? long : '' }))
  await anna.does({ type: 'add_priority', priority, board, title: 'Quels chantiers ouvrir en premier dans nos territoires ?', points: 6, by_delegation: false })
  await phase('voting')
  for (const [at, card] of cards.entries()) await paul.does({ type: 'allot', allotment: paul.id, priority, card, points: at === 1 ? 1 : 1 })
  await wall.until('count them', () => /1 \/ 2/.test(document.querySelector('.wall-figure').innerText))
  await measure('h1, .wall-figure strong, .wall-figure span')
})

test('result: the ranking with its figures, page after page', async () => {
  await anna.does({ type: 'edit_priority', priority, closed: true, shown: true })
  await phase('result')
  await wall.see('Page 1 sur 2')
  await measure('h1, .wall-rank, .wall-rank-title, .wall-ranks strong')
  assert.deepEqual(await violations(wall), [])
})

test('presenting: the card, who signed it, which of how many; a long text turns its pages', async () => {
  await anna.does({ type: 'edit_card', card: cards[4], place: 1 })
  await anna.does({ type: 'edit_card', card: cards[1], place: 2 })
  const light = { type: 'lead_board', board, x: 0, y: 0, width: 100, height: 100, held: false }
  await anna.does({ ...light, card: cards[4] })
  await phase('presenting')
  await wall.see('Cantine centrale')
  await wall.see('1 sur 2')
  await wall.see('Paul')
  await measure('h1, .presenting-text p')
  await wall.see('Page 2 sur')
  await anna.does({ ...light, card: cards[1] })
  await wall.see('2 sur 2')
  await measure('h1')
  assert.deepEqual(await violations(wall), [])
})

test('message: an animator’s word to the hall, then it follows again', async () => {
  await anna.does({ type: 'set_wall', workshop, phase: 'message', message: 'On reprend à 14 h 15.\nLe café est au fond de la salle.' })
  await phase('message')
  await wall.see('On reprend')
  await measure('h1')
  await anna.does({ type: 'set_wall', workshop, phase: 'auto' })
  await phase('presenting')
})

test('a wall that nobody has touched goes where everybody is brought', async () => {
  const other = anna.id
  await anna.does({ type: 'add_board', board: other, title: 'Deuxième planche' })
  await anna.does({ type: 'lead_board', board: other, x: 0, y: 0, width: 800, height: 600, held: false })
  await anna.does({ type: 'release_board', board })
  await phase('board')
  await wall.see('Deuxième planche')
})
