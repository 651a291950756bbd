// A wire between browser and server that a test can cut. What it does to bytes is set on it, for connections
// that are there as for those to come:
//   pass     all goes through
//   deaf     what people send arrives, what the server answers does not
//   silent   nothing arrives, nobody is told
//   cut      connections fall, and new ones are refused
// And it can be slow: a line of so many bits a second each way, shared by all connections as a real one is, with
// a delay, on which packets get lost and come later.
import net from 'node:net'

const packetBytes = 1460
/** What a device on the way holds; who sends more waits. */
const heldBytes = 64 * 1024

/** One direction of a slow line. */
class Line {
  freeAt = 0

  constructor({ rate, delay = 0, loss = 0, seed = 1 }) {
    Object.assign(this, { rate, delay, loss, seed })
  }

  /** When a packet that is given to it now arrives. TCP notices a lost one after about two round trips, and what
   * follows it on its connection waits. */
  arrival(bytes) {
    this.freeAt = Math.max(this.freeAt, performance.now()) + (bytes * 8000) / this.rate
    return this.freeAt + this.delay + (this.chance() < this.loss ? 4 * this.delay + 200 : 0)
  }

  /** The same for the same seed (mulberry32). */
  chance() {
    this.seed = (this.seed + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), this.seed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** From one socket to another, while `passes` says so. Answers what tells in how many ms all is carried. */
  carry(from, to, passes) {
    let last = 0
    let held = 0
    from.on('data', (bytes) => {
      for (let at = 0; at < bytes.length; at += packetBytes) {
        const packet = bytes.subarray(at, at + packetBytes)
        last = Math.max(last, this.arrival(packet.length))
        held += packet.length
        const arrives = () => {
          held -= packet.length
          if (held < heldBytes) from.resume()
          if (passes()) to.write(packet)
        }
        setTimeout(arrives, last - performance.now())
      }
      if (held >= heldBytes) from.pause()
    })
    return () => Math.max(0, last - performance.now())
  }
}

export class Proxy {
  pairs = new Set()
  mode = 'pass'

  static async to(port) {
    const proxy = new Proxy()
    proxy.target = port
    proxy.listener = net.createServer((near) => proxy.join(near)).listen(0, '127.0.0.1')
    await new Promise((resolve) => proxy.listener.once('listening', resolve))
    proxy.port = proxy.listener.address().port
    return proxy
  }

  /** The line that connections to come go over: bits a second, ms one way, the share of packets that get lost. */
  shape(line) {
    this.up = new Line(line)
    this.down = new Line({ ...line, seed: 2 })
  }

  set(mode) {
    this.mode = mode
    if (mode === 'cut') for (const pair of this.pairs) this.part(pair)
  }

  /** The same address, seen through the wire. */
  link(address) {
    const url = new URL(address)
    url.port = String(this.port)
    return url.href
  }

  join(near) {
    if (this.mode === 'cut') return near.destroy()
    const far = net.connect(this.target, '127.0.0.1')
    const pair = { near, far }
    this.pairs.add(pair)
    const up = this.carry(this.up, near, far, () => this.mode !== 'silent')
    const down = this.carry(this.down, far, near, () => this.mode === 'pass')
    for (const end of [near, far]) {
      end.on('error', () => {})
      // What is on its way still arrives.
      end.on('close', () => setTimeout(() => this.part(pair), Math.max(up(), down())))
    }
  }

  carry(line, from, to, passes) {
    if (line) return line.carry(from, to, passes)
    from.on('data', (bytes) => passes() && to.write(bytes))
    return () => 0
  }

  part(pair) {
    this.pairs.delete(pair)
    pair.near.destroy()
    pair.far.destroy()
  }

  close() {
    this.set('cut')
    this.listener.close()
  }
}
