// Builds the page into dist/: index.html, and assets/ with names that change when their content does, each with
// its .gz and .br beside it, so that the server never compresses. `--watch` builds again on every change.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { buildSync, context, transform } from 'esbuild'
import { outlines, sources } from './geo/france.mjs'

const root = dirname(fileURLToPath(import.meta.url))
const dist = join(root, 'dist')
const kept = join(root, 'node_modules', '.archipel')
const watch = process.argv.includes('--watch')

const options = {
  absWorkingDir: root,
  entryPoints: { main: 'src/main.tsx', style: 'src/style/main.css' },
  outdir: 'dist/assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  plugins: [
    { name: 'style as text', setup: styleAsText },
    { name: 'outlines of France', setup: outlinesOfFrance },
    { name: 'page', setup: (build) => build.onEnd(finish) },
  ],
}

/** The style of a lazy view travels in its script as text (views/parts/style.ts): as small as the others. */
function styleAsText(build) {
  build.onLoad({ filter: /\.css$/ }, async ({ path, with: attributes }) => {
    if (attributes.type !== 'text') return undefined
    const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true })
    return { contents: code, loader: 'text' }
  })
}

/** `import('archipel:france')` answers the outlines, made once for however many builds. */
function outlinesOfFrance(build) {
  const made = outlines()
  build.onResolve({ filter: /^archipel:france$/ }, ({ path }) => ({ path, namespace: 'outlines' }))
  build.onLoad({ filter: /./, namespace: 'outlines' }, async () => ({
    contents: JSON.stringify(await made),
    loader: 'json',
  }))
}

function finish({ metafile, errors }) {
  if (errors.length > 0) return
  removeStale(metafile)
  writePage(metafile)
  writeFileSync(join(dist, 'licences.txt'), licences(metafile))
  for (const file of files(dist)) compress(file)
  mkdirSync(kept, { recursive: true })
  writeFileSync(join(kept, 'meta.json'), JSON.stringify(metafile))
}

/** What an earlier build left and this one did not write. */
function removeStale(metafile) {
  const fresh = new Set(Object.keys(metafile.outputs).map((path) => join(root, path)))
  for (const file of files(dist)) if (!fresh.has(file)) rmSync(file)
}

function writePage(metafile) {
  const main = output(metafile, 'src/main.tsx')
  const imports = metafile.outputs[main].imports.filter((one) => one.kind === 'import-statement')
  const page = readFileSync(join(root, 'src/index.html'), 'utf8')
    .replace('%style%', url(output(metafile, 'src/style/main.css')))
    .replace('%script%', url(main))
    .replace('%icon%', copyHashed('src/style/icon.svg'))
    .replace('%preload%', imports.map((one) => `<link rel="modulepreload" href="${url(one.path)}">`).join(''))
    .replace('%icons%', sprite())
  writeFileSync(join(dist, 'index.html'), page)
}

function output(metafile, entry) {
  return Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === entry)
}

function url(path) {
  return path.replace(/^dist/, '')
}

function copyHashed(path) {
  const bytes = readFileSync(join(root, path))
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  writeFileSync(join(dist, 'assets', `icon-${hash}.svg`), bytes)
  return `/assets/icon-${hash}.svg`
}

/** The icons the page uses, as symbols that stand in it: one request fewer, and no markup made at run time. */
function sprite() {
  const source = buildSync({
    entryPoints: [join(root, 'src/views/parts/icons.ts')],
    write: false,
    format: 'esm',
  })
  const [, list] = /icons = \[([^\]]*)\]/.exec(source.outputFiles[0].text)
  return JSON.parse(`[${list.replace(/,\s*$/, '')}]`)
    .map(symbol)
    .join('')
}

function symbol(name) {
  const svg = readFileSync(join(root, 'node_modules/lucide-static/icons', `${name}.svg`), 'utf8')
  const [, shapes] = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)
  return `<symbol id="i-${name}" viewBox="0 0 24 24">${shapes.replace(/\s+/g, ' ').trim()}</symbol>`
}

/** The licences of what travels in the page, which ask to travel with it. */
function licences(metafile) {
  const packages = new Set(['lucide-static', ...sources])
  for (const path of Object.keys(metafile.inputs)) {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
    if (name) packages.add(name)
  }
  return [...packages].sort().map(licence).join('\n\n')
}

function licence(name) {
  const folder = join(root, 'node_modules', name)
  const file = readdirSync(folder).find((one) => /^licen[sc]e/i.test(one))
  return `${name}\n${'='.repeat(name.length)}\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}`
}

function compress(file) {
  const bytes = readFileSync(file)
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  const params = { [constants.BROTLI_PARAM_QUALITY]: watch ? 5 : 11 }
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}

mkdirSync(join(dist, 'assets'), { recursive: true })
const building = await context(options)
if (watch) {
  await building.watch()
} else {
  await building.rebuild().catch(() => process.exit(1))
  await building.dispose()
}
