// Fills a workshop's first board with cards, over the protocol, as somebody who joins by a link.
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../../e2e/support/server.mjs'

const require = (folder) => createRequire(join(repository, folder, 'package.json'))
const WebSocket = require('tests/e2e')('ws')
const esbuild = require('web-client')('esbuild')

/** The page's own tables, keys and codec. */
async function client() {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export * from './src/sync/codec'; export * from './src/sync/bytes'; export * from './src/sync/links'
        export * from '../protocol/generated/protocol'`,
      resolveDir: join(repository, 'web-client'),
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    nodePaths: [join(repository, 'web-client', 'node_modules')],
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

/** Sentences as people write them: those of the guide, again and again. */
function sentences() {
  const guide = readFileSync(join(repository, 'docs', 'guide-animation.md'), 'utf8')
  return guide.replace(/[#*`|_[\]]/g, '').split(/[.:;\n]+/).map((one) => one.trim()).filter((one) => one.length > 20)
}

/** Speaks as a client that keeps at most 32 commands under way. */
class Speaker {
  counter = 0
  answered = 0

  constructor(known, socket) {
    Object.assign(this, { known, socket, client: known.clientId(0) })
  }

  ask(command) {
    this.socket.send(this.known.encodeMessage({ type: 'command', client: this.client, counter: ++this.counter, command }))
  }

  hear(message) {
    if (message.type === 'refused') throw new Error(`refused: ${JSON.stringify(message)}`)
    if (message.type === 'done') this.answered++
  }
}

export async function fill(link, count) {
  const known = await client()
  const { workshop, key } = known.readLink(link)
  const socket = new WebSocket(`${new URL(link).origin.replace('http', 'ws')}/ws`, known.SUBPROTOCOL)
  socket.binaryType = 'arraybuffer'
  const speaker = new Speaker(known, socket)
  const texts = sentences()
  const hello = { type: 'hello', version: known.VERSION, schema: known.SCHEMA, workshop, key, epoch: 0, seq: 0, mark: 0 }
  await new Promise((resolve, reject) => {
    let board = 0
    let laid = 0
    socket.on('error', reject)
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)))
    socket.on('open', () => socket.send(known.encodeMessage({ ...hello, unpacks: false })))
    socket.on('message', (data) => {
      for (const message of known.decodeFrame(new Uint8Array(data))) {
        speaker.hear(message)
        for (const { type, id } of message.type === 'snapshot' ? message.changes : []) if (type === 'board') board ||= id
        if (message.type === 'snapshot' && message.last) speaker.ask(joining(known))
      }
      while (speaker.answered > 0 && laid < count && speaker.counter - speaker.answered < 32) {
        speaker.ask(card(known, board, texts, laid++))
      }
      if (speaker.answered === count + 1) resolve()
    })
  })
  socket.removeAllListeners('close')
  socket.close()
}

const joining = (known) => ({ type: 'join', person: known.randomId(), name: 'Qui remplit', key: new Uint8Array(randomBytes(32)) })

const card = (known, board, texts, number) => ({
  type: 'add_card',
  card: known.randomId(),
  board,
  title: texts[(number * 7) % texts.length].slice(0, 60),
  text: texts[(number * 13) % texts.length].slice(0, 200),
  color: 'sea',
  x: (number % 50) * 260,
  y: Math.floor(number / 50) * 140,
  width: 240,
  height: 120,
  audience: 'everyone',
})
