// What a client and a server must have alike to understand each other: the names, numbers and kinds
// of everything that travels, one thing a line, and a fingerprint of that text. Sentences, labels,
// limits and who may do what may differ: the server has the last word on them.
import { createHash } from 'node:crypto'

// So many bytes of the hash: any number of them is an integer that JavaScript keeps exactly.
const BYTES = 6

/** The schema with its form, that text, and the fingerprint of it. */
export function takeFingerprint(schema) {
  const form = `${lines(schema).join('\n')}\n`
  return { ...schema, form, fingerprint: createHash('sha256').update(form).digest().readUIntBE(0, BYTES) }
}

function lines(s) {
  return [
    `${s.subprotocol} ${s.version}`,
    ...s.choices.flatMap((c) => c.values.map((v) => `choice ${c.name} ${v.number} ${v.name}`)),
    ...s.records.flatMap((r) => numbered('record', r)),
    ...s.commands.flatMap((c) => numbered('command', c)),
    ...s.operations.map((o) => `operation ${o.number} ${o.name}`),
    ...s.lists.flatMap((l) => placed('list', l)),
    ...[...s.toServer, ...s.toClient].flatMap((m) => placed('message', m)),
    ...s.refusals.map((r) => `refusal ${r.number} ${r.name}`),
    ...s.closes.map((c) => `close ${c.number} ${c.name}`),
  ]
}

const kind = (f) => `${f.kind}${f.of ? ` ${f.of}` : ''}`

// A body: its fields are known by their numbers.
function numbered(what, { name, number, fields }) {
  return [`${what} ${number} ${name}`, ...fields.map((f) => `${what} ${number} ${f.number} ${f.name} ${kind(f)}`)]
}

// A message or a list's item: its fields are known by their places.
function placed(what, { name, number, fields }) {
  const which = number === undefined ? name : `${number} ${name}`
  return [`${what} ${which}`, ...fields.map((f, i) => `${what} ${number ?? name} ${i + 1} ${f.name} ${kind(f)}`)]
}
