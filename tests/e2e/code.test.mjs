// The short code: given by an animator in a click, typed on the start page or behind the address.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { enter } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const links = await server.found('Atelier')
const { origin } = new URL(links.animator)
const animator = await enter(await browser.device(), links.animator, 'Camille')
const field = 'Code affiché dans la salle, ou lien reçu'
const noUse = 'Ce code n’ouvre rien, ou plus.'

const codes = new Set()

await animator.press('button', 'Animer')
await animator.press('button', 'Liens d’accès')

async function codeShown() {
  await animator.until('see the code', () => document.querySelector('.code-line strong'))
  const code = await animator.page.evaluate(() => document.querySelector('.code-line strong').textContent.replace(' ', ''))
  codes.add(code)
  return code
}

async function type(text) {
  const tab = await (await browser.device()).open(`${origin}/`)
  await tab.fill(field, text)
  await tab.press('button', 'Entrer')
  return tab
}

test('a code is typed on the start page, as one likes', async () => {
  await animator.press('button', 'Ouvrir la porte')
  const code = await codeShown()
  assert.match(code, /^[BCDFHJKLMNPRSTVWXZ]{6}$/)
  const tab = await type(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)
  await tab.fill('Votre nom', 'Paule')
  await tab.press('button', 'Entrer')
  await animator.see('2 personnes présentes')
  assert.equal(new URL(tab.page.url()).hash, '')
  assert.doesNotMatch(tab.page.url(), new RegExp(code))
})

test('a code is typed behind the address, by itself or behind /c/', async () => {
  const code = await codeShown()
  for (const path of [`/${code.toLowerCase()}`, `/c/${code}`]) {
    const tab = await (await browser.device()).open(`${origin}${path}`)
    await tab.find('field', 'Votre nom')
    assert.match(tab.page.url(), /\/a\/[0-9a-z]+$/)
  }
})

test('a wrong code and what is no code say so where they were typed', async () => {
  const code = await codeShown()
  const wrong = await type(code[0] === 'B' ? `C${code.slice(1)}` : `B${code.slice(1)}`)
  await wrong.see(noUse)
  await wrong.fill(field, 'BATEAU')
  await wrong.press('button', 'Entrer')
  await wrong.see('Ce n’est ni un code, ni un lien d’atelier.')
  await wrong.fill(field, code)
  await wrong.press('button', 'Entrer')
  await wrong.find('field', 'Votre nom')
})

test('a door that is closed lets nobody in by its code, and another code takes its place', async () => {
  const first = await codeShown()
  await animator.press('button', 'Autre code')
  await animator.until('see another code', (before) => {
    const code = document.querySelector('.code-line strong')
    return code && code.textContent.replace(' ', '') !== before
  }, first)
  const second = await codeShown()
  await (await type(first)).see(noUse)
  await (await type(second)).find('field', 'Votre nom')
  await animator.press('button', 'Fermer la porte')
  await animator.find('button', 'Ouvrir la porte')
  await (await type(second)).see(noUse)
})

test('no code stands in the server’s log', () => {
  assert.ok(codes.size >= 2)
  for (const code of codes) assert.doesNotMatch(server.log.join('\n'), new RegExp(code, 'i'))
})
