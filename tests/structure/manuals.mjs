// Headers are manuals, and the .c file opens with how it works: every file of server/ begins with a
// comment, and every prototype of a header has one of its own, on the line before it or behind it.
import { filesBelow, linesOf, prototypesOf, runAsProgram } from './files.mjs'

export function check(root) {
  return filesBelow(root, 'server', ['.c', '.h']).flatMap((path) => [
    ...openingProblem(root, path), ...(path.endsWith('.h') ? prototypeProblems(root, path) : []),
  ])
}

function openingProblem(root, path) {
  if (linesOf(root, path)[0].startsWith('/* ')) return []
  return [`${path}:1: begins with no word on ${path.endsWith('.h') ? 'what it is for' : 'how it works'}`]
}

function prototypeProblems(root, path) {
  const lines = linesOf(root, path)
  const isSaid = ({ line, last }) => /^( \*| ?\/\*).*\*\/$/.test(lines[line - 2]) || lines[last - 1].endsWith('*/')
  return prototypesOf(root, path).filter((prototype) => !isSaid(prototype))
    .map(({ line, name }) => `${path}:${line}: ${name} has no sentence`)
}

runAsProgram(import.meta, check)
