// Keys as text: 32 bytes are 43 characters of base64url without padding. Workshop ids in links are base 36.
const keyBytes = 32
const keyPattern = /^[A-Za-z0-9_-]{43}$/

export function keyToText(key: Uint8Array): string {
  const text = btoa(String.fromCharCode(...key))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Undefined unless the text is exactly one key. */
export function keyFromText(text: string): Uint8Array | undefined {
  if (!keyPattern.test(text)) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const key = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  // The last character holds four spare bits, which are zero in the one true spelling.
  return key.length === keyBytes && keyToText(key) === text ? key : undefined
}

export function randomKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(keyBytes))
}

/** A fresh record id: 1 to 2^53-1. */
export function randomId(): number {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2)) as unknown as [number, number]
  return (high & 0x1fffff) * 2 ** 32 + low || 1
}

/** The id of a page load that begins at this seq: of one it has forgotten, the server can tell so (PROTOCOL.md,
 * C1 and C6). */
export function clientId(seq: number): number {
  const [chance] = crypto.getRandomValues(new Uint32Array(1)) as unknown as [number]
  return Math.min(seq, 2 ** 28 - 1) * 2 ** 25 + (chance % (2 ** 25 - 1)) + 1
}

export function idToText(id: number): string {
  return id.toString(36)
}

export function idFromText(text: string): number | undefined {
  const id = Number.parseInt(text, 36)
  return Number.isSafeInteger(id) && id > 0 && id.toString(36) === text.toLowerCase() ? id : undefined
}
