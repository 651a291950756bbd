#!/usr/bin/env node
// Reads protocol/schema/*.json and protocol/templates/*.json, checks them, and writes
// protocol/generated/: the C structs, enums and tables, the TypeScript types and tables, the
// sentences of both languages, the templates, REFERENCE.md, and schema.txt, what the fingerprint is
// taken of.
// With --check it writes nothing and fails if what is committed differs.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeC } from './generator/c.mjs'
import { writeCReferences } from './generator/c-references.mjs'
import { takeFingerprint } from './generator/fingerprint.mjs'
import { writeFold } from './generator/fold.mjs'
import { readJson } from './generator/json.mjs'
import { writeReference } from './generator/reference.mjs'
import { readSchema } from './generator/schema.mjs'
import { readTemplates, writeTemplates } from './generator/templates.mjs'
import { writeTypeScript } from './generator/typescript.mjs'
import { writeVectors } from './generator/vectors.mjs'

const home = dirname(fileURLToPath(import.meta.url))
const { messages, codes, ...families } = readFolder(join(home, 'schema'))
const schema = takeFingerprint(readSchema({ families, messages, codes }))
const templates = readTemplates(join(home, 'templates'), schema)
const files = { ...writeC(schema), ...writeCReferences(schema), ...writeTypeScript(schema), ...writeReference(schema), ...writeFold(), 'schema.txt': schema.form, ...writeTemplates(templates) }
const vectors = writeVectors(schema, readFolder(join(home, 'vectors')))
for (const [name, text] of Object.entries(vectors.files)) files[`../vectors/${name}.json`] = text
files['../../tests/support/vectors.h'] = vectors.header

const check = process.argv.includes('--check')
const stale = []
for (const folder of ['generated', '../tests/support']) mkdirSync(join(home, folder), { recursive: true })
for (const [name, text] of Object.entries(files)) {
  const path = join(home, 'generated', name)
  if (!check) writeFileSync(path, text)
  else if (readOr(path, '') !== text) stale.push(name)
}
if (stale.length) {
  console.error(`protocol/generated is stale: ${stale.join(', ')}. Run: node protocol/generate.mjs`)
  process.exit(1)
}

// The JSON files of a folder, by their names without the ending.
function readFolder(folder) {
  const names = readdirSync(folder).filter((n) => n.endsWith('.json')).sort()
  return Object.fromEntries(names.map((n) => [n.replace(/\.json$/, ''), readJson(join(folder, n))]))
}

function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
