// Small rooms: no function of C or TypeScript over 60 lines but for an exhaustive switch, no file over 600.
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
  return written.flatMap((path) => [...fileProblem(root, path), ...functionProblems(root, path)])
}

function fileProblem(root, path) {
  const length = linesOf(root, path).length
  return length > FILE_LINES ? [`${path}:1: ${length} lines, so it is two things (${FILE_LINES} at most)`] : []
}

function functionProblems(root, path) {
  const bodies = path.endsWith('.c') ? bodiesOfC : /\.tsx?$/.test(path) ? bodiesOfTypeScript : () => []
  return bodies(codeOf(root, path)).flatMap(({ line, body }) => {
    const length = body.length - exhaustiveSwitchLines(body)
    return length > FUNCTION_LINES ? [`${path}:${line}: a function of ${length} lines (${FUNCTION_LINES} at most)`] : []
  })
}

// A body stands between a line that is { and the next that is }; the line before says whose it is.
function bodiesOfC(code) {
  const bodies = []
  let begin = -1
  code.forEach((line, index) => {
    if (line.trimEnd() === '{') begin = index
    if (line.trimEnd() !== '}' || begin < 0) return
    bodies.push({ line: begin, body: code.slice(begin + 1, index) })
    begin = -1
  })
  return bodies
}

// As biome sets it, a body opens at the end of a line, `=> {`, `=> (` or `): Answer {`, and ends at the next line that
// stands as far to the left and begins with the other bracket. A describe is a list of tests and no function.
const OPENS = /=> [({]$|\)(?:: [^=]*)? \{$/
const NO_FUNCTION = /^(?:\} )?(?:if|else|for|while|do|switch|catch)\b|^describe\(/

function bodiesOfTypeScript(code) {
  return code.flatMap((line, index) => {
    const text = line.trimEnd()
    if (!OPENS.test(text) || NO_FUNCTION.test(text.trim())) return []
    const [indent] = /^ */.exec(text)
    const length = code.slice(index + 1).findIndex((l) => l.startsWith(indent) && /^[)}\]]/.test(l.slice(indent.length)))
    return [{ line: index + 1, body: code.slice(index + 1, index + 1 + length) }]
  })
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
