import assert from 'node:assert/strict'
import { test } from 'node:test'
import { territoryOf, toggled, withoutTag, withTags } from '../../../src/views/cards/choosing'
import { given, noTraits } from '../../../src/views/cards/traits'
import { zoneOf } from '../../../src/views/cards/zones'
import { lensOf } from '../../../src/views/list/lens'
import { overlaps } from '../../../src/views/parts/geometry'
import { inGrid, spacedEvenly } from '../../../src/views/work/arrange'
import { answers, grouped, type Names } from '../../../src/views/work/fields'
import { gathered } from '../../../src/views/work/gather'
import { mostAtOnce, readLines } from '../../../src/views/work/lines'
import { aCard, aZone } from '../../support/session'

test('a line is a card, its second column the text', () => {
  const { cards, problems, left } = readLines('Un jardin\tavec des fruits\r\n\r\nUn four\n')
  assert.deepEqual(cards, [
    { title: 'Un jardin', text: 'avec des fruits' },
    { title: 'Un four', text: '' },
  ])
  assert.deepEqual([problems, left], [[], 0])
})

test('a quoted cell may hold line ends and quotes; a lone quote is a quote', () => {
  const { cards } = readLines('"Un ""grand"" jardin"\t"deux\nlignes"\n"Sans fin\tsuite')
  assert.deepEqual(cards, [
    { title: 'Un "grand" jardin', text: 'deux\nlignes' },
    { title: '"Sans fin', text: 'suite' },
  ])
})

test('of twenty thousand lines the first are offered and the rest counted', () => {
  const { cards, left } = readLines(Array.from({ length: 20_000 }, (_, n) => `Ligne ${n}`).join('\n'))
  assert.equal(cards.length, mostAtOnce)
  assert.equal(left, 20_000 - mostAtOnce)
})

test('a line over a limit is told by its number, the others stay', () => {
  const { cards, problems } = readLines(`bon\n${'é'.repeat(121)}\ntitre\t${'x'.repeat(4001)}`)
  assert.deepEqual(cards, [{ title: 'bon', text: '' }])
  assert.deepEqual(problems, [
    { line: 2, why: 'title' },
    { line: 3, why: 'text' },
  ])
})

test('cards spaced evenly keep the outermost and share the room', () => {
  const [a, b, c] = [aCard(1, { x: 0 }), aCard(2, { x: 250 }), aCard(3, { x: 1000 })]
  const places = spacedEvenly([c, a, b], 'across')
  assert.deepEqual(
    [a, b, c].map((card) => places.get(card)?.x),
    [0, 500, 1000],
  )
})

test('a tidy grid has no card over another', () => {
  const cards = Array.from({ length: 11 }, (_, n) => aCard(n + 1, { x: n * 7, y: (n * 37) % 50 }))
  const placed = [...inGrid(cards)].map(([card, at]) => ({ ...card, ...at }))
  assert.equal(placed.length, 11)
  for (const one of placed) for (const other of placed) assert.ok(one === other || !overlaps(one, other))
})

const names: Names = {
  value: (_field, key) => ({ key, name: String(key), color: undefined, place: Number(key) }),
}

test('cards are grouped by each of their objectives, those of none last', () => {
  const cards = [aCard(1, { objectives: [4, 3] }), aCard(2), aCard(3, { objectives: [3] })]
  const groups = grouped(cards, 'objective', names)
  assert.deepEqual(
    groups.map(({ value, cards: held }) => [value.key, held.map(({ id }) => id)]),
    [
      [3, [1, 3]],
      [4, [1]],
      [0, [2]],
    ],
  )
  assert.equal(grouped(cards, 'objective', names, true).flatMap((group) => group.cards).length, 3)
})

test('a filter is answered by one of the card’s values in every field', () => {
  const card = aCard(1, { card_type: 5, tags: 'eau\nsol', author: 7, coauthors: [8] })
  assert.ok(answers(card, { type: 5, tag: 'sol', author: 8 }))
  assert.ok(!answers(card, { type: 5, tag: 'air' }))
})

test('the list keeps, sorts and groups by fields', () => {
  const cards = [
    aCard(1, { card_type: 2, tags: 'eau' }),
    aCard(2, { card_type: 1 }),
    aCard(3, { card_type: 1, tags: 'eau' }),
  ]
  const lens = lensOf({ wanted: { tag: 'eau' }, sort: 'type', by: 'type' }, names)
  const kept = lens.sort?.(cards.filter((card) => lens.keeps(card))) ?? []
  assert.deepEqual(
    kept.map(({ id }) => id),
    [3, 1],
  )
  assert.deepEqual(
    lens.group?.(kept).map(({ key, cards: held }) => [key, held.length]),
    [
      ['1', 1],
      ['2', 1],
    ],
  )
})

test('grouping lays each card in the zone of its value, which overlap nothing', () => {
  const cards = Array.from({ length: 30 }, (_, n) => aCard(n + 1, { card_type: (n % 4) + 1 }))
  const there = [aZone(900)]
  const taken = [...cards, ...there]
  let id = 1000
  const commands = gathered({
    board: 1,
    field: 'type',
    groups: grouped(cards, 'type', names, true),
    zones: there,
    lying: cards,
    newId: () => ++id,
  })
  const zones = commands.flatMap((one) => (one.type === 'add_zone' ? [aZone(one.zone, one)] : []))
  assert.equal(zones.length, 4)
  for (const one of zones)
    for (const other of [...zones, ...taken]) assert.ok(one === other || !overlaps(one, other))
  for (const card of cards) {
    const move = commands.find((one) => one.type === 'edit_card' && one.card === card.id)
    assert.equal(zoneOf({ ...card, ...(move as { x: number; y: number }) }, zones)?.card_type, card.card_type)
  }
})

test('grouping by objective fills the zones that are there, and adds none beside them', () => {
  const zones = [
    aZone(901, { objective: 1, card_type: 9, x: 0, y: 0, width: 700, height: 500, title: 'Un' }),
    aZone(902, { objective: 2, x: 5000, y: 0, width: 700, height: 500, title: 'Deux' }),
  ]
  const cards = [
    aCard(1, { objectives: [1, 2], x: 40, y: 90 }),
    ...Array.from({ length: 12 }, (_, n) => aCard(n + 2, { objectives: [(n % 2) + 1], x: 9000 + n * 300 })),
    aCard(50, { objectives: [3], x: 9000, y: 900 }),
  ]
  let id = 1000
  const gather = (there: typeof zones, lying: typeof cards) =>
    gathered({
      board: 1,
      field: 'objective',
      groups: grouped(lying, 'objective', names, true),
      zones: there,
      lying,
      newId: () => ++id,
    })
  const commands = gather(zones, cards)
  const added = commands.flatMap((one) => (one.type === 'add_zone' ? [aZone(one.zone, one)] : []))
  assert.deepEqual(
    added.map(({ objective }) => objective),
    [3],
  )
  const after = zones.map((zone) => {
    const edit = commands.find((one) => one.type === 'edit_zone' && one.zone === zone.id)
    return { ...zone, ...(edit as Partial<typeof zone> | undefined) }
  })
  const all = [...after, ...added]
  const lying = cards.map((card) => {
    const move = commands.find((one) => one.type === 'edit_card' && one.card === card.id)
    return { ...card, ...(move as Partial<typeof card> | undefined) }
  })
  for (const card of lying) assert.equal(zoneOf(card, all)?.objective, card.objectives[0])
  for (const one of lying) for (const other of lying) assert.ok(one === other || !overlaps(one, other))
  for (const one of all) for (const other of all) assert.ok(one === other || !overlaps(one, other))
  assert.ok(!commands.some((one) => one.type === 'edit_card' && one.card === 1), 'what lies there stays')
  const moved = commands.find((one) => one.type === 'edit_card' && one.card === 2)
  assert.equal((moved as { card_type?: number }).card_type, 0, 'the rule of the zone changes nothing')
  assert.deepEqual(gather(all, lying), [], 'once more, nothing is to be done')
})

test('tags are added once each, by commas or lines', () => {
  assert.equal(withTags('eau', 'sol, Eau;air'), 'eau\nsol\nair')
  assert.equal(withoutTag('eau\nsol', 'eau'), 'sol')
  assert.ok(withTags('', 'x'.repeat(300).concat(',', 'y'.repeat(300))).length <= 400)
})

test('objectives stay in the order of their records', () => {
  assert.deepEqual(toggled([3], 1, [{ id: 1 }, { id: 3 }]), [1, 3])
  assert.deepEqual(toggled([1, 3], 1, [{ id: 1 }, { id: 3 }]), [3])
})

test('what is left open is not given, so that a zone may say it', () => {
  assert.deepEqual(given(noTraits), {})
  assert.deepEqual(given({ ...noTraits, card_type: 4 }), { card_type: 4 })
})

test('a territory is found by its name, its beginning when only one has it, whatever the accents', () => {
  const place = (id: number, name: string, code: string) => ({
    id,
    name,
    code,
    kind: '',
    longitude: 0,
    latitude: 0,
  })
  const all = [place(1, 'Beaumont', '63'), place(2, 'Beaumont', '74'), place(3, 'Évreux', '27')]
  assert.equal(territoryOf('beaumont (74)', all)?.id, 2)
  assert.equal(territoryOf('evr', all)?.id, 3)
  assert.equal(territoryOf('beau', all), undefined)
})
