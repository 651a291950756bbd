// Undoing what a server compressed, by what browsers bring along.

/** Undoes zlib's form (RFC 1950), and fails when more than `most` bytes come of it. */
export type Unpack = (bytes: Uint8Array, most: number) => Promise<Uint8Array>

/** Undefined where the browser cannot: it is sent everything plain. */
export const unpack: Unpack | undefined = typeof DecompressionStream === 'undefined' ? undefined : inflate

async function inflate(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  const plain = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate'))
  const reader = plain.getReader()
  const pieces: BlobPart[] = []
  let length = 0
  for (let piece = await reader.read(); piece.value; piece = await reader.read()) {
    length += piece.value.length
    if (length > most) throw new Error(`more than ${most} bytes`)
    pieces.push(piece.value as BlobPart)
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}
