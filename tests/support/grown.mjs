// A second Archipel, built from this one's sources with a schema that has grown by a record type and a command:
// what stands beside us during an upgrade. It is built into build/grown, and again when the sources have changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('../../', import.meta.url))
const place = join(home, 'build', 'grown')
export const source = join(place, 'source')
const parts = ['CMakeLists.txt', 'cmake', 'server', 'protocol', 'web-client']
const left = /\/(node_modules|dist|web-client\/tests)$/

const numberAfter = (kind) => {
  const text = readFileSync(join(home, 'protocol/generated/schema.txt'), 'utf8')
  return Math.max(...[...text.matchAll(new RegExp(`^${kind} (\\d+) \\w+$`, 'gm'))].map(([, n]) => Number(n))) + 1
}

/** The family that is new: a record that everybody sees, and how somebody makes one. */
function grow() {
  const label = { fr: 'le jalon', en: 'the milestone' }
  const title = { number: 1, kind: 'text', max: 80, label, doc: 'What people read.' }
  const milestone = { number: numberAfter('record'), limit: 10, scope: 'everyone', doc: 'A milestone.', fields: { title } }
  const fields = { milestone: { number: 1, kind: 'id', label, doc: 'A fresh id.' }, title: { number: 2, from: 'milestone.title' } }
  const add = { number: numberAfter('command'), who: ['participant'], class: 'edit', effect: { put: 'milestone' }, doc: 'Sets one.', fields }
  const family = { doc: 'What a later version has.', records: { milestone }, commands: { add_milestone: add } }
  writeFileSync(join(source, 'protocol/schema/milestones.json'), JSON.stringify(family))
  writeFileSync(join(source, 'server/core/rules/milestones.c'), `/* The rule of a later version. */
#include "core/decision.h"

void decide_add_milestone(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    decide_plain(state, command, context, decision);
}
`)
}

function filesBelow(path) {
  if (left.test(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name)))
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [fileURLToPath(import.meta.url), ...parts.flatMap((part) => filesBelow(join(home, part)))])
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function copy() {
  rmSync(source, { recursive: true, force: true })
  for (const part of parts) cpSync(join(home, part), join(source, part), { recursive: true, filter: (path) => !left.test(path) })
  mkdirSync(join(source, 'tests'))
  writeFileSync(join(source, 'tests/CMakeLists.txt'), '')
  // One by one: what a build leaves beside them is its own.
  const modules = join(home, 'web-client/node_modules')
  mkdirSync(join(source, 'web-client/node_modules'))
  for (const name of readdirSync(modules).filter((one) => one !== '.archipel'))
    symlinkSync(join(modules, name), join(source, 'web-client/node_modules', name))
}

const run = (cwd, program, ...words) => execFileSync(program, words, { cwd, stdio: ['ignore', 'pipe', 'inherit'] })

/** Answers the program. */
export function grown() {
  const program = join(place, 'build', 'archipel')
  const stamp = join(place, 'stamp')
  const now = fingerprint()
  if (existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return program
  rmSync(stamp, { force: true })
  copy()
  grow()
  run(source, 'node', 'protocol/generate.mjs')
  run(join(source, 'web-client'), 'node', 'build.mjs')
  run(source, 'cmake', '-S', source, '-B', join(place, 'build'), '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Debug')
  run(source, 'cmake', '--build', join(place, 'build'), '--target', 'archipel')
  writeFileSync(stamp, now)
  return program
}
