// A family has one name: protocol/schema/FAMILY.json says what there is, server/core/rules/FAMILY.c
// holds the rule of each of its commands, tests/unit/core/rules/test_FAMILY.c tests them, and says of each
// command and record what every family has to (check_family).
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, filesBelow, linesOf, runAsProgram } from './files.mjs'

export function check(root) {
  return filesBelow(root, 'protocol/schema', ['.json']).flatMap((path) => {
    const commands = Object.keys(JSON.parse(linesOf(root, path).join('\n')).commands ?? {})
    if (!commands.length) return []
    const family = path.replace(/^.*\/|\.json$/g, '')
    const rules = `server/core/rules/${family}.c`
    const needed = [rules, `tests/unit/core/rules/test_${family}.c`]
    const missing = needed.filter((one) => !existsSync(join(root, one)))
    if (missing.length) return missing.map((one) => `${path}:1: its family needs ${one}`)
    const code = codeOf(root, rules).join('\n')
    if (!codeOf(root, needed[1]).join('\n').includes(`check_family(&${family})`)) return [`${needed[1]}:1: calls no check_family(&${family})`]
    return commands.filter((name) => !new RegExp(`^void decide_${name}\\(`, 'm').test(code))
      .map((name) => `${rules}:1: the rule of ${name} stands elsewhere, and its family is ${family}`)
  })
}

runAsProgram(import.meta, check)
