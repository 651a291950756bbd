// Documents that can be relied on: every relative link of a page leads somewhere, every rule of
// PROTOCOL.md has an id of its own and a test that is named after it, a test that is named after a rule
// names one that is there, and THIRD-PARTY.md knows every npm package.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { filesBelow, linesOf, runAsProgram } from './files.mjs'

const RULES = 'protocol/PROTOCOL.md'

export function check(root) {
  const pages = ['docs', 'protocol', 'packaging', 'tests', 'web-client'].flatMap((folder) => filesBelow(root, folder, ['.md']))
  const here = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'THIRD-PARTY.md'].filter((page) => existsSync(join(root, page)))
  return [...[...here, ...pages].flatMap((page) => deadLinks(root, page)), ...ruleProblems(root), ...unnamedPackages(root)]
}

function deadLinks(root, page) {
  return linesOf(root, page).flatMap((line, index) => [...line.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => {
    if (/^[a-z]+:/.test(target)) return []
    const [path, anchor] = target.split('#')
    const at = path ? normalize(join(dirname(page), path)) : page
    if (!existsSync(join(root, at))) return [`${page}:${index + 1}: ${target} is not there`]
    if (anchor && at.endsWith('.md') && !anchors(root, at).includes(anchor)) return [`${page}:${index + 1}: ${at} has no heading ${anchor}`]
    return []
  }))
}

const anchors = (root, page) => linesOf(root, page).filter((line) => line.startsWith('#'))
  .map((line) => line.replace(/^#+ /, '').toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'))

function ruleProblems(root) {
  if (!existsSync(join(root, RULES))) return []
  const known = new Map()
  const problems = []
  linesOf(root, RULES).forEach((line, index) => {
    const [, id] = /^- \*\*([A-Z]\d+)\*\*/.exec(line) ?? []
    if (!id) return
    const where = `${RULES}:${index + 1}`
    if (known.has(id)) problems.push(`${where}: ${id} is there twice`)
    else known.set(id, where)
  })
  const tests = [...filesBelow(root, 'tests', ['.c', '.mjs', '.ts']), ...filesBelow(root, 'web-client/tests', ['.ts', '.tsx', '.mjs'])]
  const named = tests.flatMap((path) => rulesNamed(root, path))
  const tested = new Set(named.map(({ id }) => id))
  return [
    ...problems,
    ...named.filter(({ id }) => !known.has(id)).map(({ id, where }) => `${where}: ${RULES} has no rule ${id}`),
    ...[...known].filter(([id]) => !tested.has(id)).map(([id, where]) => `${where}: no test is named after ${id}`),
  ]
}

// A C function "C6_…" or "c6_…", a case or a test titled 'C6 …'; J is the journal's own contract.
const NAMED = /^static void ([A-Za-z]\d+)_|\b(?:test|it|add|accepts|refuses)\(['"`]([A-Z]\d+)[ :,]/

function rulesNamed(root, path) {
  return linesOf(root, path).flatMap((line, index) => {
    const [, c, js] = NAMED.exec(line) ?? []
    const id = (c ?? js)?.toUpperCase()
    return id && !id.startsWith('J') ? [{ id, where: `${path}:${index + 1}` }] : []
  })
}

function unnamedPackages(root) {
  const named = existsSync(join(root, 'THIRD-PARTY.md')) ? linesOf(root, 'THIRD-PARTY.md').join('\n') : ''
  return ['web-client/package.json', 'tests/e2e/package.json'].filter((path) => existsSync(join(root, path))).flatMap((path) => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, path), 'utf8'))
    return Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !named.includes(`[${name}]`))
      .map((name) => `${path}:1: THIRD-PARTY.md does not name ${name}`)
  })
}

runAsProgram(import.meta, check)
