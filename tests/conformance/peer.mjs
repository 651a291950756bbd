// A WebSocket client made of a bare socket, so that it can also do what no client should.
import net from 'node:net'
import { randomBytes } from 'node:crypto'

export const KEY = 'dGhlIHNhbXBsZSBub25jZQ=='
export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 }

// A hang is a failure, not a verdict on speed: nothing here takes a tenth of this.
export const HANG_MS = 60_000

export function upgradeRequest(port, change = {}) {
  const headers = {
    Host: `127.0.0.1:${port}`, Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Key': KEY,
    'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Protocol': 'archipel.v1', ...change.headers,
  }
  const lines = Object.entries(headers).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${change.start ?? 'GET /ws HTTP/1.1'}\r\n${lines.join('')}\r\n`
}

/** A client's frame. `length` claims another length than the payload's, `width` its bytes on the wire (0, 2 or 8). */
export function frame(opcode, payload = '', { final = true, reserved = 0, masked = true, length, width } = {}) {
  const body = Buffer.from(payload)
  const claimed = BigInt(length ?? body.length)
  const bytes = width ?? (claimed > 65535n ? 8 : claimed > 125n ? 2 : 0)
  const head = Buffer.alloc(2 + bytes)
  head[0] = (final ? 128 : 0) | (reserved << 4) | opcode
  head[1] = (masked ? 128 : 0) | (bytes === 8 ? 127 : bytes === 2 ? 126 : Number(claimed))
  if (bytes === 2) head.writeUInt16BE(Number(claimed), 2)
  if (bytes === 8) head.writeBigUInt64BE(claimed, 2)
  if (!masked) return Buffer.concat([head, body])
  const mask = randomBytes(4)
  for (let i = 0; i < body.length; i++) body[i] ^= mask[i & 3]
  return Buffer.concat([head, mask, body])
}

export const text = (payload, options) => frame(OPCODE.text, payload, options)
export const binary = (payload, options) => frame(OPCODE.binary, payload, options)
export const more = (payload, options) => frame(OPCODE.continuation, payload, options)
export const ping = (payload, options) => frame(OPCODE.ping, payload, options)
export const closing = (code = 1000, reason = '') => frame(OPCODE.close, Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)]))
/** An order to the echo server (tests/support/fake_live.h). */
export const order = (words) => binary(Buffer.concat([Buffer.from([0xc1]), Buffer.from(words)]))

export class Peer {
  frames = []
  head = ''
  ended = false
  answersClose = true
  #bytes = Buffer.alloc(0)
  #waiting = new Set()

  constructor(socket) {
    this.socket = socket
    socket.setNoDelay(true)
    socket.on('data', (bytes) => this.#read(bytes))
    socket.on('close', () => this.#end())
    socket.on('error', () => {})
  }

  /** A socket to the server, nothing sent yet. */
  static async connect(port) {
    const socket = net.connect(port, '127.0.0.1')
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    return new Peer(socket)
  }

  /** An open WebSocket. */
  static async open(port) {
    const peer = await Peer.connect(port)
    peer.send(upgradeRequest(port))
    await peer.until(() => peer.head)
    if (!peer.head.startsWith('HTTP/1.1 101')) throw new Error(`not upgraded: ${peer.head.split('\r\n')[0]}`)
    return peer
  }

  send(...pieces) {
    for (const piece of pieces) if (!this.socket.destroyed) this.socket.write(piece)
  }

  /** Sends in pieces of `size` bytes, each in a segment of its own as far as the system agrees. */
  async sendChopped(bytes, size) {
    for (let at = 0; at < bytes.length && !this.socket.destroyed; at += size) {
      this.socket.write(bytes.subarray(at, at + size))
      await new Promise(setImmediate)
    }
  }

  /** Resolves when `condition` holds or the connection is over. */
  until(condition) {
    if (this.ended || condition()) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const hang = setTimeout(() => reject(new Error(`hangs: ${this.describe()}`)), HANG_MS)
      this.#waiting.add({ condition, resolve: () => { clearTimeout(hang); resolve() } })
    })
  }

  over() {
    return this.until(() => false)
  }

  hangUp() {
    this.socket.destroy()
  }

  /** What was received as whole messages. */
  get messages() {
    const whole = []
    let parts = null
    for (const { opcode, final, payload } of this.frames) {
      if (opcode === OPCODE.text || opcode === OPCODE.binary) parts = [payload]
      else if (opcode === OPCODE.continuation && parts) parts.push(payload)
      else continue
      if (final) whole.push(Buffer.concat(parts))
    }
    return whole
  }

  get received() {
    return Buffer.concat(this.messages)
  }

  get pongs() {
    return this.frames.filter(({ opcode }) => opcode === OPCODE.pong).map(({ payload }) => payload.toString('latin1'))
  }

  /** The server's close code; 1005 for a close frame without one, 0 for no close frame. */
  get code() {
    const close = this.frames.find(({ opcode }) => opcode === OPCODE.close)
    if (!close) return 0
    return close.payload.length >= 2 ? close.payload.readUInt16BE(0) : 1005
  }

  describe() {
    const told = this.frames.map(({ opcode, payload }) => opcode === OPCODE.close && payload.length > 1 ? `close ${payload.readUInt16BE(0)}` : `${opcode}[${payload.length}]`)
    return `${this.head.split('\r\n')[0]} ${told.slice(0, 8).join(' ')}${this.ended ? ' end' : ''}`
  }

  #read(bytes) {
    this.#bytes = Buffer.concat([this.#bytes, bytes])
    if (!this.head) {
      const end = this.#bytes.indexOf('\r\n\r\n')
      if (end >= 0) {
        this.head = this.#bytes.subarray(0, end).toString('latin1')
        this.#bytes = this.#bytes.subarray(end + 4)
      }
    }
    if (this.head.startsWith('HTTP/1.1 101')) while (this.#parse());
    this.#check()
  }

  #parse() {
    const bytes = this.#bytes
    if (bytes.length < 2) return false
    const short = bytes[1] & 127
    const width = short === 127 ? 8 : short === 126 ? 2 : 0
    if (bytes.length < 2 + width) return false
    const length = width === 8 ? Number(bytes.readBigUInt64BE(2)) : width === 2 ? bytes.readUInt16BE(2) : short
    if (bytes.length < 2 + width + length) return false
    this.#bytes = bytes.subarray(2 + width + length)
    this.frames.push({ opcode: bytes[0] & 15, final: bytes[0] > 127, masked: bytes[1] > 127, payload: bytes.subarray(2 + width, 2 + width + length) })
    if ((bytes[0] & 15) === OPCODE.close && this.answersClose) this.#answerClose()
    return true
  }

  #answerClose() {
    this.send(closing(1000))
    this.socket.end()
  }

  #end() {
    this.ended = true
    this.#check()
  }

  #check() {
    for (const waiting of this.#waiting)
      if (this.ended || waiting.condition()) {
        this.#waiting.delete(waiting)
        waiting.resolve()
      }
  }
}
