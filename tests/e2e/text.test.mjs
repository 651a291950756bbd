// Whatever people write is text: shown as it stands, in every place it is shown, and never run.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { enter, listed, live, showAs } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close(), () => server.stop())

const hostile = [
  '<img src=x onerror="document.title=1;window.struck=1">',
  '<svg onload=window.struck=1><script>window.struck=1</script></svg>',
  '</textarea><script>window.struck=1</script>',
  '"onfocus="window.struck=1" autofocus="',
  'javascript:window.struck=1',
  '{{constructor.constructor("window.struck=1")()}} ${window.struck=1}',
  '\u202eesrever\u202c עברית العربية',
  '👩🏽‍🤝‍👨🏻 é\u0301\u0301\u0301 \ufeff\u200b',
]

async function pasteInList(tab, titles) {
  await tab.activate('button', 'Ajouter une fiche')
  for (const title of titles) {
    await tab.paste(title)
    await tab.keys('Enter')
  }
  await tab.activate('button', 'Fermer')
  await live(tab)
}

const ownText = async (tab) => (await listed(tab)).map(({ title }) => title).sort()

test('titles, texts and names that look like code are shown as text to all, and nothing runs', async () => {
  const { participant, screen } = await server.found(`<b onclick=1>${hostile[0]}`)
  const writer = await enter(await browser.device(), participant, hostile[1], { organisation: hostile[0] })
  await showAs(writer, 'Liste')
  await pasteInList(writer, hostile)
  const written = await ownText(writer)
  assert.equal(written.length, hostile.length)
  for (const title of hostile.slice(0, 6)) assert.ok(written.includes(title), `${title} is shown otherwise`)

  await writer.activate('button', `Modifier ${hostile[2]}`)
  await writer.isOn('Titre')
  await writer.keys('Tab')
  await writer.paste(hostile.join('\n'))
  await writer.keys('Control+Enter')
  await live(writer)

  const wall = await (await browser.device()).open(screen)
  await wall.find('card', /^<\/textarea>/)
  const reader = await enter(await browser.device(), participant, 'Lecteur')
  await reader.find('card', /^<\/textarea>/)
  await reader.press('button', /^Personnes :/)
  await reader.see(hostile[1])
  await reader.see(hostile[0])
  await reader.press('button', 'Fermer')
  await showAs(reader, 'Liste')
  assert.deepEqual(await ownText(reader), written)
  for (const tab of [writer, wall, reader]) {
    const made = await tab.page.evaluate(() => ({
      struck: 'struck' in globalThis,
      strangers: document.querySelectorAll('#page img, #page script, #page [onclick], #page [onload], #page b').length,
    }))
    assert.deepEqual(made, { struck: false, strangers: 0 })
  }
})

test('control characters that a clipboard brings are left out, lines stay', async () => {
  const { participant } = await server.found('Collage')
  const writer = await enter(await browser.device(), participant, 'Awa')
  await showAs(writer, 'Liste')
  await pasteInList(writer, ['Collée'])
  await writer.activate('button', 'Modifier Collée')
  await writer.isOn('Titre')
  await writer.keys('Tab')
  await writer.paste('un\u0000\u0007\u001b[31m deux\u2028trois\r\nquatre')
  await writer.keys('Control+Enter')
  await live(writer)
  const reader = await enter(await browser.device(), participant, 'Basile')
  await showAs(reader, 'Liste')
  const [{ text }] = await listed(reader)
  assert.match(text, /^un.*deux.*trois.*\nquatre$/su)
  assert.doesNotMatch(text, /(?!\n)\p{Cc}/u)
})

/** In the text of a card that is open, by keyboard: these words are chosen, and others typed over them. */
async function correct(tab, words, others) {
  await tab.until(`have “${words}” in the text`, (sought) => document.activeElement?.value?.includes(sought), words)
  await tab.page.evaluate((sought) => {
    const field = document.activeElement
    const at = field.value.indexOf(sought)
    field.setSelectionRange(at, at + sought.length)
  }, words)
  await tab.type(others)
}

const reads = (tab, text) =>
  tab.until(`have the text “${text}”`, (wanted) => document.activeElement?.value === wanted, text)

test('C37 two people correct different words of one paragraph, and undo takes back one’s own alone', async () => {
  const { participant } = await server.found('À deux')
  const awa = await enter(await browser.device(), participant, 'Awa')
  const basile = await enter(await browser.device(), participant, 'Basile')
  await showAs(awa, 'Liste')
  await pasteInList(awa, ['Programme'])
  await showAs(basile, 'Liste')
  for (const tab of [awa, basile]) {
    await tab.activate('button', 'Modifier Programme')
    await tab.isOn('Titre')
    await tab.keys('Tab')
  }
  await awa.paste('Nous allons créer un atelier. Il y aura dix personnes. On finira à midi.')
  await correct(basile, 'un atelier', 'un grand atelier')
  await reads(awa, 'Nous allons créer un grand atelier. Il y aura dix personnes. On finira à midi.')
  await correct(awa, 'midi', 'treize heures')
  await correct(basile, 'dix', 'douze')
  const both = 'Nous allons créer un grand atelier. Il y aura douze personnes. On finira à treize heures.'
  for (const tab of [awa, basile]) await reads(tab, both)
  await awa.keys('Control+z')
  const without = both.replace('treize heures', 'midi')
  for (const tab of [awa, basile]) await reads(tab, without)
  await awa.keys('Control+Shift+z')
  for (const tab of [awa, basile]) await reads(tab, both)
  for (const tab of [awa, basile]) await tab.keys('Control+Enter')
  await live(awa)
  await live(basile)
  const reader = await enter(await browser.device(), participant, 'Camille')
  await showAs(reader, 'Liste')
  const [{ text }] = await listed(reader)
  assert.equal(text, both)
})
