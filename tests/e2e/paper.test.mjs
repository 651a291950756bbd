// What goes out of the page on paper: a list and a board whole, and the board's report.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { enter, showAs } from './support/people.mjs'
import { savedBy } from './support/saved.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const workshop = await server.found('Cartographie', '--template', 'demo-cartography')
const animator = await enter(await browser.device({ dark: true }), workshop.animator, 'Camille')

/** How many pages, and what the page held while it was printed. */
async function printed(tab) {
  await tab.page.evaluate(() => {
    addEventListener('beforeprint', () => {
      const canvas = document.querySelector('.board-printed canvas')
      globalThis.onPaper = canvas && [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data]
    })
  })
  const pdf = Buffer.from(await tab.page.pdf({ format: 'A4' })).toString('latin1')
  const pixels = await tab.page.evaluate(() => new Set((globalThis.onPaper ?? []).filter((_, at) => at % 4 === 0)).size)
  return { pages: pdf.match(/\/Type\s*\/Page\b(?!s)/g).length, shades: pixels }
}

test('a list is printed to its end', async () => {
  await showAs(animator, 'Liste')
  const { pages } = await printed(animator)
  assert.ok(pages >= 3, `${pages} pages`)
})

test('a board is printed whole, as a picture on white, wherever one looks', async () => {
  await showAs(animator, 'Planche')
  for (let n = 0; n < 6; n++) await animator.press('button', 'Zoom avant')
  const { pages, shades } = await printed(animator)
  assert.equal(pages, 1)
  assert.ok(shades > 20, `${shades} shades of red`)
  assert.equal(await animator.page.$('.board-printed'), null)
})

async function exported(tab, how) {
  await tab.press('button', 'Planches et fichiers')
  const file = await savedBy(tab, () => tab.press('button', how))
  await tab.press('button', 'Fermer')
  return file
}

/** The text of a file in an archive that packs nothing. */
function fileIn(bytes, name) {
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [size, length] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)]
    const start = at + 30 + length
    if (bytes.toString('utf8', at + 30, start) === name) return bytes.toString('utf8', start, start + size)
    at = start + size
  }
  return assert.fail(`no ${name}`)
}

test('a report tells cards by zone, links and who was there, as a page and as a text, each in good order', async () => {
  const page = await exported(animator, 'Compte rendu (page)')
  assert.match(page.name, /^compte-rendu-.*\.html$/)
  const reader = await (await browser.device()).open('about:blank')
  const told = await reader.page.evaluate((text) => {
    const whole = new DOMParser().parseFromString(text, 'text/html')
    const all = (selector) => [...whole.querySelectorAll(selector)].map((one) => one.textContent)
    return { heads: all('h2'), zones: all('h3').length, cards: all('article').length, pictures: all('svg').length, scripts: all('script').length }
  }, page.text())
  assert.deepEqual(told.heads, ['Consigne', 'La planche', 'Fiches', 'Liens', 'Personnes présentes'])
  assert.deepEqual([told.cards, told.pictures, told.scripts], [10, 1, 0])
  const text = await exported(animator, 'Compte rendu (ODT)')
  assert.match(text.name, /\.odt$/)
  const bytes = readFileSync(text.path)
  for (const name of ['content.xml', 'styles.xml', 'META-INF/manifest.xml']) {
    const fault = await reader.page.evaluate((xml) => new DOMParser().parseFromString(xml, 'text/xml').querySelector('parsererror')?.textContent, fileIn(bytes, name))
    assert.equal(fault, undefined, name)
  }
  assert.match(fileIn(bytes, 'content.xml'), /Camille<\/text:p>/)
})
