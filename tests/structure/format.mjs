// One style of C: every file of server/ and tests/ is as clang-format leaves it with the .clang-format
// of the root. What the generator writes has the generator's own style.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, linesOf, runAsProgram } from './files.mjs'

const isWritten = (root, path) => !/^\/\* Written by protocol\/generate\.mjs/.test(linesOf(root, path)[0])

export function check(root) {
  if (!existsSync(join(root, '.clang-format'))) return ['.clang-format:1: is missing']
  const paths = ['server', 'tests'].flatMap((folder) => filesBelow(root, folder, ['.c', '.h']))
    .filter((path) => isWritten(root, path))
  if (!paths.length) return []
  const { stderr, error } = spawnSync('clang-format', ['--dry-run', ...paths], { cwd: root, encoding: 'utf8' })
  if (error) return [`.clang-format:1: ${error.message} (script/setup installs clang-format)`]
  const problems = stderr.matchAll(/^(.+?):(\d+):\d+: warning: code should be clang-formatted/gm)
  // The first place of each file says enough: clang-format -i mends the whole of it.
  const first = new Map()
  for (const [, path, line] of problems) if (!first.has(path)) first.set(path, line)
  return [...first].map(([path, line]) => `${path}:${line}: not as clang-format -i leaves it`)
}

runAsProgram(import.meta, check)
