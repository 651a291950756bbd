// What the structure checks share. A check is a module with `check(root)`, which returns the
// problems it finds in the checkout at `root`, each one sentence that names file and line.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The paths of all files below root/folder whose name ends in one of these, relative to root. */
export function filesBelow(root, folder, endings) {
  const at = join(root, folder)
  if (!existsSync(at)) return []
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = relative(root, join(at, entry.name))
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : filesBelow(root, path, endings)
    return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : []
  }).sort()
}

export const linesOf = (root, path) => readFileSync(join(root, path), 'utf8').replace(/\n$/, '').split('\n')

/** As linesOf, with comments blanked out, so that only code is left; line numbers stay. */
export function codeOf(root, path) {
  const blank = (text) => text.replace(/[^\n]/g, ' ')
  return readFileSync(join(root, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|(?<![:'`])\/\/[^\n]*/g, (hit) => hit.startsWith('"') ? hit : blank(hit))
    .split('\n')
}

/** The prototypes of a header: the line each begins on, from 1, the line it ends on, and its name. */
export function prototypesOf(root, path) {
  const code = codeOf(root, path)
  return code.flatMap((text, index) => {
    const [, name] = /^(?!typedef\b|static\b|return\b)[a-z_][\w *]*[ *](\w+)\([^)]*(?:\)|,\s*$|$)/i.exec(text) ?? []
    if (!name || name === '__attribute__') return []
    const length = code.slice(index).findIndex((later) => later.includes(';'))
    return [{ line: index + 1, last: index + 1 + length, name }]
  })
}

/** Runs a check when its module is the program: `node CHECK.mjs [ROOT]`. */
export function runAsProgram(meta, check) {
  if (process.argv[1] !== fileURLToPath(meta.url)) return
  const problems = check(process.argv[2] ?? '.')
  for (const problem of problems) console.error(problem)
  process.exit(problems.length ? 1 : 0)
}
