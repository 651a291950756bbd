// Somebody's browser in a test: a session, its keys and store, and sockets that reach the model server when the
// test lets them.
import { inflateSync } from 'node:zlib'
import { Keys } from '../../src/sync/keys'
import { Renewal } from '../../src/sync/renewal'
import { Session } from '../../src/sync/session'
import type { Channel } from '../../src/sync/tabs'
import { Unsent } from '../../src/sync/unsent'
import type { ModelServer } from './model'
import { chance, FakeClock, FakeSocket, MemoryStore, memoryShelf } from './world'

export class Visitor {
  readonly clock: FakeClock
  readonly store = new MemoryStore()
  readonly browser = memoryShelf()
  tab = memoryShelf()
  /** To the other tabs of this browser; of the next session that is opened. */
  channel: Channel | undefined
  session: Session
  socket: FakeSocket | undefined
  private attached: FakeSocket | undefined
  /** How often the page has asked to be loaded anew. */
  renewed = 0
  writing = false
  /** Whether the network lets new sockets through. */
  reachable = true

  constructor(
    readonly server: ModelServer,
    landed?: Uint8Array,
    seed = 1,
  ) {
    this.clock = new FakeClock(chance(seed))
    this.session = this.open(landed)
  }

  private open(landed: Uint8Array | undefined): Session {
    return new Session({
      workshop: this.server.workshop,
      keys: new Keys(this.browser, this.tab, this.server.workshop),
      landed,
      clock: this.clock,
      store: this.store,
      unsent: this.openUnsent(),
      channel: this.channel,
      open: () => this.openSocket(),
      unpack: async (bytes) => new Uint8Array(inflateSync(bytes)),
      refusalText: async ({ refusal }) => `refused ${refusal}`,
      strangeText: () => 'strange',
      renewal: new Renewal({
        shelf: this.tab,
        clock: this.clock,
        reload: () => {
          this.renewed++
        },
        writing: () => this.writing,
        words: () => ({ text: 'another version', label: 'reload' }),
      }),
      lostText: () => 'lost',
    })
  }

  private openUnsent(): Unsent {
    const { workshop } = this.server
    const shelfOf = (person: number) => (person === 0 ? this.tab : this.browser)
    return new Unsent({ workshop, clock: this.clock, shelfOf, tab: this.tab })
  }

  private openSocket(): FakeSocket {
    const socket = new FakeSocket()
    this.socket = socket
    return socket
  }

  /** The server hears of the socket that waits. */
  connect(): void {
    const socket = this.socket
    if (!this.reachable || !socket || socket.closed || socket === this.attached) return
    this.attached = socket
    this.server.attach(socket)
    // A welcome may have made the session knock again with another key.
    if (this.socket !== socket) this.connect()
  }

  start(): this {
    this.session.start()
    this.connect()
    return this
  }

  /** The network goes; what was under way is lost, both ways. */
  cut(): void {
    this.reachable = false
    this.socket?.end(1006)
  }

  /** It comes back, and the session notices. */
  mend(): void {
    this.reachable = true
    this.session.wake()
    this.connect()
  }

  /** Closes the tab and opens the workshop in another. */
  reload(): void {
    if (this.socket) this.socket.closed = true
    this.session.close()
    this.session = this.open(undefined)
    this.start()
  }
}
