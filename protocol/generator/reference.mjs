// REFERENCE.md: every record, command, message and code on one page.

export function writeReference(schema) {
  return { 'REFERENCE.md': reference(schema) }
}

function limit(f) {
  if (f.kind === 'text') return f.max ? `at most ${f.max} bytes${f.lines ? ', several lines' : ''}` : ''
  if (f.kind === 'ids') return f.max ? `at most ${f.max}` : ''
  if (f.kind === 'integer' && f.min !== undefined) return `${f.min} to ${f.max_value}`
  if (['choice', 'id', 'list'].includes(f.kind) && f.of) return f.of
  return ''
}

const row = (f, i) => `| ${f.number ?? i + 1} | ${f.name} | ${f.kind} | ${limit(f)} | ${f.optional ? 'optional. ' : ''}${f.doc}${f.known ? ` ${f.known}` : ''} |`
const fieldTable = (fields) => fields.length ? `| n | field | kind | limit | what it is |\n| --- | --- | --- | --- | --- |\n${fields.map(row).join('\n')}\n` : 'No fields.\n'
const scope = (s) => s.rule === 'fields' ? `its own fields ${s.audience} and ${s.holder}` : s.rule

function reference(s) {
  return `<!-- Written by protocol/generate.mjs from protocol/schema; do not edit. -->
# Reference of the protocol, version ${s.version}

The rules are in [PROTOCOL.md](../PROTOCOL.md); this page lists what there is.

The fingerprint of this schema, which \`hello\` carries, is **${s.fingerprint}** (0x${s.fingerprint.toString(16).padStart(12, '0')}): the first six bytes of the SHA-256 of [schema.txt](schema.txt), as an integer, big-endian (PROTOCOL.md, H19). It is another whenever a name, a number or a kind on this page is.

## Choices

${s.choices.map((c) => `- **${c.name}**: ${c.doc} ${c.values.map((v) => `${v.name} ${v.number}`).join(', ')}.`).join('\n')}

## Records

What a workshop is made of. Every record has an id (a random integer from 1 to 2^53-1) and the fields below. Field and record numbers are permanent: the journal keeps them for ever. Lengths of text are in UTF-8 bytes.

${s.records.map((r) => `### ${r.number} ${r.name}\n\n${r.doc} Seen by: ${scope(r.scope)}. At most ${r.limit} a workshop${r.share ? `, ${r.share.limit} of one person` : ''}.${r.door ? ' Part of the door.' : ''}\n\n${fieldTable(r.fields)}`).join('\n')}
## Commands

What somebody may ask for. who: the roles that may ask at all (decide has the last word). class: the rate class (classes below; tokens a second, and how many may come at once). effect: what it plainly does to a record, so that a browser can show it before it is confirmed; a command without effect is never predicted. A field with "from" takes kind, limits and labels from that record field.

| class | commands a second | at once | what |
| --- | --- | --- | --- |
${s.classes.map((c) => `| ${c.name} | ${c.rate} | ${c.burst} | ${c.doc} |`).join('\n')}

${s.commands.map((c) => `### ${c.number} ${c.name}\n\n${c.doc} Asked by: ${c.who.join(', ')}. Class: ${c.class}.${c.effect ? ` Plain effect: ${c.effect.operation} ${c.effect.record.name}.` : ''}\n\n${fieldTable(c.fields)}`).join('\n')}
## Messages

${s.docs.messages}

${s.lists.map((l) => `### ${l.name} (list item)\n\n${l.doc}\n\n${fieldTable(l.fields)}`).join('\n')}
${[['To the server', s.toServer], ['To the client', s.toClient]].map(([title, ms]) => `### ${title}\n\n${ms.map((m) => `#### ${m.number} ${m.name}\n\n${m.doc}\n\n${fieldTable(m.fields)}`).join('\n')}`).join('\n')}
## Operations of a change

| n | operation | what |
| --- | --- | --- |
${s.operations.map((o) => `| ${o.number} | ${o.name} | ${o.doc} |`).join('\n')}

## Limits

| limit | value | what |
| --- | --- | --- |
${s.limits.map((l) => `| ${l.name} | ${l.value} | ${l.doc} |`).join('\n')}

## Refusals

| n | name | French | English |
| --- | --- | --- | --- |
${s.refusals.map((r) => `| ${r.number} | ${r.name} | ${r.fr} | ${r.en} |`).join('\n')}

## Close codes

| code | name | come back | French | English |
| --- | --- | --- | --- | --- |
${s.closes.map((c) => `| ${c.number} | ${c.name} | ${c.again ? 'yes' : 'no'} | ${c.fr} | ${c.en} |`).join('\n')}
`
}
