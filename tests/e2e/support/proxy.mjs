// A wire between browser and server that a test can cut. What it does to bytes is set on it, for connections
// that are there as for those to come:
//   pass     all goes through
//   deaf     what people send arrives, what the server answers does not
//   silent   nothing arrives, nobody is told
//   cut      connections fall, and new ones are refused
import net from 'node:net'

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
    near.on('data', (bytes) => this.mode !== 'silent' && far.write(bytes))
    far.on('data', (bytes) => this.mode === 'pass' && near.write(bytes))
    for (const end of [near, far]) {
      end.on('error', () => {})
      end.on('close', () => this.part(pair))
    }
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
