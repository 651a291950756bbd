// MessagePack, as much of it as travels: lists, whole numbers, texts, flags, bytes, and nothing for what is not given.
// What is written is the shortest form. What is read is nobody's word to be trusted: anything else throws.
const utf8 = new TextEncoder()
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function pack(value: unknown): Uint8Array {
  const writer = new Writer()
  writer.put(value)
  return writer.done()
}

/** All that stands in these bytes, one after the other. */
export function unpacked(bytes: Uint8Array): unknown[] {
  const reader = new Reader(bytes)
  const values: unknown[] = []
  while (reader.isLeft) values.push(reader.value())
  return values
}

class Reader {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  get isLeft(): boolean {
    return this.at < this.bytes.length
  }

  value(): unknown {
    const kind = this.byte(this.claim(1))
    if (kind < 0x80) return kind
    if (kind >= 0xe0) return kind - 0x100
    if (kind >= 0xa0 && kind < 0xc0) return this.text(kind & 0x1f)
    if (kind >= 0x90 && kind < 0xa0) return this.list(kind & 0x0f)
    switch (kind) {
      case 0xc0:
        return null
      case 0xc2:
        return false
      case 0xc3:
        return true
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return this.slice(this.uint(2 ** (kind - 0xc4)))
      case 0xcc:
      case 0xcd:
      case 0xce:
      case 0xcf:
        return this.uint(2 ** (kind - 0xcc))
      case 0xd0:
      case 0xd1:
      case 0xd2:
      case 0xd3:
        return this.int(2 ** (kind - 0xd0))
      case 0xd9:
      case 0xda:
      case 0xdb:
        return this.text(this.uint(2 ** (kind - 0xd9)))
      case 0xdc:
      case 0xdd:
        return this.list(this.uint(2 ** (kind - 0xdb)))
      default:
        throw new RangeError(`nothing travels as ${kind}`)
    }
  }

  private list(length: number): unknown[] {
    const values: unknown[] = []
    for (let place = 0; place < length; place++) values.push(this.value())
    return values
  }

  private slice(length: number): Uint8Array {
    const begin = this.claim(length)
    return this.bytes.slice(begin, this.at)
  }

  private text(length: number): string {
    const begin = this.claim(length)
    const { bytes, at: end } = this
    // A decoder has its price, and most texts are short and of European letters.
    const units: number[] = []
    let at = begin
    while (at < end && length < 256) {
      const byte = bytes[at++] as number
      if (byte < 0x80) units.push(byte)
      else if (byte > 0xc1 && byte < 0xe0 && at < end && isInner(bytes[at]))
        units.push(letter(byte, bytes[at++]))
      else at = end + 1
    }
    return at === end ? String.fromCharCode.apply(null, units) : strict.decode(bytes.subarray(begin, end))
  }

  private uint(length: number): number {
    let value = 0
    for (let at = this.claim(length); at < this.at; at++) value = value * 256 + this.byte(at)
    return value
  }

  private int(length: number): number {
    const value = this.uint(length)
    if (length === 8) return Number(BigInt.asIntN(64, this.big()))
    return value < 2 ** (8 * length - 1) ? value : value - 2 ** (8 * length)
  }

  /** The eight bytes before. */
  private big(): bigint {
    return new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at - 8).getBigUint64(0)
  }

  private byte(at: number): number {
    return this.bytes[at] as number
  }

  /** Where the next of so many bytes begin; they are read. */
  private claim(length: number): number {
    const begin = this.at
    this.at += length
    if (this.at > this.bytes.length) throw new RangeError('cut off')
    return begin
  }
}

/** Of a character of two bytes. */
const isInner = (byte = 0) => byte >= 0x80 && byte < 0xc0
const letter = (first: number, second = 0) => ((first & 0x1f) << 6) | (second & 0x3f)

class Writer {
  private bytes = new Uint8Array(256)
  private length = 0

  done(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }

  put(value: unknown): void {
    if (value === undefined || value === null) this.byte(0xc0)
    else if (typeof value === 'boolean') this.byte(value ? 0xc3 : 0xc2)
    else if (typeof value === 'number') this.number(value)
    else if (typeof value === 'string') this.text(value)
    else if (value instanceof Uint8Array) this.head(value.length, [0xc4, 0xc5, 0xc6]).all(value)
    else if (Array.isArray(value)) this.list(value)
    else throw new TypeError(`nothing is sent as ${typeof value}`)
  }

  private list(values: readonly unknown[]): void {
    if (values.length < 16) this.byte(0x90 | values.length)
    else this.head(values.length, [undefined, 0xdc, 0xdd])
    for (const value of values) this.put(value)
  }

  private text(text: string): void {
    const bytes = utf8.encode(text)
    if (bytes.length < 32) this.byte(0xa0 | bytes.length)
    else this.head(bytes.length, [0xd9, 0xda, 0xdb])
    this.all(bytes)
  }

  private number(value: number): void {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number`)
    if (value >= -32 && value < 128) this.byte(value & 0xff)
    else if (value >= 0) this.head(value, [0xcc, 0xcd, 0xce, 0xcf])
    else this.negative(value)
  }

  private negative(value: number): void {
    const size = [1, 2, 4, 8].findIndex((bytes) => value >= -(2 ** (8 * bytes - 1)))
    this.byte(0xd0 + size)
    this.big(BigInt.asUintN(64, BigInt(value)), 2 ** size)
  }

  /** A number in as few bytes as hold it, behind the kind that says how many: of one, two, four and eight. */
  private head(value: number, kinds: readonly (number | undefined)[]): this {
    const size = kinds.findIndex((kind, place) => kind !== undefined && value < 2 ** (8 * 2 ** place))
    this.byte(kinds[size] as number)
    this.big(BigInt(value), 2 ** size)
    return this
  }

  private big(value: bigint, bytes: number): void {
    for (let place = bytes - 1; place >= 0; place--) this.byte(Number((value >> BigInt(8 * place)) & 0xffn))
  }

  private byte(byte: number): void {
    this.room(1)
    this.bytes[this.length++] = byte
  }

  private all(bytes: Uint8Array): void {
    this.room(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = new Uint8Array(2 * (this.length + more))
    larger.set(this.bytes)
    this.bytes = larger
  }
}
