// Links and files that are not what they should be: each gets its sentence on the screen, in the language of whoever
// reads it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, test } from 'node:test'
import { temporaryFolder } from '../support/passing.mjs'
import { chromium } from './support/browsers.mjs'
import { atEnd } from './support/end.mjs'
import { Server } from './support/server.mjs'

const server = await Server.start()
const browser = await chromium()
afterEach(() => browser.empty())
atEnd(() => browser.close(), () => server.stop())

const { participant } = await server.found('Atelier')
const key = new URL(participant).hash
const folder = temporaryFolder('e2e')

/** What is wrong, where it is opened, and what is said about it. */
const links = [
  {
    what: 'a link with another key',
    address: participant.slice(0, -8) + 'AAAAAAAA',
    fr: 'Ce lien n’est pas valable, ou ne l’est plus. Demandez-en un autre à l’animation.',
    en: 'This link does not work, or no longer does. Ask the animators for another.',
  },
  {
    what: 'a link cut before its key',
    address: participant.replace(key, ''),
    fr: 'Cette adresse ne contient pas de clé',
    en: 'The key is missing',
  },
  {
    what: 'a link to a workshop that is not here',
    address: `${server.origin}/a/1${key}`,
    fr: 'Cet atelier n’existe pas sur ce serveur. Vérifiez l’adresse.',
    en: 'There is no such workshop on this server. Check the address.',
  },
]

for (const { what, address, ...sentences } of links) {
  for (const language of ['fr', 'en']) {
    test(`${what} (${language})`, async () => {
      const device = await browser.device({ language })
      const tab = await device.open(address)
      await tab.see(sentences[language])
    })
  }
}

test('a page of another version is told to reload', async () => {
  for (const [language, sentence] of [
    ['fr', 'Cette page date d’une autre version d’Archipel. Rechargez-la.'],
    ['en', 'This page belongs to another version of Archipel. Reload it.'],
  ]) {
    const tab = await (await browser.device({ language })).open()
    await tab.page.evaluateOnNewDocument(speakVersion99)
    await tab.go(participant)
    await tab.see(sentence)
  }
})

/** In the page: the version is the first field of hello, the first thing that is sent. */
function speakVersion99() {
  const { send } = WebSocket.prototype
  WebSocket.prototype.send = function (bytes) {
    if (bytes[1] === 1) bytes[2] = 99
    send.call(this, bytes)
  }
}

const line = (n) => `Personne ${n};Commune ${n}\n`
const rolls = [
  {
    what: 'without a column for names',
    bytes: 'organisation;territoire\nRiom;Riom\n',
    fr: 'Ligne 1 : il faut une colonne « nom » (ou « name »).',
    en: 'Line 1: a column “name” (or “nom”) is needed.',
  },
  {
    what: 'of ten thousand people',
    bytes: `nom;territoire\n${Array.from({ length: 10_000 }, (_, n) => line(n)).join('')}`,
    fr: 'Ligne 2002 : la liste dépasse 2000 personnes.',
    en: 'Line 2002: the roll exceeds 2000 people.',
  },
  {
    what: 'too big for a message',
    bytes: 'nom\n'.padEnd(1_100_000, 'Personne\n'),
    fr: 'Ce fichier est trop gros : au plus 1020 kilo-octets.',
    en: 'This file is too big: at most 1020 kilobytes.',
  },
  {
    what: 'of nothing at all',
    bytes: '',
    fr: 'Ce fichier est vide.',
    en: 'This file is empty.',
  },
  {
    what: 'with a line that names nobody',
    bytes: 'nom;territoire\nCamille;Riom\n;Vimy\n',
    fr: 'Ligne 3 : la personne n’a pas de nom.',
    en: 'Line 3: the person has no name.',
  },
]

const desks = {
  fr: { title: 'Titre de l’atelier', file: /Choisir un fichier/, create: 'Créer l’atelier' },
  en: { title: 'Title of the workshop', file: /Choose a file/, create: 'Create the workshop' },
}

async function foundWith(device, language, bytes) {
  const file = join(folder, 'roll.csv')
  writeFileSync(file, bytes)
  const desk = await device.open(server.organiserLink)
  const { title, file: field, create } = desks[language]
  await desk.fill(title, 'Journée')
  await desk.give(field, file)
  if (bytes.length > 0 && bytes.length < 1_000_000) {
    await desk.see('roll.csv')
    await desk.press('button', create)
  }
  return desk
}

for (const { what, bytes, ...sentences } of rolls) {
  for (const language of ['fr', 'en']) {
    test(`a roll ${what} (${language})`, async () => {
      const device = await browser.device({ language })
      const desk = await foundWith(device, language, bytes)
      await desk.see(sentences[language])
    })
  }
}

test('a roll as Excel saves it in French: semicolons and the Windows alphabet', async () => {
  const text = 'nom;organisation;catégorie\r\nHélène Müller;"Ville de l’Haÿ ; mairie";Élu·e\r\n'
  const windows = Buffer.from(text.replace('’', '\x92').replace('·', '\xb7'), 'latin1')
  const desk = await foundWith(await browser.device(), 'fr', windows)
  await desk.see('1 personne inscrite.')
  const link = await desk.page.$eval('[data-role=participant] input', (input) => input.value)
  const door = await (await browser.device()).open(link)
  await door.see('Hélène Müller')
  await door.see('Ville de l’Haÿ ; mairie')
  await door.see('Élu·e')
})
