// Writes msgpack in the shortest form, apart from the servers' and browsers' own encoders, so that
// the golden vectors are a second opinion on both.

export class Raw {
  constructor(bytes) { this.bytes = bytes }
}

export const raw = (hex) => new Raw(Buffer.from(hex, 'hex'))
export const bin = (bytes) => new Raw(Buffer.concat([sized(bytes.length, [[0xff, 0xc4, 1], [0xffff, 0xc5, 2], [0xffffffff, 0xc6, 4]]), bytes]))

export function pack(value) {
  if (value instanceof Raw) return value.bytes
  if (value === null) return Buffer.from([0xc0])
  if (typeof value === 'boolean') return Buffer.from([value ? 0xc3 : 0xc2])
  if (typeof value === 'number') return integer(value)
  if (typeof value === 'string') return text(Buffer.from(value, 'utf8'))
  if (Array.isArray(value)) return Buffer.concat([arrayHead(value.length), ...value.map(pack)])
  throw new Error(`no msgpack for ${JSON.stringify(value)}`)
}

function number(type, bytes, value) {
  const head = Buffer.alloc(1 + bytes, type)
  const wide = Buffer.alloc(8)
  wide.writeBigInt64BE(BigInt(value))
  wide.copy(head, 1, 8 - bytes)
  return head
}

function integer(value) {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no safe integer`)
  if (value >= -32 && value < 128) return Buffer.from([value & 0xff])
  if (value >= 0) return number(...[[0xcc, 1], [0xcd, 2], [0xce, 4], [0xcf, 8]].find(([, n]) => value < 2 ** (8 * n)), value)
  return number(...[[0xd0, 1], [0xd1, 2], [0xd2, 4], [0xd3, 8]].find(([, n]) => value >= -(2 ** (8 * n - 1))), value)
}

// The first form whose greatest length is enough.
function sized(length, forms) {
  const [, type, bytes] = forms.find(([greatest]) => length <= greatest)
  return bytes ? number(type, bytes, length) : Buffer.from([type | length])
}

const text = (bytes) => Buffer.concat([sized(bytes.length, [[31, 0xa0, 0], [0xff, 0xd9, 1], [0xffff, 0xda, 2], [0xffffffff, 0xdb, 4]]), bytes])
const arrayHead = (length) => sized(length, [[15, 0x90, 0], [0xffff, 0xdc, 2], [0xffffffff, 0xdd, 4]])
