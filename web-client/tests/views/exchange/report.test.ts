import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Records, RecordType } from '../../../../protocol/generated/protocol'
import { zeros } from '../../../src/sync/codec'
import { factsFrom } from '../../../src/views/exchange/here'
import { reportText } from '../../../src/views/exchange/odt'
import { reportOf } from '../../../src/views/exchange/report'
import { reportPage } from '../../../src/views/exchange/reporthtml'
import { crc32, zipped } from '../../../src/views/exchange/zip'
import { aCard, aLink, aZone, boardId, LoneSession, put } from '../../support/session'

const nasty = '</p><script>alert(1)</script>"\'&\u0001<b>'
/** A record of these fields, the others empty. */
const a = <T extends RecordType>(type: T, fields: Partial<Records[T]>) =>
  put(type, { ...(zeros(type) as unknown as Records[T]), ...fields })

function aWorkshop() {
  return new LoneSession([
    a('board', {
      id: boardId,
      title: 'Chantiers',
      locked: false,
      instructions: `Une fiche par idée\n${nasty}`,
    }),
    a('category', { id: 51, label: 'Élu·e' }),
    a('person', { id: 7, name: 'Awa Diallo', category: 51, joined_at: 1, organisation: 'Riom' }),
    a('person', { id: 8, name: 'Basile Caché', joined_at: 1 }),
    a('person', { id: 9, name: 'Attendue', joined_at: 0 }),
    put('zone', aZone(61, { title: 'Haut', x: 0, y: 0, width: 1000, height: 400 })),
    put('card', aCard(1, { title: 'École', text: 'Un\n\nDeux', author: 7, x: 20, y: 100 })),
    put('card', aCard(2, { title: nasty, author: 8, anonymous: true, x: 300, y: 100 })),
    put('card', aCard(3, { title: 'Pour moi', author: 7, audience: 'person', holder: 7, x: 20, y: 900 })),
    put('card', aCard(4, { title: 'שלום', author: 7, x: 20, y: 900 })),
    put('link', aLink(71, 1, 2, { label: 'mène à' })),
    put('link', aLink(72, 1, 3)),
    a('priority', { id: 81, board: boardId, title: 'Vote', shown: true, made_at: 9 }),
    a('allotment', { id: 91, priority: 81, card: 1, person: 7, points: 3 }),
  ])
}

const board = (session: LoneSession) => {
  const record = session.record('board', boardId).peek()
  assert.ok(record)
  return record
}

test('it has the instruction, the ranking, the cards by zone, the links, and who came in', () => {
  const session = aWorkshop()
  const report = reportOf(session, board(session))
  assert.equal(report.instruction[0], 'Une fiche par idée')
  assert.deepEqual(report.ranks, [{ rank: 1, points: 3, title: 'École' }])
  assert.deepEqual(
    report.parts.map(({ title, cards }) => [title, ...cards.map((card) => card.title)]),
    [
      ['Haut', 'École', nasty],
      ['Hors zone', 'שלום'],
    ],
  )
  assert.deepEqual(report.parts[0]?.cards[0]?.text, ['Un', '', 'Deux'])
  assert.deepEqual(report.links, [`«\u00a0École\u00a0» → «\u00a0${nasty}\u00a0»\u00a0: mène à`])
  assert.deepEqual(report.people, [
    { title: 'Élu·e', names: ['Awa Diallo (Riom)'] },
    { title: 'Sans catégorie', names: ['Basile Caché'] },
  ])
})

test('nobody is named on an unsigned card, and what is not everybody’s stays out', () => {
  const session = aWorkshop()
  const report = reportOf(session, board(session))
  const [, unsigned] = report.parts[0]?.cards ?? []
  assert.deepEqual(unsigned?.about, ['sans signature'])
  assert.ok(!JSON.stringify([report.parts, report.links]).includes('Pour moi'))
  assert.equal(report.left, 1)
  const facts = factsFrom(session, boardId)
  const hidden = session.record('card', 2).peek()
  assert.deepEqual(hidden && [facts.authorOf(hidden), facts.categoryOf(hidden), facts.zoneOf(hidden)], [
    '',
    '',
    'Haut',
  ])
  const page = reportPage({ ...report, people: [] }, '')
  assert.ok(!page.includes('Basile'))
})

test('the page runs nothing and fetches nothing, whatever the words say', () => {
  const session = aWorkshop()
  const page = reportPage(reportOf(session, board(session)), '<svg></svg>')
  const tags = new Set([...page.matchAll(/<([a-z]+[1-6]?)/gi)].map(([, name]) => name))
  assert.ok(!tags.has('script') && !tags.has('b'), [...tags].join())
  assert.ok(!/ on[a-z]+=|href=|src=|url\(/.test(page))
  assert.match(page, /default-src 'none'/)
  assert.ok(page.includes('&lt;script&gt;alert(1)'))
})

/** The files of an archive, by its own list. */
function unzipped(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const end = bytes.length - 22
  assert.equal(view.getUint32(end, true), 0x06054b50)
  const files = new Map<string, Uint8Array>()
  let at = view.getUint32(end + 16, true)
  for (let n = 0; n < view.getUint16(end + 10, true); n++) {
    assert.equal(view.getUint32(at, true), 0x02014b50)
    const [size, length, head] = [
      view.getUint32(at + 24, true),
      view.getUint16(at + 28, true),
      view.getUint32(at + 42, true),
    ]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))
    assert.equal(view.getUint32(head, true), 0x04034b50)
    const content = bytes.subarray(head + 30 + length, head + 30 + length + size)
    assert.equal(view.getUint32(at + 16, true), crc32(content))
    files.set(name, content)
    at += 46 + length
  }
  assert.equal(at, end)
  return files
}

test('an archive is as the format has it', () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926)
  const bytes = new TextEncoder().encode('é')
  const files = unzipped(zipped([{ name: 'a/b.txt', bytes }], new Date(2026, 10, 28, 6, 30)))
  assert.deepEqual([...files], [['a/b.txt', bytes]])
})

/** Elements that are opened are closed, in turn. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, close, name, rest = ''] of xml.matchAll(/<(\/?)([\w:-]+)([^<>]*)>/g)) {
    if (close) {
      if (open.pop() !== name) return false
    } else if (!rest.endsWith('/')) open.push(name ?? '')
  }
  return open.length === 0 && !/&(?!(amp|lt|gt|quot|#39);)/.test(xml)
}

test('the text is an OpenDocument: its kind comes first and every part is well-formed', () => {
  const session = aWorkshop()
  const png = Uint8Array.of(0x89, 0x50)
  const bytes = reportText(reportOf(session, board(session)), { png, width: 400, height: 300 }, new Date(0))
  assert.equal(
    new TextDecoder().decode(bytes.subarray(30, 77)),
    'mimetypeapplication/vnd.oasis.opendocument.text',
  )
  const files = unzipped(bytes)
  assert.deepEqual(files.get('Pictures/board.png'), png)
  for (const [name, content] of files) {
    if (!name.endsWith('.xml')) continue
    const text = new TextDecoder().decode(content)
    assert.ok(isWellFormed(text.replace(/^<\?xml[^>]*\?>\n/, '')), name)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
    assert.ok(!/[\u0000-\u0008]/.test(text))
  }
  const listed = new TextDecoder().decode(files.get('META-INF/manifest.xml'))
  for (const name of files.keys())
    if (!/^(mimetype|META-INF)/.test(name)) assert.ok(listed.includes(`full-path="${name}"`), name)
  assert.match(new TextDecoder().decode(files.get('content.xml')), /"Heading4Left"[^>]*>שלום</)
})
