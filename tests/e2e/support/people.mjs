// What people do, in their own words: enter, write cards, look at who sees what.
import assert from 'node:assert/strict'

/** Comes in by a link where there is no roll. */
export async function enter(device, link, name, { organisation } = {}) {
  const tab = await device.open(link)
  await tab.fill('Votre nom', name)
  if (organisation) await tab.fill(/^Organisation/, organisation)
  await tab.press('button', 'Entrer')
  await live(tab)
  return tab
}

/** In the room, connected, with nothing left to send. */
export async function live(tab) {
  await tab.until('be in the room, connected', () => {
    const status = document.querySelector('.room .status')
    return status?.dataset.status === 'live' && status.dataset.waiting === 'false'
  })
}

/** Waits until these parts of the page were fetched, though nobody has opened them yet. */
export function haveParts(tab, ...parts) {
  return tab.until(`have ${parts}`, areFetched, parts)
}

/** In the page: the scripts of these parts have come, and so has all that they are made of. */
async function areFetched(parts) {
  const come = performance.getEntriesByType('resource').filter(({ responseStatus }) => responseStatus === 200)
  const here = new Map(come.map(({ name }) => [new URL(name).pathname.split('/').at(-1), name]))
  const wanted = new Set(parts.map((part) => [...here.keys()].find((file) => file.startsWith(`${part}-`))))
  for (const file of wanted) {
    if (!here.has(file)) return false
    const script = await (await fetch(here.get(file))).text()
    for (const [, needed] of script.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) wanted.add(needed)
  }
  return true
}

export async function showAs(tab, view) {
  await tab.press('button', view)
  const shown = { Planche: '.board', Liste: '.list', Carte: '.map', Graphe: '.graph-canvas' }[view]
  await tab.until(`see the ${view}`, (selector) => document.querySelector(selector), shown)
}

/** Adds cards one after the other in a zone of the list, by keyboard. */
export async function addInList(tab, zone, ...titles) {
  const label = `Ajouter une fiche dans « ${zone} »`
  await tab.activate('button', label)
  for (const title of titles) {
    await tab.find('field', label)
    await tab.type(title)
    await tab.keys('Enter')
    await tab.find('card', title)
  }
  await tab.activate('button', 'Fermer')
}

/** By the choices of the list. */
export async function moveInList(tab, title, zone) {
  await tab.activate('button', `Actions ${title}`)
  await tab.choose('Déplacer vers', zone, title)
  await tab.activate('button', `Actions ${title}`)
}

/** What the list shows (finder.mjs): whoever looks, the same. */
export async function listed(tab) {
  await seeWholeList(tab)
  return tab.page.evaluate(() => globalThis.finder.list())
}

/** Waits until a list shows exactly this. */
export async function comesToList(tab, expected) {
  await seeWholeList(tab)
  const look = (whole) => JSON.stringify(globalThis.finder.list()) === whole
  await tab.until('see the same list', look, JSON.stringify(expected)).catch(async (error) => {
    assert.deepEqual(await listed(tab), expected)
    throw error
  })
}

async function seeWholeList(tab) {
  await tab.until('see every card', () => {
    document.querySelector('.list-more')?.click()
    return document.querySelector('.list') && !document.querySelector('.list-more')
  })
}

export async function titles(tab) {
  return (await listed(tab)).map(({ title }) => title)
}

export async function boxOf(tab, name) {
  const card = await tab.find('card', new RegExp(`^${name}`))
  return card.boundingBox()
}

/** Takes a card of the board by the pointer and lays it elsewhere; `by` in pixels of the screen. */
export async function dragCard(tab, name, by) {
  const from = await tab.point('card', new RegExp(`^${name}`))
  const { mouse } = tab.page
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(from.x + by.x, from.y + by.y, { steps: 6 })
  await mouse.up()
}
