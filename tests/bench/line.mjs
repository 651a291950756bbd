// Measures how long people on a slow line wait, in Chromium, behind a wire that is slow on purpose
// (tests/e2e/support/proxy.mjs): until the door can be used, until a board of many cards is there.
//
//   node tests/bench/line.mjs [--cards 2000] [--runs 3]
//
// Wants tests/e2e/node_modules and web-client/node_modules, and a server that is built: script/bench does that.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '../e2e/support/browsers.mjs'
import { Proxy } from '../e2e/support/proxy.mjs'
import { archipel, Server } from '../e2e/support/server.mjs'
import { fill } from './line/cards.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const { values: options } = parseArgs({
  options: { cards: { type: 'string', default: '2000' }, runs: { type: 'string', default: '3' } },
})

process.env.ARCHIPEL_BIN ??= join(root, 'build', 'release', 'archipel')

/** Ways of being far away: bits a second, ms one way, the share of packets that get lost. */
const lines = {
  '512 kbit/s, 100 ms': { rate: 512_000, delay: 50 },
  '128 kbit/s, 300 ms': { rate: 128_000, delay: 150 },
  '50 kbit/s, 300 ms, 1 % lost': { rate: 50_000, delay: 150, loss: 0.01 },
}

const onPage = {
  door: () => [...document.querySelectorAll('label')].some((label) => /nom/i.test(label.textContent)),
  room: () => document.querySelector('.room .status')?.dataset.status === 'live',
}

async function seconds(tab, what, act) {
  const began = performance.now()
  await act()
  await tab.page.waitForFunction(onPage[what], { polling: 50, timeout: 120_000 })
  return (performance.now() - began) / 1000
}

const median = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)]

/** Somebody who comes for the first time; then the same person again, whose browser has the page already. */
async function visit(browser, wire, link) {
  const device = await browser.device()
  const tab = await device.open()
  const door = await seconds(tab, 'door', () => tab.go(wire.link(link)))
  await tab.fill('Votre nom', 'Louise Morel')
  const joined = await seconds(tab, 'room', () => tab.press('button', 'Entrer'))
  await tab.page.waitForNetworkIdle({ idleTime: 1000, timeout: 120_000 }) // what is fetched ahead has come
  const again = await seconds(tab, 'room', () => tab.reload())
  await browser.empty()
  return { door, room: door + joined, again }
}

const server = await Server.start()
const wire = await Proxy.to(server.port)
const browser = await chromium()
const { participant } = await server.found('Loin', '--template', 'cartography')
await fill(participant, Number(options.cards))

console.log(`${options.cards} cards, ${archipel()}, seconds (medians of ${options.runs})\n`)
console.log('| line | the door | in the room, first time | in the room, again |\n|---|--:|--:|--:|')
for (const [name, line] of Object.entries(lines)) {
  const visits = []
  for (let run = 0; run < Number(options.runs); run++) {
    wire.shape({ ...line, seed: run + 1 })
    visits.push(await visit(browser, wire, participant))
  }
  const cells = ['door', 'room', 'again'].map((what) => median(visits.map((one) => one[what])).toFixed(1))
  console.log(`| ${name} | ${cells.join(' | ')} |`)
}
await browser.close()
wire.close()
await server.stop()
