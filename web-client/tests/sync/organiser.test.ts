import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { closes, refusals, type ToClient } from '../../../protocol/generated/protocol'
import { type Founded, Organiser } from '../../src/sync/organiser'
import { FakeClock, FakeSocket, settle } from '../support/world'

const welcome: ToClient = {
  type: 'welcome',
  version: 1,
  workshop: 0,
  person: 0,
  role: 'organiser',
  epoch: 0,
  seq: 0,
  mark: 0,
  resumed: false,
  now: 1,
}
const refused = (refusal: number, line = 0): ToClient => ({
  type: 'refused',
  client: 0,
  counter: 0,
  refusal,
  command: 1,
  field: 0,
  limit: 0,
  line,
})
const founding = { title: 'Journée', template: 'blank', language: 'fr', roll: Uint8Array.of(1, 2) } as const

function desk() {
  const clock = new FakeClock()
  const sockets: FakeSocket[] = []
  const open = () => {
    const socket = new FakeSocket()
    sockets.push(socket)
    return socket
  }
  const organiser = new Organiser(open, clock, new Uint8Array(32))
  organiser.start()
  const newest = () => sockets[sockets.length - 1] as FakeSocket
  const letIn = () => {
    newest().accept()
    newest().tell(welcome)
  }
  return { organiser, clock, newest, letIn }
}

const types = (socket: FakeSocket) => socket.sent.map(({ type }) => type)

describe('organiser', () => {
  test('lists what there is as soon as it is let in', () => {
    const { organiser, newest, letIn } = desk()
    letIn()
    assert.deepEqual(types(newest()), ['hello', 'list'])
    const summary = {
      workshop: 7,
      title: 'A',
      closed: false,
      made_at: 1,
      people: 2,
      connected: 0,
      entries: 3,
    }
    newest().tell({ type: 'listed', workshops: [summary] })
    assert.deepEqual(organiser.workshops.value, [summary])
  })

  test('founds a workshop, the roll as it is, and lists anew', async () => {
    const { organiser, newest, letIn } = desk()
    letIn()
    const founded = organiser.create(founding)
    const create = newest().sent.at(-1)
    assert.ok(create?.type === 'create')
    assert.deepEqual([...create.roll], [1, 2])
    newest().tell({ type: 'created', workshop: create.workshop, people: 2 })
    assert.deepEqual(await founded, { workshop: create.workshop, people: 2 })
    assert.equal(types(newest()).at(-1), 'list')
  })

  test('tells why not, with the line of the roll', async () => {
    const { organiser, newest, letIn } = desk()
    letIn()
    const founded = organiser.create(founding)
    newest().tell(refused(refusals.roll_no_name, 12))
    const answer = await founded
    assert.ok('refused' in answer)
    assert.equal(answer.refused.line, 12)
  })

  test('asked while offline, it is founded once let in', () => {
    const { organiser, newest, letIn } = desk()
    void organiser.create(founding)
    letIn()
    assert.deepEqual(types(newest()), ['hello', 'list', 'create'])
  })

  test('cut before the answer, the same is asked again, and what then exists is ours', async () => {
    const { organiser, clock, newest, letIn } = desk()
    letIn()
    let answer: Founded | undefined
    void organiser.create(founding).then((founded) => {
      answer = founded
    })
    const first = newest().sent.at(-1)
    newest().end(1006)
    clock.pass(500)
    letIn()
    const second = newest().sent.at(-1)
    assert.ok(first?.type === 'create' && second?.type === 'create')
    assert.equal(second.workshop, first.workshop)
    newest().tell(refused(refusals.workshop_exists))
    await settle()
    assert.deepEqual(answer, { workshop: first.workshop, people: 0 })
  })

  test('a workshop that existed before is not ours', async () => {
    const { organiser, newest, letIn } = desk()
    letIn()
    const founded = organiser.create(founding)
    newest().tell(refused(refusals.workshop_exists))
    assert.ok('refused' in (await founded))
  })

  test('a wrong key ends it', () => {
    const { organiser, newest } = desk()
    newest().accept()
    newest().end(closes.unknown_key.number)
    assert.equal(organiser.status.value, 'ended')
    assert.equal(organiser.reason.value, 'unknown_key')
  })
})
