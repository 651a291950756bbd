// The golden vectors: fills in the hex of protocol/vectors/*.json from what they mean, by an encoder
// of its own (msgpack.mjs), and writes them as a C table for the server's tests.
// How to add one is told in protocol/vectors/README.md.
import { createHash } from 'node:crypto'
import { bin, pack, raw } from './msgpack.mjs'

// What JSON cannot say, in a vector's `sends`.
const WIDE = {
  raw,
  bin: (hex) => bin(Buffer.from(hex, 'hex')),
  text: ([part, times]) => part.repeat(times),
  repeat: ([value, times]) => Array(times).fill(widen(value)),
  nest: (depth) => raw(`${'91'.repeat(depth)}c0`),
}

// vectors: {name of a file: [vector]}. Answers the files' text and the C header.
export function writeVectors(schema, vectors) {
  const coder = new Coder(schema)
  const files = {}, rows = []
  for (const [name, items] of Object.entries(vectors)) {
    const filled = items.map((v) => inContext(`${name}.json: ${v.name}`, () => fill(coder, v)))
    files[name] = `[\n${filled.map((v) => `  ${JSON.stringify(v)}`).join(',\n')}\n]\n`
    rows.push(...filled.map((v) => inContext(`${name}.json: ${v.name}`, () => row(schema, coder, v))))
  }
  const names = rows.map((r) => r.name)
  const twice = names.find((n, i) => names.indexOf(n) !== i)
  if (twice) throw new Error(`vector ${twice} is there twice`)
  return { files, header: header(rows) }
}

function inContext(where, act) {
  try {
    return act()
  } catch (error) {
    throw new Error(`protocol/vectors/${where}: ${error.message}`)
  }
}

function fill(coder, vector) {
  const { hex, ...rest } = vector
  const bytes = meant(coder, vector)
  if (!bytes && hex === undefined) fail('has neither hex nor anything to make it of')
  if ((vector.loose || !bytes) && !/^([0-9a-f]{2})*$/.test(hex)) fail('hex is not pairs of 0-9 and a-f')
  // A loose form says the same in more bytes, so its hex is written by hand.
  return { ...rest, hex: vector.loose || !bytes ? hex : bytes.toString('hex') }
}

function meant(coder, v) {
  if (v.sends) return pack(widen(v.sends))
  if (v.message) return coder.message(v.message)
  if (v.entry) return coder.entry(v.entry)
  if (v.snapshot) return coder.snapshot(v.snapshot)
  return null
}

function widen(value) {
  if (Array.isArray(value)) return value.map(widen)
  if (value === null || typeof value !== 'object') return value
  const [[kind, argument]] = Object.entries(value)
  return (WIDE[kind] ?? fail(`no ${kind} in sends`))(argument)
}

// digest: whether secrets of clients are written as their digests, as they leave the decoder.
class Coder {
  constructor(schema, digest = false) {
    Object.assign(this, { schema, digest })
  }

  digested() { return new Coder(this.schema, true) }

  find(items, name) {
    return items.find((i) => i.name === name) ?? fail(`no ${name} in the schema`)
  }

  messageType(name) { return this.find([...this.schema.toServer, ...this.schema.toClient], name) }

  choice(field, name) { return this.find(this.find(this.schema.choices, field.of).values, name).number }

  secret(hex) {
    const key = Buffer.from(hex, 'hex')
    return this.digest ? createHash('sha256').update('archipel digest\0').update(key).digest() : key
  }

  value(field, v, own) {
    switch (field.kind) {
      case 'choice': return this.choice(field, v)
      case 'secret': return bin(own ? Buffer.from(v, 'hex') : this.secret(v))
      case 'bytes': return bin(Buffer.from(v, 'hex'))
      case 'command': return this.command(v)
      case 'changes': return v.map((c) => this.change(c))
      case 'list': return v.map((item) => this.fields(this.find(this.schema.lists, field.of), item))
      default: return v
    }
  }

  fields(type, values) {
    const known = new Set(['type', ...type.fields.map((f) => f.name)])
    for (const name of Object.keys(values)) if (!known.has(name)) fail(`${type.name} has no ${name}`)
    return type.fields.map((f) => this.value(f, values[f.name] ?? fail(`${f.name} is missing`)))
  }

  message(m) {
    const type = this.messageType(m.type)
    return pack([type.number, ...this.fields(type, m)])
  }

  body(type, values, skipZero, own) {
    for (const name of Object.keys(values)) this.find(type.fields, name)
    return type.fields.filter((f) => f.name in values && !(skipZero && isZero(values[f.name])))
      .sort((a, b) => a.number - b.number)
      .flatMap((f) => [f.number, this.value(f, values[f.name], own)])
  }

  command({ type: name, ...values }) {
    const type = this.find(this.schema.commands, name)
    return [type.number, this.body(type, values, false, false)]
  }

  change({ operation, type: name, id, fields }) {
    fields ??= {}
    const type = this.find(this.schema.records, name)
    if (operation === 'put') for (const f of type.fields) fields[f.name] ??= zeroOf(f)
    return [this.find(this.schema.operations, operation).number, type.number, id, this.body(type, fields, operation === 'put', true)]
  }

  entry(e) {
    const command = e.command ? this.find(this.schema.commands, e.command).number : 0
    return pack([1, e.seq, e.time, e.actor, e.client, e.counter, command, e.changes.map((c) => this.change(c))])
  }

  snapshot(s) {
    return pack([1, s.seq, s.time, s.counters, s.records.map((r) => this.change({ operation: 'put', ...r }))])
  }
}

// What a put leaves out; filled in, so that a vector stays whole when a record gains a field.
function zeroOf(field) {
  switch (field.kind) {
    case 'text': return ''
    case 'flag': return false
    case 'ids': return []
    case 'id': case 'integer': case 'time': return 0
    default: return fail(`${field.name} is missing`)
  }
}

const isZero = (v) => v === 0 || v === false || v === '' || (Array.isArray(v) && !v.length)

function fail(sentence) {
  throw new Error(sentence)
}

// What the C tests print of what they decoded; choices are numbers there, secrets digests.
class Printer {
  constructor(coder) { this.coder = coder }

  value(field, v, own) {
    switch (field.kind) {
      case 'choice': return String(this.coder.choice(field, v))
      case 'secret': return `"${own ? v : this.coder.secret(v).toString('hex')}"`
      case 'command': return this.command(v)
      case 'changes': return this.list(v, (c) => this.change(c))
      case 'list': return this.list(v, (item) => `{${this.fields(this.coder.find(this.coder.schema.lists, field.of), item).join(',')}}`)
      default: return JSON.stringify(v)
    }
  }

  list(items, print) { return `[${items.map(print).join(',')}]` }

  fields(type, values, own) {
    return type.fields.filter((f) => f.name in values).map((f) => `"${f.name}":${this.value(f, values[f.name], own)}`)
  }

  typed(type, values) { return `{${[`"type":"${type.name}"`, ...this.fields(type, values)].join(',')}}` }

  message(m) { return this.typed(this.coder.messageType(m.type), m) }

  command(c) { return this.typed(this.coder.find(this.coder.schema.commands, c.type), c) }

  change({ operation, type: name, id, fields }) {
    fields ??= {}
    const type = this.coder.find(this.coder.schema.records, name)
    return `{"operation":"${operation}","type":"${name}","id":${id},"fields":{${this.fields(type, fields, true).join(',')}}}`
  }

  entry(e) {
    const command = e.command ? this.coder.find(this.coder.schema.commands, e.command).number : 0
    return `{"seq":${e.seq},"time":${e.time},"actor":${e.actor},"client":${e.client},"counter":${e.counter},"command":${command},"changes":${this.list(e.changes, (c) => this.change(c))}}`
  }

  snapshot(s) {
    return `{"seq":${s.seq},"time":${s.time},"counters":${JSON.stringify(s.counters)},"records":${this.list(s.records, (r) => this.change({ operation: 'put', ...r }))}}`
  }
}

function row(schema, coder, v) {
  const digested = coder.digested(), printer = new Printer(digested)
  const base = { name: v.name, bytes: Buffer.from(v.hex, 'hex'), text: '', again: Buffer.alloc(0), refusal: null }
  const kind = v.message ? (schema.toServer.some((m) => m.name === v.message.type) ? 'TO_SERVER' : 'TO_CLIENT') : (v.to ?? 'server')
  if (v.message) return { ...base, kind, text: printer.message(v.message), again: digested.message(v.message) }
  if (v.entry) return { ...base, kind: 'ENTRY', text: printer.entry(v.entry), again: digested.entry(v.entry) }
  if (v.snapshot) return { ...base, kind: 'SNAPSHOT', text: printer.snapshot(v.snapshot), again: digested.snapshot(v.snapshot) }
  if (v.refusal) return { ...base, kind: 'REFUSED', refusal: refusal(coder, v) }
  if (v.broken) return { ...base, kind: { server: 'BROKEN_TO_SERVER', client: 'BROKEN_TO_CLIENT', entry: 'BROKEN_ENTRY', snapshot: 'BROKEN_SNAPSHOT' }[kind] ?? fail(`to: ${kind}`) }
  return fail('has no message, entry, snapshot, refusal or broken')
}

function refusal({ schema, find }, v) {
  const command = find(schema.commands, v.command)
  const field = typeof v.field === 'number' ? v.field : find(command.fields, v.field).number
  return [find(schema.refusals, v.refusal).number, command.number, field, v.limit ?? 0, v.client, v.counter]
}

const quote = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
const bytes = (buffer) => [...buffer].map((b) => `0x${b.toString(16).padStart(2, '0')}`).join(', ')

function header(rows) {
  const span = (buffer) => buffer.length ? `(const uint8_t[]){${bytes(buffer)}}, ${buffer.length}` : 'NULL, 0'
  const line = (r) => `    {${quote(r.name)}, VECTOR_${r.kind}, ${span(r.bytes)}, ${quote(r.text)}, ${span(r.again)}, {${(r.refusal ?? [0]).join(', ')}}},`
  return `/* Written by protocol/generate.mjs from protocol/vectors; do not edit. */
#ifndef ARCHIPEL_TESTS_VECTORS_H
#define ARCHIPEL_TESTS_VECTORS_H

#include <stddef.h>
#include <stdint.h>

enum vector_kind {
    VECTOR_TO_SERVER,
    VECTOR_TO_CLIENT,
    VECTOR_ENTRY,
    VECTOR_SNAPSHOT,
    VECTOR_REFUSED,
    VECTOR_BROKEN_TO_SERVER,
    VECTOR_BROKEN_TO_CLIENT,
    VECTOR_BROKEN_ENTRY,
    VECTOR_BROKEN_SNAPSHOT,
};

struct vector {
    const char *name;
    enum vector_kind kind;
    const uint8_t *bytes;
    size_t length;
    const char *text;     /* what it means; secrets of clients as digests, choices as numbers */
    const uint8_t *again; /* what encoding that gives */
    size_t again_length;
    struct {
        int64_t refusal, command, field, limit, client, counter;
    } refused;
};

static const struct vector vectors[] = {
${rows.map(line).join('\n')}
};

#define VECTOR_COUNT (sizeof vectors / sizeof *vectors)

#endif
`
}
