import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deflateSync, inflateSync } from 'node:zlib'
import type { Change, ToClient } from '../../../protocol/generated/protocol'
import { BrokenMessage } from '../../src/sync/codec'
import { Inbox } from '../../src/sync/inbox'
import { unpack } from '../../src/sync/unpack'
import { encodeForClient, encodeTables } from '../support/wire'
import { settle } from '../support/world'

const group = (id: number): Change => ({ operation: 'put', type: 'group', id, fields: { title: `g${id}` } })
const packed = (...ids: number[]): ToClient => ({
  type: 'packed',
  tables: new Uint8Array(deflateSync(encodeTables(ids.map(group)))),
})
const pong = (seq: number): ToClient => ({ type: 'pong', seq, mark: 0, now: 1 })

function open(undo = async (bytes: Uint8Array) => new Uint8Array(inflateSync(bytes))) {
  const heard: string[] = []
  const faults: unknown[] = []
  const inbox = new Inbox(undo, {
    hear: (message) => heard.push(message.type === 'pong' ? `pong ${message.seq}` : message.type),
    settled: () => heard.push('settled'),
    fault: (error) => faults.push(error),
  })
  const take = (...messages: ToClient[]) => {
    const bytes = Uint8Array.from(messages.flatMap((message) => [...encodeForClient(message)]))
    inbox.take(bytes.buffer)
  }
  return { inbox, take, heard, faults }
}

describe('inbox', () => {
  test('what is not packed is heard at once', () => {
    const { take, heard } = open()
    take(pong(1), pong(2))
    assert.deepEqual(heard, ['pong 1', 'pong 2', 'settled'])
  })

  test('P8 a packed part is heard in its place, and what came behind it waits', async () => {
    const { take, heard } = open()
    take(pong(1), packed(5), pong(2), packed(6, 7))
    take(pong(3))
    assert.deepEqual(heard, ['pong 1', 'settled'])
    await settle()
    assert.deepEqual(
      heard.filter((one) => one !== 'settled'),
      ['pong 1', 'snapshot', 'pong 2', 'snapshot', 'pong 3'],
    )
  })

  test('P8 what cannot be unpacked, or holds no tables, is a fault, and nothing behind it is heard', async () => {
    for (const tables of [Uint8Array.of(1, 2, 3), new Uint8Array(deflateSync(Uint8Array.of(0x01)))]) {
      const { take, heard, faults } = open()
      take({ type: 'packed', tables }, pong(1))
      await settle()
      assert.ok(faults[0] instanceof BrokenMessage)
      assert.deepEqual(heard, ['settled'])
    }
  })

  test('P8 nothing packed is taken that was not asked for', async () => {
    const faults: unknown[] = []
    const inbox = new Inbox(undefined, {
      hear: () => {},
      settled: () => {},
      fault: (error) => faults.push(error),
    })
    inbox.take(encodeForClient(packed(5)).slice().buffer)
    await settle()
    assert.ok(faults[0] instanceof BrokenMessage)
  })

  test('what is unpacked after the connection fell is not heard', async () => {
    const { inbox, take, heard } = open()
    take(packed(5), pong(1))
    inbox.close()
    await settle()
    assert.deepEqual(heard, ['settled'])
  })

  test('P8 a browser undoes the form, and no more of it than it may', async () => {
    assert.ok(unpack)
    const plain = new Uint8Array(100_000).fill(7)
    const bytes = new Uint8Array(deflateSync(plain))
    assert.deepEqual(await unpack(bytes, 100_000), plain)
    await assert.rejects(unpack(bytes, 99_999), /more than 99999 bytes/)
    await assert.rejects(unpack(bytes.subarray(0, 40), 100_000))
  })
})
