// The modules of the page stand in an order: none of web-client/src leads back to itself by its imports, of types and
// of what is fetched later too, and no folder does. What two parts need of each other stands in a third.
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, filesBelow, runAsProgram } from './files.mjs'

const SOURCE = 'web-client/src'

export function check(root) {
  const files = filesBelow(root, SOURCE, ['.ts', '.tsx'])
  const imports = files.flatMap((from) => importsOf(root, from))
  const folders = imports.map((one) => ({ from: room(one.from), to: room(one.to), at: one }))
  const inFiles = circles(imports.map((one) => ({ ...one, at: one })))
  return [...inFiles, ...circles(folders.filter(({ from, to }) => from !== to))].map(({ at, trail }) => `${at.from}:${at.line}: a circle of imports: ${trail.map(short).join(' → ')}`)
}

/** A folder; what stands in src itself is a room of its own. */
const room = (path) => (dirname(path) === SOURCE ? path : dirname(path))
const short = (path) => path.slice(SOURCE.length + 1)

function importsOf(root, from) {
  return codeOf(root, from).flatMap((text, index) =>
    [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*['"](\.{1,2}\/[^'"]+)['"]/g)].flatMap(([, name]) => {
      const to = ['', '.ts', '.tsx'].map((ending) => join(dirname(from), name) + ending).find((path) => isFile(root, path))
      return to?.startsWith(SOURCE) && /\.tsx?$/.test(to) ? [{ from, line: index + 1, to }] : []
    }),
  )
}

const isFile = (root, path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile()

// Each circle once, with the import that closes it.
function circles(edges) {
  const next = bySource(edges)
  const found = []
  const done = new Set()
  const walk = (path, trail) => {
    done.add(path)
    for (const { to, at } of next.get(path) ?? []) {
      const begin = [...trail, path].indexOf(to)
      if (begin >= 0) found.push({ at, trail: [...[...trail, path].slice(begin), to] })
      else if (!done.has(to)) walk(to, [...trail, path])
    }
  }
  for (const path of next.keys()) if (!done.has(path)) walk(path, [])
  return found
}

// One edge for each pair: the first import stands for the others.
function bySource(edges) {
  const by = new Map()
  for (const edge of edges) {
    const known = by.get(edge.from) ?? []
    if (!known.some(({ to }) => to === edge.to)) by.set(edge.from, [...known, edge])
  }
  return by
}

runAsProgram(import.meta, check)
