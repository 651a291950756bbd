// A ZIP of files that are laid in as they are: all that an OpenDocument text needs, whose pictures are compressed
// already. Pure.

export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let rest = n
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) rest = (rest >>> 8) ^ (table[(rest ^ byte) & 0xff] as number)
  return (rest ^ 0xffffffff) >>> 0
}

/** Each file behind a head of its own, then a list of all with where they are. Names are ASCII. */
export function zipped(entries: readonly Entry[], time: Date): Uint8Array {
  const parts: Uint8Array[] = []
  const listed: Uint8Array[] = []
  let at = 0
  for (const entry of entries) {
    const facts = factsOf(entry, time)
    const name = new TextEncoder().encode(entry.name)
    listed.push(numbers([4, 0x02014b50], [2, 20], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name)
    parts.push(numbers([4, 0x04034b50], ...facts), name, entry.bytes)
    at += 30 + name.length + entry.bytes.length
  }
  const length = listed.reduce((sum, part) => sum + part.length, 0)
  const count = entries.length
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, at], [2, 0])
  return joined([...parts, ...listed, end])
}

type Number = readonly [bytes: 2 | 4, value: number]

/** What both a file's head and the list say of it: versions, way of packing, time, sum, sizes, length of its name. */
function factsOf({ name, bytes }: Entry, time: Date): Number[] {
  const clock = (time.getHours() << 11) | (time.getMinutes() << 5) | (time.getSeconds() >> 1)
  const day = ((time.getFullYear() - 1980) << 9) | ((time.getMonth() + 1) << 5) | time.getDate()
  const sizes: Number[] = [
    [4, crc32(bytes)],
    [4, bytes.length],
    [4, bytes.length],
  ]
  return [[2, 20], [2, 0], [2, 0], [2, clock], [2, day], ...sizes, [2, name.length], [2, 0]]
}

/** Least byte first. */
function numbers(...all: readonly Number[]): Uint8Array {
  const bytes = all.flatMap(([length, value]) =>
    Array.from({ length }, (_, place) => (value >>> (8 * place)) & 0xff),
  )
  return Uint8Array.from(bytes)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
