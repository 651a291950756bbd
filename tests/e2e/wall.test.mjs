// The code on the wall brings people in, also after the link that it showed at first was revoked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { enter } from './support/people.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
atEnd(() => browser.close(), () => server.stop())

const before = await server.found('Atelier')
const animator = await enter(await browser.device(), before.animator, 'Camille')

const open = async (link) => (await browser.device()).open(link)

/** The link in the code of a wall that was opened by this one. */
function shownBy(screen) {
  const { origin, pathname, hash } = new URL(screen)
  return `${origin}${pathname}#${hash.split('.')[1]}`
}

test('a wall whose participants’ link was revoked shows no code that leads nowhere', async () => {
  const wall = await open(before.screen)
  await wall.find('code', /Lien de participation/)
  await animator.press('button', 'Animer')
  await animator.press('button', 'Liens d’accès')
  await animator.press('button', /^Révoquer : Lien de participation/)
  await animator.press('button', 'Révoquer')
  await animator.see('révoqué le')
  await wall.page.reload()
  await wall.see('Demandez le lien à l’animation.')
  assert.equal((await server.show(before.animator)).screen, before.screen.split('.').slice(0, -1).join('.'))
})

test('a wall that is open follows the links: revoked, and made anew', async () => {
  const wall = await open(before.screen)
  await wall.see('Demandez le lien à l’animation.')
  await animator.press('button', 'Participation')
  await wall.find('code', /Lien de participation/)
})

test('links shown afterwards bring the newest that works, from the command line and from the page', async () => {
  await animator.see('Lien de participation n° 2')
  const { participant, screen } = await server.show(before.animator)
  assert.equal(shownBy(screen), participant)
  await animator.press('button', /^Montrer : Lien d’écran/)
  await animator.until('see the same link', (link) => [...document.querySelectorAll('input')].some(({ value }) => value === link), screen)
  const wall = await open(screen)
  await wall.find('code', /Lien de participation/)
  await enter(await browser.device(), participant, 'Plus tard')
})
