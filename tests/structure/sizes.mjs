// Small rooms: no function of C over 60 lines but for an exhaustive switch, no file over 600.
import { codeOf, filesBelow, linesOf, runAsProgram } from './files.mjs'

const FUNCTION_LINES = 60
const FILE_LINES = 600
const SOURCES = [
  ['server', ['.c', '.h', '.lua', '.sql']], ['tests', ['.c', '.h', '.mjs']], ['protocol', ['.mjs', '.json']],
  ['web-client', ['.ts', '.tsx', '.css', '.mjs']], ['script', ['']],
]

export function check(root) {
  const written = SOURCES.flatMap(([folder, endings]) => filesBelow(root, folder, endings))
    .filter((path) => !path.startsWith('protocol/generated/') && !path.endsWith('package-lock.json'))
  return written.flatMap((path) => [...fileProblem(root, path), ...(path.endsWith('.c') ? functionProblems(root, path) : [])])
}

function fileProblem(root, path) {
  const length = linesOf(root, path).length
  return length > FILE_LINES ? [`${path}:1: ${length} lines, so it is two things (${FILE_LINES} at most)`] : []
}

// A function's body stands between a line that is { and the next that is }.
function functionProblems(root, path) {
  const code = codeOf(root, path)
  const problems = []
  let begin = -1
  code.forEach((line, index) => {
    if (line.trimEnd() === '{') begin = index
    if (line.trimEnd() !== '}' || begin < 0) return
    const body = code.slice(begin + 1, index)
    const length = body.length - exhaustiveSwitchLines(body)
    if (length > FUNCTION_LINES) problems.push(`${path}:${begin}: a function of ${length} lines (${FUNCTION_LINES} at most)`)
    begin = -1
  })
  return problems
}

// Lines of the switches of this body that list every case and have no default.
function exhaustiveSwitchLines(body) {
  let lines = 0
  body.forEach((line, index) => {
    const [, indent] = /^( *)switch \(/.exec(line) ?? []
    if (indent === undefined) return
    const length = body.slice(index + 1).findIndex((l) => l.startsWith(`${indent}}`))
    const inside = body.slice(index + 1, index + 1 + length)
    if (!inside.some((l) => /^\s*default:/.test(l))) lines += inside.length
  })
  return lines
}

runAsProgram(import.meta, check)
