import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Card, CardType, Category, Objective, Territory } from '../../../../protocol/generated/protocol'
import { b } from '../../../src/i18n/board'
import { zoneOf } from '../../../src/views/cards/zones'
import { guessIcon, guessSubject, guessUses, usesFor } from '../../../src/views/exchange/columns'
import { decodeText, guessDelimiter, readTable } from '../../../src/views/exchange/csv'
import { cardMap } from '../../../src/views/exchange/geojson'
import { laid } from '../../../src/views/exchange/laying'
import { most, mostAtOnce } from '../../../src/views/exchange/most'
import {
  type Known,
  type NewCard,
  type Reading,
  readRows,
  type Way,
} from '../../../src/views/exchange/reading'
import { type Column, cardTable, type Facts, written } from '../../../src/views/exchange/table'
import french from '../../../src/views/exchange/words.fr'
import { overlaps, type Rect } from '../../../src/views/parts/geometry'
import { aCard, aZone } from '../../support/session'

/** A board on which nothing lies. */
const bare = { zone: undefined, zones: [], mayGrow: false, cards: [], taken: [] }

declare const REPOSITORY: string

const types: CardType[] = [
  { id: 11, label: 'Projet', icon: 'project', color: 'leaf', place: 0 },
  { id: 12, label: 'Acteur', icon: 'actor', color: 'violet', place: 1 },
]
const objectives: Objective[] = [
  { id: 21, title: 'Apprendre, ensemble', brief: 'Apprendre', color: 'sun', place: 1 },
  { id: 22, title: 'Servir', brief: '', color: 'sea', place: 2 },
  { id: 23, title: 'Changer', brief: 'Changer', color: 'coral', place: 3 },
  { id: 24, title: 'Outiller', brief: 'Outiller', color: 'violet', place: 4 },
]
const annecy: Territory = {
  id: 31,
  name: 'Annecy',
  kind: 'commune',
  code: '74',
  longitude: 6_129_000,
  latitude: 45_899_000,
}
const categories: Category[] = [
  { id: 41, label: 'Acteurs socio-économiques', code: 'socioeco', color: 'sky' },
]
const known: Known = { types, objectives, territories: [annecy], categories }
const room = { cards: 20_000, territories: 2_000 }

function read(text: string, way: Partial<Way> = {}): Reading {
  const { rows } = readTable(text, guessDelimiter(text))
  const [head, ...lines] = rows
  const headers = head?.cells ?? []
  const guessed = guessUses(headers)
  const { subject = guessSubject(guessed) } = way
  const uses = usesFor(subject, guessed)
  return readRows(lines, { subject, headers, uses, type: 0, room, ...way }, known)
}

function fixture(name: string): string {
  const bytes = readFileSync(`${REPOSITORY}/web-client/tests/fixtures/${name}`)
  return decodeText(new Uint8Array(bytes)) ?? ''
}

const reasons = ({ wrong }: Reading) => wrong.map(({ line, why, value }) => [line, why, value])

test('chantiers.csv: each a card with its objectives, the rest of its columns in the text', () => {
  const { cards, wrong, territories } = read(fixture('chantiers.csv'), { type: 11 })
  assert.deepEqual([cards.length, wrong.length, territories.length], [10, 0, 0])
  const [first] = cards
  assert.equal(first?.title, 'Accompagner la transition écologique et sociale')
  assert.deepEqual(first?.objectives, [21, 22])
  assert.equal(
    first?.text,
    'Theme : Accompagnement des territoires\nKind : imposee\nCarried by : UNADEL ; IRDSU\nOutcome : valide',
  )
  assert.deepEqual([first?.card_type, first?.color], [11, 'leaf'])
})

test('territories.csv: each a territory, those that are known are not added again', () => {
  const { cards, territories, wrong, known: familiar } = read(fixture('territories.csv'))
  assert.deepEqual([cards.length, territories.length, wrong.length, familiar], [0, 23, 0, 1])
  assert.deepEqual(territories.at(-1), {
    name: 'Département de la Gironde',
    kind: 'département',
    code: '33',
    longitude: -580_000,
    latitude: 44_838_000,
  })
})

test('territories.csv as cards: each at its point, its nature and its code in the text', () => {
  const { cards, territories } = read(fixture('territories.csv'), { subject: 'cards' })
  assert.deepEqual([cards.length, territories.length], [24, 0])
  const { title, text, point } = cards[0] as NewCard
  assert.deepEqual([title, text], ['Annecy', 'Kind : commune\nDepartement : 74'])
  assert.deepEqual(point, { longitude: 6_129_000, latitude: 45_899_000 })
})

test('allies.csv: each an actor, its category as a tag in words', () => {
  const text = fixture('allies.csv')
  assert.equal(guessIcon(text.split('\n')[0]?.split(',') ?? []), 'actor')
  const { cards, wrong } = read(text, { type: 12 })
  assert.deepEqual([cards.length, wrong.length], [44, 0])
  assert.deepEqual([cards[0]?.title, cards[0]?.tags], ['UNADEL', 'Acteurs socio-économiques'])
})

test('each wrong line is told with its reason, and the others are there', () => {
  const text = [
    'titre;texte;type;objectifs;territoire;lon;lat;x',
    'Bonne;;projet;apprendre, ensemble;ANNECY;;;-120',
    ';sans titre;;;;;;',
    'Type;;Licorne;;;;;',
    'Objectif;;;1|9;;;;',
    'Territoire;;;;Atlantide;;;',
    'Monde;;;;;200;95;',
    'Moitié;;;;;2;;',
    'Loin;;;;;;;100001',
    'Mot\u0007;;;;;;;',
    `${'é'.repeat(121)};;;;;;;`,
    'Trop;;;;;;;;de cases',
    `Long;${'x'.repeat(4001)};;;;;;`,
  ].join('\n')
  const reading = read(text)
  assert.deepEqual(
    reading.cards.map(({ title, objectives: aims, territory, x }) => [title, aims, territory, x]),
    [['Bonne', [21], { known: 31 }, -120]],
  )
  assert.deepEqual(
    reasons(reading).map(([line, why]) => [line, why]),
    [
      [3, 'noTitle'],
      [4, 'type'],
      [5, 'objective'],
      [6, 'territory'],
      [7, 'coordinates'],
      [8, 'coordinates'],
      [9, 'position'],
      [10, 'control'],
      [11, 'titleLong'],
      [12, 'cells'],
      [13, 'textLong'],
    ],
  )
})

test('a territory that is not known is added once, where its line says it is', () => {
  const reading = read('titre;territoire;lon;lat\nA;Riom;3,113;45,894\nB;riom;3,113;45,894\n')
  assert.equal(reading.territories.length, 1)
  const commands = laid(reading, { board: 5, ...bare, newId: ids() })
  const [territory, a, b] = commands
  assert.ok(territory?.type === 'add_territory' && a?.type === 'add_card' && b?.type === 'add_card')
  assert.deepEqual([a.territory, b.territory], [territory.territory, territory.territory])
  assert.deepEqual([territory.longitude, a.pinned], [3_113_000, undefined])
})

test('coordinates without a territory are a point of the card', () => {
  const [card] = read('titre;longitude;latitude\nA;2.35;48.85\n').cards
  assert.deepEqual(
    [card?.territory, card?.point],
    [undefined, { longitude: 2_350_000, latitude: 48_850_000 }],
  )
})

test('markup is text', () => {
  const [card] = read('titre;texte\n<b>gras</b>;<svg onload=alert(1)>\n').cards
  assert.deepEqual([card?.title, card?.text], ['<b>gras</b>', '<svg onload=alert(1)>'])
})

test('as many as one import and the workshop take; the rest is counted', () => {
  const lines = `titre\n${'x\n'.repeat(mostAtOnce + 5)}`
  const reading = read(lines)
  assert.deepEqual([reading.cards.length, reading.over.length], [mostAtOnce, 5])
  assert.equal(reading.over[0]?.line, mostAtOnce + 2)
  assert.equal(read(lines, { room: { cards: 3, territories: 0 } }).cards.length, 3)
})

test('territories beyond what the workshop takes are left, or make a card that needs one wrong', () => {
  const none = { room: { cards: 9, territories: 1 } }
  const places = read('nom;nature;lon;lat\nA;pays;1;1\nB;pays;2;2\n', none)
  assert.deepEqual([places.territories.length, places.over.length], [1, 1])
  const cards = read('titre;territoire;lon;lat\na;A;1;1\nb;B;2;2\nc;A;1;1\n', none)
  assert.deepEqual(reasons(cards), [[3, 'territoriesFull', 'B']])
  assert.equal(cards.cards.length, 2)
})

test('cards lie beside what is there, or inside the zone', () => {
  const { cards, territories } = read(`titre\n${'x\n'.repeat(30)}`)
  const taken = [{ x: 0, y: 0, width: 1000, height: 500 }]
  const placed = (zone?: ReturnType<typeof aZone>) =>
    laid(
      { cards, territories },
      { ...bare, board: 5, zone, zones: zone ? [zone] : [], taken, newId: ids() },
    ).flatMap((one) => (one.type === 'add_card' ? [one] : []))
  assert.ok(placed().every(({ x }) => x >= 1080))
  assert.equal(new Set(placed().map(({ x, y }) => `${x} ${y}`)).size, 30)
  const zone = aZone(9, { x: 100, y: 100, width: 600, height: 500 })
  for (const { x, y, width, height } of placed(zone)) {
    assert.ok(x >= 100 && x + width <= 700 && y >= 100 && y + height <= 600)
  }
})

const four = [1, 2, 3, 4].map((objective) =>
  aZone(objective, {
    objective: objective + 20,
    x: objective % 2 ? 0 : 1560,
    y: objective > 2 ? 980 : 0,
    width: 1400,
    height: 860,
  }),
)

/** Where each card of the file lies among these, and the zones as they are then. */
function laidAmong(zones: typeof four, csv: string, mayGrow: boolean, there: Rect[] = []) {
  const commands = laid(read(csv), { ...bare, board: 5, zones, mayGrow, cards: there, newId: ids() })
  const grown = zones.map((zone) => {
    const edit = commands.find((one) => one.type === 'edit_zone' && one.zone === zone.id)
    return edit ? { ...zone, ...(edit as Partial<typeof zone>) } : zone
  })
  return { commands, grown, cards: commands.flatMap((one) => (one.type === 'add_card' ? [one] : [])) }
}

const overlapping = (rects: readonly Rect[]) =>
  rects.some((one, at) => rects.slice(at + 1).some((other) => overlaps(one, other)))

test('a line that says its objective goes to the zone of that objective, where nothing lies', () => {
  const there = [aCard(1, { x: 40, y: 90 }), aCard(2, { x: 1600, y: 90 })]
  const lines = Array.from({ length: 24 }, (_, n) => `Fiche ${n};${['Apprendre', 'Servir'][n % 2]}\n`)
  const { cards, grown } = laidAmong(four, `titre;objectifs\n${lines.join('')}libre;\n`, false, there)
  for (const card of cards)
    assert.equal(zoneOf(card, grown)?.objective ?? 0, card.objectives?.[0] ?? 0, card.title)
  assert.deepEqual(new Set(cards.map(({ objectives }) => objectives?.[0])), new Set([21, 22, undefined]))
  assert.ok(!overlapping([...cards, ...there]))
})

test('a zone that has no room left grows for an animator, over nothing; for others the rest lies beside', () => {
  const lines = Array.from({ length: 60 }, (_, n) => `Fiche ${n};Apprendre\n`)
  const csv = `titre;objectifs\n${lines.join('')}`
  const { cards, grown, commands } = laidAmong(four, csv, true)
  assert.equal(commands[0]?.type, 'edit_zone', 'before anything is laid in it')
  for (const card of cards) assert.equal(zoneOf(card, grown)?.objective, 21)
  assert.ok(!overlapping(cards) && !overlapping(grown))
  const others = laidAmong(four, csv, false)
  assert.ok(others.commands.every(({ type }) => type === 'add_card'))
  assert.ok(!overlapping(others.cards))
})

test('ids ascend, so that cards of one moment lie in the order of the file', () => {
  let next = 100
  const { cards, territories } = read('titre\na\nb\nc\n')
  const commands = laid({ cards, territories }, { board: 5, ...bare, newId: () => next-- })
  assert.deepEqual(
    commands.map((one) => (one.type === 'add_card' ? one.card : 0)),
    [98, 99, 100],
  )
})

test('what is exported is imported as it was', () => {
  const cards = [
    aCard(1, {
      title: '=1+1',
      text: 'a;b\n"c"',
      card_type: 11,
      objectives: [21, 22],
      tags: 'eau\nair',
      x: -7,
    }),
    aCard(2, { title: 'Là', territory: 31, color: 'rose', width: 300, height: 90, y: 40 }),
    aCard(3, { title: 'Ici', pinned: true, longitude: -1_354_000, latitude: 47_132_001 }),
    aCard(4, { title: 'Près', territory: 31, pinned: true, longitude: 1, latitude: -2 }),
  ]
  const columns = Object.fromEntries(written.map((one) => [one, french[`use_${one}`]])) as Record<
    Column,
    string
  >
  const text = cardTable(cards, facts, { columns, yes: 'oui' })
  const points = readTable(text, ';').rows.map(({ cells }) => cells[written.indexOf('points')])
  assert.deepEqual(points, ['Points', '', '3', '', ''])
  assert.match(text, /;Rose;|;Corail;/)
  assert.match(text, /;Zone haute;→ Là \(mène à\);/)
  const back = read(text)
  assert.deepEqual(reasons(back), [])
  const commands = laid(back, { board: 2, ...bare, newId: ids() })
  assert.deepEqual(
    commands.map((one) => (one.type === 'add_card' ? shape(one) : one)),
    cards.map(shape),
  )
})

test('GeoJSON has what RFC 7946 asks, and leaves out what has no place', () => {
  const cards = [
    aCard(1, { title: '<b>A</b>', territory: 31, objectives: [21] }),
    aCard(2, { title: 'B', pinned: true, longitude: -1_000_000, latitude: 47_500_000 }),
    aCard(3, { title: 'C' }),
    aCard(4, { title: 'Nowhere yet', territory: 32 }),
  ]
  const { text, placed, left } = cardMap(cards, facts)
  assert.deepEqual([placed, left], [2, 2])
  const collection = JSON.parse(text)
  assert.deepEqual(Object.keys(collection).sort(), ['features', 'type'])
  assert.equal(collection.type, 'FeatureCollection')
  for (const feature of collection.features) {
    assert.deepEqual(Object.keys(feature).sort(), ['geometry', 'properties', 'type'])
    assert.equal(feature.type, 'Feature')
    assert.deepEqual(Object.keys(feature.geometry).sort(), ['coordinates', 'type'])
    assert.equal(feature.geometry.type, 'Point')
    const [longitude, latitude] = feature.geometry.coordinates
    assert.equal(feature.geometry.coordinates.length, 2)
    assert.ok(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)
    assert.ok(Object.values(feature.properties).every((value) => typeof value === 'string'))
  }
  assert.deepEqual(collection.features[0].geometry.coordinates, [6.129, 45.899])
  assert.deepEqual(collection.features[0].properties, {
    name: '<b>A</b>',
    objectives: 'Apprendre',
    territory: 'Annecy',
    zone: 'Zone haute',
    links: '→ Là (mène à)',
    category: 'Élu·e',
  })
})

test('the limits are those of the schema', () => {
  const folder = `${REPOSITORY}/protocol/schema`
  const families = readdirSync(folder).map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))
  const records = Object.assign({}, ...families.map((family) => family.records))
  for (const [kind, limit] of Object.entries(most)) assert.equal(limit, records[kind].limit)
})

const facts: Facts = {
  typeOf: (card) => types.find(({ id }) => id === card.card_type)?.label ?? '',
  objectivesOf: (card) =>
    card.objectives
      .map((id) => objectives.find((one) => one.id === id))
      .map((one) => one?.brief || one?.title || ''),
  territoryOf: ({ territory }) =>
    territory === 31 ? annecy : territory === 32 ? { ...annecy, longitude: 0, latitude: 0 } : undefined,
  authorOf: () => '',
  categoryOf: () => 'Élu·e',
  zoneOf: () => 'Zone haute',
  linksOf: () => ['→ Là (mène à)'],
  colorOf: ({ color }) => b(`color.${color}`),
  groupOf: () => '',
  pointsOf: (card) => (card.title === 'Là' ? 3 : 0),
}

function shape(card: Partial<Card>) {
  const {
    title,
    text,
    color,
    x,
    y,
    width,
    height,
    card_type = 0,
    objectives: aims = [],
    territory = 0,
  } = card
  const { tags = '', pinned = false, longitude = 0, latitude = 0 } = card
  return {
    title,
    text,
    color,
    x,
    y,
    width,
    height,
    card_type,
    aims,
    territory,
    tags,
    pinned,
    longitude,
    latitude,
  }
}

function ids(): () => number {
  let next = 1000
  return () => next++
}
