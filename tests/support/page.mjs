// The page's own sync code (web-client/src/sync) against a real server, without a browser around it: what the
// page would show is read here as records. The code is bundled when this is first imported.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { binary, closing, HANG_MS, Peer, upgradeRequest } from '../conformance/peer.mjs'
import { temporaryFolder } from './passing.mjs'

const client = fileURLToPath(new URL('../../web-client/', import.meta.url))
const outside = join(temporaryFolder('page'), 'outside.mjs')
createRequire(join(client, 'package.json'))('esbuild').buildSync({
  entryPoints: [join(client, 'tests/support/outside.ts')],
  outfile: outside,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node18',
  banner: { js: "import { webcrypto } from 'node:crypto'; globalThis.crypto ??= webcrypto;" },
})
const { Keys, MemoryStore, memoryShelf, readLink, records, Session, Unsent } = await import(pathToFileURL(outside))

const clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** A WebSocket as browsers have it, as much of it as sync/ uses. */
class Socket {
  bufferedAmount = 0
  onopen = null
  onmessage = null
  onclose = null
  #peer
  #heard = 0
  #closed = false

  constructor(port) {
    this.#open(port).catch(() => this.#end(1006))
  }

  async #open(port) {
    const peer = await Peer.connect(port)
    this.#peer = peer
    peer.send(upgradeRequest(port))
    await peer.until(() => peer.head)
    assert.match(peer.head, /^HTTP\/1\.1 101/)
    if (this.#closed) return peer.hangUp()
    this.onopen?.()
    await peer.until(() => this.#hear() && false)
    this.#end(peer.code === 0 ? 1006 : peer.code)
  }

  #hear() {
    const { messages } = this.#peer
    while (!this.#closed && this.#heard < messages.length) {
      const bytes = messages[this.#heard++]
      this.onmessage?.({ data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) })
    }
    return true
  }

  #end(code) {
    if (this.#closed) return
    this.#closed = true
    this.onclose?.({ code })
  }

  send(bytes) {
    this.#peer?.send(binary(bytes))
  }

  close() {
    this.#closed = true
    this.#peer?.send(closing())
    this.#peer?.hangUp()
  }

  cut() {
    this.#peer?.hangUp()
    this.#end(1006)
  }
}

/** Somebody at a page. What the device keeps (keys, what was not sent) stays with it over reloads. */
export class Page {
  refusals = []
  #port
  #socket
  #reachable = true
  #parts

  /** By a link of the server's; `key` comes in its place when somebody has one of their own. */
  constructor(link, { key } = {}) {
    const { workshop, key: landed } = readLink(link)
    this.#port = Number(new URL(link).port)
    this.workshop = workshop
    const unsent = memoryShelf()
    this.#parts = {
      workshop,
      keys: new Keys(memoryShelf(), memoryShelf(), workshop),
      store: new MemoryStore(),
      unsent: new Unsent({ workshop, clock, shelfOf: () => unsent, tab: memoryShelf() }),
      clock,
      open: () => this.#open(),
      refusalText: (refused) => {
        this.refusals.push(refused)
        return `refused ${refused.refusal}`
      },
      lostText: () => 'lost',
    }
    this.session = new Session({ ...this.#parts, landed: key ?? landed })
    this.session.start()
  }

  #open() {
    if (!this.#reachable) throw new Error('there is no network')
    this.#socket = new Socket(this.#port)
    return this.#socket
  }

  static async enter(link, options) {
    const page = new Page(link, options)
    await page.until('is let in', () => page.session.status.value === 'live')
    return page
  }

  /** Comes in by a link and joins under this name. */
  static async join(link, name) {
    const page = await Page.enter(link)
    const key = new Uint8Array(randomBytes(32))
    const command = { type: 'join', person: page.session.newId(), name, key }
    assert.equal(await page.session.join(command), undefined)
    await page.until('is somebody', () => page.session.me.value.person === command.person)
    return page
  }

  get key() {
    return this.#parts.keys.get('person')
  }

  get me() {
    return this.session.me.value.person
  }

  /** Asks, and waits until the server has it for good. */
  async do(command) {
    const refused = await this.session.ask(command)
    assert.equal(refused, undefined, `${command.type} was refused`)
  }

  /** Puts a record there by a command of its kind; answers its fresh id. */
  async put(type, command) {
    const id = this.session.newId()
    await this.do({ ...command, [type]: id })
    return id
  }

  all(type) {
    return [...this.session.all(type).value].sort((left, right) => left.id - right.id)
  }

  /** Everything this person sees, by type. */
  seen() {
    const whole = { ...Object.fromEntries(Object.keys(records).map((type) => [type, this.all(type)])), bin: this.session.bin.value }
    return Object.fromEntries(Object.entries(whole).filter(([, list]) => list.length > 0))
  }

  async until(what, holds) {
    const patience = Date.now() + HANG_MS
    while (!holds(this)) {
      assert.ok(Date.now() < patience, `never ${what}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  /** The network goes; nothing gets through until it is back. */
  away() {
    this.#reachable = false
    this.#socket.cut()
  }

  async back(port = this.#port) {
    this.#port = port
    this.#reachable = true
    this.session.wake()
    await this.until('is back', () => this.session.status.value === 'live')
  }

  /** Closes the tab. */
  leave() {
    this.session.close()
  }
}
