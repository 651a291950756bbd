// Joins the many small scripts that splitting makes into a few: on a slow line each request is a turn. What loads
// together is one file; the table (parts.mjs) says what that is.
//
//   entry "boards/Board.tsx" ──▶ part "board"        import("./Board-1A.js")
//   chunk that only it needs ──▶ part "board"          becomes  import("./board-HASH.js") with what that part needs,
//   chunk of several parts   ──▶ the part in common             all asked for at once
//   chunk of the first load  ──▶ "main"
//
// Each chunk stays a module of its own until the second bundling, which makes one file of a part: names cannot clash,
// and nothing is evaluated twice or in another order.
import { createHash } from 'node:crypto'
import { build } from 'esbuild'

const FROM = /(import|export)\s*(\{[^}]*\}\s*from\s*)?"\.\/([^"]+\.js)"/g
const DYNAMIC = /import\("\.\/([^"]+\.js)"\)/g

/**
 * @param chunks name of a file → { text, entry (its source, if it is one), imports (names of files, static), exports }
 * @param partOf (entry) → name of its part
 * @param common (names of parts) → the part for what all of these need
 * @returns name of a part → { file, text, entries, needs (names of parts, itself last) }
 */
export async function join(chunks, partOf, common, options) {
  const place = placed(chunks, partOf, common)
  const needs = neededBy(chunks, place)
  const parts = {}
  for (const name of new Set(place.values())) parts[name] = await bundled(name, { chunks, place, needs, options })
  const hash = createHash('sha256').update(Object.values(parts).join('\n')).digest('hex').slice(0, 8)
  const fileOf = (name) => `${name}-${hash}.js`
  const entriesOf = (name) => [...chunks].flatMap(([file, { entry }]) => (entry && place.get(file) === name ? [entry] : []))
  return Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [
      name,
      {
        file: fileOf(name),
        text: text.replaceAll(/"part:([^"]+)"/g, (_, other) => `"./${fileOf(other)}"`),
        entries: entriesOf(name),
        needs: [...needs(name), name],
      },
    ]),
  )
}

/** The part of each chunk. */
function placed(chunks, partOf, common) {
  const users = new Map([...chunks.keys()].map((file) => [file, new Set()]))
  const walk = (file, part) => {
    if (users.get(file).has(part)) return
    users.get(file).add(part)
    for (const next of chunks.get(file).imports) walk(next, part)
  }
  for (const [file, { entry }] of chunks) if (entry) walk(file, partOf(entry))
  const place = ([file, parts]) => [file, parts.size === 1 ? [...parts][0] : common([...parts])]
  return new Map([...users].map(place))
}

/** What a part needs to have been evaluated before it, the deepest first; main is there. */
function neededBy(chunks, place) {
  const direct = (name) =>
    new Set(
      [...chunks]
        .filter(([file]) => place.get(file) === name)
        .flatMap(([, { imports }]) => imports.map((next) => place.get(next)))
        .filter((other) => other !== name && other !== 'main'),
    )
  const walk = (name, trail) => {
    if (trail.includes(name)) throw new Error(`parts in a circle: ${[...trail, name].join(' → ')}`)
    return [...direct(name)].flatMap((other) => [...walk(other, [...trail, name]), other])
  }
  return (name) => [...new Set(walk(name, []))]
}

/** One part as one script, in which another part stands as "part:NAME". */
async function bundled(name, { chunks, place, needs, options }) {
  const files = [...chunks.keys()].filter((file) => place.get(file) === name)
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: files.map((file) => exported(file, chunks, place)).join('\n'), resolveDir: '/' },
    bundle: true,
    write: false,
    plugins: [{ name: 'chunks', setup: (one) => serve(one, { name, chunks, place, needs }) }],
  })
  return outputFiles[0].text
}

/** What other parts take from a chunk, by names that are its own in the whole part. */
function exported(file, chunks, place) {
  const { entry, exports } = chunks.get(file)
  const outside = [...chunks].some(
    ([other, { imports }]) => imports.includes(file) && place.get(other) !== place.get(file),
  )
  const names = outside ? exports.map((one) => `${one} as ${own(file, one)}`) : []
  return [
    `import "./${file}"`,
    names.length > 0 && `export { ${names.join(', ')} } from "./${file}"`,
    entry && place.get(file) !== 'main' && `export * as ${own(file, 'all')} from "./${file}"`,
  ]
    .filter(Boolean)
    .join('\n')
}

/** Short: hundreds of these names stand in the first script. */
const own = (file, name) => `${numberOf(file).toString(36)}$${name}`.replace(/^\d/, '_$&')

const numbers = new Map()

function numberOf(file) {
  if (!numbers.has(file)) numbers.set(file, numbers.size)
  return numbers.get(file)
}

function serve(one, { name, chunks, place, needs }) {
  one.onResolve({ filter: /^part:/ }, ({ path }) => ({ path, external: true }))
  one.onResolve({ filter: /^\.\// }, ({ path }) => ({ path: path.slice(2), namespace: 'chunk' }))
  one.onLoad({ filter: /./, namespace: 'chunk' }, ({ path }) => ({
    contents: rewritten(chunks.get(path).text, { name, place, needs }),
    loader: 'js',
  }))
}

/** A chunk whose imports of chunks in other parts are imports of those parts. */
function rewritten(text, { name, place, needs }) {
  const still = (file) => place.get(file) === name
  return text
    .replaceAll(FROM, (whole, verb, names = '', file) => {
      if (still(file)) return whole
      const renamed = names.replace(/\{([^}]*)\}/, (_, list) => `{${list.split(',').map((one) => renameOne(file, one))}}`)
      return `${verb} ${renamed}"part:${place.get(file)}"`
    })
    .replaceAll(DYNAMIC, (_, file) => {
      const part = place.get(file)
      const first = needs(part).map((other) => `import("part:${other}")`)
      const own_ = own(file, 'all')
      if (first.length === 0) return `import("part:${part}").then((m) => m.${own_})`
      return `Promise.all([import("part:${part}"), ${first.join(', ')}]).then(([m]) => m.${own_})`
    })
}

function renameOne(file, one) {
  const [name, as = name] = one.trim().split(/\s+as\s+/)
  return name ? ` ${own(file, name)} as ${as}` : ''
}
