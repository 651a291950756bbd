// A client of one build's schema, made from PROTOCOL.md and that build's schema files alone.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { bin, pack } from '../../protocol/generator/msgpack.mjs'
import { binary, Peer } from '../conformance/peer.mjs'

const { decodeMulti } = createRequire(new URL('../../web-client/package.json', import.meta.url))('@msgpack/msgpack')

/** What a build's files say of its schema. */
export class Schema {
  constructor(source) {
    const folder = join(source, 'protocol/schema')
    const { messages, codes, ...families } = Object.fromEntries(
      readdirSync(folder).map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(folder, name), 'utf8'))]))
    this.messages = { ...messages.to_server, ...messages.to_client }
    this.commands = Object.assign({}, ...Object.values(families).map(({ commands }) => commands))
    this.closes = codes.closes
    const text = readFileSync(join(source, 'protocol/generated/schema.txt'))
    this.fingerprint = createHash('sha256').update(text).digest().readUIntBE(0, 6)
  }

  message(name, values) {
    const { number, fields } = this.messages[name]
    return pack([number, ...fields.map((field) => values[field.name] ?? (field.kind === 'flag' ? false : 0))])
  }

  command(name, values) {
    const { number, fields } = this.commands[name]
    const given = Object.keys(values).sort((one, other) => fields[one].number - fields[other].number)
    return [number, given.flatMap((field) => [fields[field].number, values[field]])]
  }

  close(code) {
    return Object.keys(this.closes).find((name) => this.closes[name].number === code) ?? code
  }
}

export const anId = () => 1 + randomBytes(6).readUIntBE(0, 6)

/** Says hello by a link (or `key`), as a client of this schema. */
export class Client {
  counter = 0

  static async hello(server, schema, link, key) {
    const client = new Client()
    const [, workshop, linkKey] = /\/a\/([0-9a-z]+)#([^.]+)/.exec(link)
    Object.assign(client, { schema, peer: await Peer.open(server.port) })
    const hello = { version: 1, schema: schema.fingerprint, workshop: Number.parseInt(workshop, 36), key: bin(key ?? Buffer.from(linkKey, 'base64url')) }
    client.peer.send(binary(schema.message('hello', hello)))
    await client.peer.until(() => client.told('welcome').length > 0)
    return client
  }

  static async join(server, schema, link, name) {
    const guest = await Client.hello(server, schema, link)
    const key = randomBytes(32)
    await guest.command('join', { person: anId(), name, key: bin(key) })
    return guest
  }

  /** All messages of this kind so far, as arrays without their number. */
  told(name) {
    const { number } = this.schema.messages[name]
    return this.peer.messages.flatMap((frame) => [...decodeMulti(frame)]).filter(([first]) => first === number).map(([, ...rest]) => rest)
  }

  get position() {
    const [seq] = this.told('snapshot').at(-1) ?? [0]
    return seq
  }

  /** Answers when it was answered or the connection is over. */
  async command(name, values) {
    const counter = ++this.counter
    this.mark ??= this.position * 2 ** 25 + randomBytes(3).readUIntBE(0, 3) + 1 // C1
    const command = this.schema.command(name, values)
    const { number, fields } = this.schema.messages.command
    const by = { client: this.mark, counter, command }
    this.peer.send(binary(pack([number, ...fields.map((field) => by[field.name])])))
    await this.peer.until(() => this.answered('done', counter) || this.answered('refused', counter))
    const refused = this.told('refused').find(([client, of]) => client === this.mark && of === counter)
    assert.ok(!refused, `${name} is refused: ${refused}`)
    return this.answered('done', counter)
  }

  answered(how, counter) {
    return this.told(how).some(([client, of]) => client === this.mark && of === counter)
  }

  async heard(text) {
    await this.peer.until(() => this.peer.received.includes(text))
    return this.peer.received.includes(text)
  }

  async closed() {
    await this.peer.over()
    return this.schema.close(this.peer.code)
  }
}
