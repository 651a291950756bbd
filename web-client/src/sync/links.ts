// Links and the tree their keys grow on. An organiser's key gives the first animator's, an animator's key those
// of participants and screens: who holds the one above can always show the ones below again.
//
//   organiser ─ "animator", n ─▶ animator ─ "participant" | "facilitator" | "screen", n ─▶ link
//
// Numbers up to 999 grow on the tree. From 1000 on a key is random, and only the browser that made it can show it:
// that is what an animator uses whose own key is not the first one's.
import type { Role } from '../../../protocol/generated/protocol'
import { idFromText, idToText, keyFromText, keyToText } from './bytes'

export const firstRandomNumber = 1000
export const lastNumber = 1_000_000

/** What a link names. */
export interface Address {
  /** 0 for the start page. */
  workshop: number
  key: Uint8Array | undefined
  /** The participants' key that a screen's link may bring along, after a dot, to show on the wall. */
  shown: Uint8Array | undefined
}

/** What an address or a pasted link names; undefined when it is not one of ours. */
export function readLink(link: string): Address | undefined {
  const url = parse(link)
  if (!url) return undefined
  const { pathname, hash } = url
  const [key, shown] = hash.slice(1).split('.').map(keyFromText)
  const workshop = pathname === '/' ? 0 : idFromPath(pathname)
  return workshop === undefined ? undefined : { workshop, key, shown }
}

function parse(link: string): URL | undefined {
  try {
    return new URL(link)
  } catch {
    return undefined
  }
}

function idFromPath(path: string): number | undefined {
  const [, text] = /^\/a\/([0-9a-z]{1,11})\/?$/i.exec(path) ?? []
  return text === undefined ? undefined : idFromText(text)
}

export function writeLink(origin: string, workshop: number, key: Uint8Array, shown?: Uint8Array): string {
  const fragment = shown ? `${keyToText(key)}.${keyToText(shown)}` : keyToText(key)
  return `${origin}/a/${idToText(workshop)}#${fragment}`
}

/** SHA-256("archipel " label 0 workshop number parent), numbers as 8 bytes big-endian. */
export async function deriveKey(
  parent: Uint8Array,
  label: Role,
  workshop: number,
  number: number,
): Promise<Uint8Array> {
  const { sha256 } = await import('@noble/hashes/sha2.js')
  const head = new TextEncoder().encode(`archipel ${label}\0`)
  const bytes = new Uint8Array(head.length + 16 + parent.length)
  bytes.set(head)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(head.length, BigInt(workshop))
  view.setBigUint64(head.length + 8, BigInt(number))
  bytes.set(parent, head.length + 16)
  return sha256(bytes)
}
