// Which key to knock with. A browser may hold several for one workshop: the one in the address, one's own, the
// access link's. Whoever opens the same link twice stays the same person; whoever opens an animator's link comes
// in as an animator; a key that no longer opens gives way to the link it came from.
import type { Role } from '../../../protocol/generated/protocol'
import type { Keys } from './keys'

export class Identity {
  private using: Uint8Array | undefined
  /** The role of the link in the address, while the browser's own person is tried in its place. */
  private landedRole: Role | undefined
  private joining = false
  private replaced: Uint8Array | undefined

  constructor(
    private readonly keys: Keys,
    landed: Uint8Array | undefined,
  ) {
    this.using = landed ?? keys.current()
    // Until the server has said what it is: the address has it no more, and the page may be loaded anew before.
    if (landed) keys.useInTab(landed)
  }

  /** What hello carries; undefined when this browser holds nothing for the workshop. */
  get key(): Uint8Array | undefined {
    return this.using
  }

  /** The server let us in with this key. Answers whether to knock again with another. */
  welcomed(person: number, role: Role): boolean {
    if (!this.using) return false
    if (person === 0 && (role === 'screen' || role === 'organiser')) {
      this.keys.useInTab(this.using)
      return false
    }
    this.keys.forgetTab()
    return person === 0 ? this.welcomedAsGuest(role) : this.welcomedAsPerson(role)
  }

  private welcomedAsPerson(role: Role): boolean {
    const link = this.keys.get('link')
    if (this.landedRole === 'animator' && role !== 'animator' && link) {
      this.using = link
      return true
    }
    const own = this.joining ? this.keys.get('person') : this.using
    if (own) {
      this.using = own
      this.keys.set('person', own)
    }
    this.joining = false
    this.landedRole = undefined
    return false
  }

  private welcomedAsGuest(role: Role): boolean {
    const link = this.using as Uint8Array
    const tried = this.landedRole !== undefined
    this.landedRole = role
    this.keys.set('link', link)
    if (role === 'animator') this.keys.set('animator', link)
    const own = this.keys.get('person')
    if (!own || tried || this.joining) return false
    this.using = own
    return true
  }

  /** The key opens nothing. Answers whether there is another to try. */
  unknown(): boolean {
    const link = this.keys.get('link')
    const own = this.keys.get('person')
    this.keys.forgetTab()
    if (own && this.using && sameKey(own, this.using) && !this.joining) this.keys.forget('person')
    if (!link || !this.using || sameKey(link, this.using)) return false
    this.using = link
    return true
  }

  /** A key is about to become one's own. After a cut it is tried first: the join may have been accepted. */
  join(key: Uint8Array): void {
    this.replaced = this.keys.get('person')
    this.keys.set('person', key)
    this.joining = true
  }

  /** The connection fell while joining. */
  fell(): void {
    if (this.joining) this.using = this.keys.get('person')
  }

  joinRefused(): void {
    this.joining = false
    if (this.replaced) this.keys.set('person', this.replaced)
    else this.keys.forget('person')
  }
}

export function sameKey(left: Uint8Array, right: Uint8Array | undefined): boolean {
  return (
    right !== undefined && left.length === right.length && left.every((byte, place) => byte === right[place])
  )
}
