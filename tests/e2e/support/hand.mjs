// Somebody's hand without a page: the client's own session over a plain socket, to bring a workshop into a state at once.
// What is tested is another page, which only hears of it.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { WebSocket } from 'ws'
import { temporaryFolder } from '../../support/passing.mjs'
import { repository } from './server.mjs'

const client = join(repository, 'web-client')
let built

/** The client's session for this program. */
async function sync() {
  const { build } = await import(pathToFileURL(join(client, 'node_modules/esbuild/lib/main.js')))
  const outfile = join(temporaryFolder('hand'), 'sync.mjs')
  const contents = `
    export { Session } from './src/sync/session'
    export { Keys } from './src/sync/keys'
    export { Unsent } from './src/sync/unsent'
    export { readLink } from './src/sync/links'
    export { randomKey } from './src/sync/bytes'
  `
  await build({ stdin: { contents, resolveDir: client, loader: 'ts' }, outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' })
  return import(pathToFileURL(outfile))
}

function shelf() {
  const kept = new Map()
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name) }
}

const clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** What waits is kept nowhere: a hand is not loaded anew. */
const store = { load: async () => [], put: async () => true, remove: async () => {} }

/** Resolves once `holds` answers true of what is read in it. */
export function comes(holds) {
  return new Promise((resolve) => {
    const look = () => (holds() ? resolve() : setTimeout(look, 20))
    look()
  })
}

/** Comes in by a link and joins under this name. */
export async function handOf(link, name) {
  built ??= sync()
  const { Session, Keys, Unsent, readLink, randomKey } = await built
  const { workshop, key } = readLink(link)
  const session = new Session({
    workshop,
    keys: new Keys(shelf(), shelf(), workshop),
    landed: key,
    open: (subprotocol) => {
      const socket = new WebSocket(`${new URL(link).origin.replace('http', 'ws')}/ws`, subprotocol)
      // The session hears of it by the close that follows.
      return socket.on('error', () => {})
    },
    clock,
    store,
    unsent: new Unsent({ workshop, clock, shelfOf: shelf, tab: shelf() }),
    refusalText: async ({ refusal }) => `refused: ${refusal}`,
    strangeText: () => 'strange',
    lostText: () => 'lost',
  })
  assert.ok(session.start())
  await comes(() => session.ready.value)
  const person = session.newId()
  const refused = await session.join({ type: 'join', person, name, key: randomKey() })
  assert.equal(refused, undefined)
  await comes(() => session.me.value.person === person && session.ready.value)
  return new Hand(session)
}

export class Hand {
  constructor(session) {
    this.session = session
  }

  /** Does it, and waits until the server has it. */
  async does(command) {
    assert.equal(await this.session.ask(command), undefined, command.type)
    return command
  }

  /** A fresh id. */
  get id() {
    return this.session.newId()
  }

  get board() {
    return this.session.all('board').value[0].id
  }

  async card(title, more = {}) {
    const card = this.id
    const fields = { board: this.board, title, text: '', color: 'sun', x: 0, y: 0, width: 200, height: 100, audience: 'everyone' }
    await this.does({ type: 'add_card', card, ...fields, ...more })
    return card
  }

  leave() {
    this.session.connection.stop()
  }
}
