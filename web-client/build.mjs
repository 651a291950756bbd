// Builds the page into dist/: index.html, and assets/ with names that change when their content does, each with
// its .gz and .br beside it, so that the server never compresses. What esbuild splits is joined again into a few
// scripts (bundle/). `--watch` builds again on every change.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path, { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { context, transform } from 'esbuild'
import { icons } from './bundle/icons.mjs'
import { join } from './bundle/join.mjs'
import { common, partOf } from './bundle/parts.mjs'
import { outlines, sources } from './geo/france.mjs'

const root = path.dirname(fileURLToPath(import.meta.url))
const dist = path.join(root, 'dist')
const assets = path.join(dist, 'assets')
const kept = path.join(root, 'node_modules', '.archipel')
const watch = process.argv.includes('--watch')

const target = 'es2022'
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
  target,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
  plugins: [
    icons(root),
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

async function finish({ metafile, errors, outputFiles }) {
  if (errors.length > 0) return
  const texts = new Map(outputFiles.map((file) => [basename(file.path), file.text]))
  const [style] = [...texts.keys()].filter((name) => name.endsWith('.css'))
  const scripts = await join(chunks(metafile, texts), partOf, common, { format: 'esm', minify: true, target })
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(assets, { recursive: true })
  writeFileSync(path.join(assets, style), texts.get(style))
  for (const { file, text } of Object.values(scripts)) writeFileSync(path.join(assets, file), text)
  writePage(style, scripts.main.file)
  writeFileSync(path.join(dist, 'licences.txt'), licences(metafile))
  for (const file of files(dist)) compress(file)
  remember(style, scripts)
}

/** What splitting made, by name. */
function chunks(metafile, texts) {
  const made = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.js'))
  return new Map(
    made.map(([at, { entryPoint, imports, exports }]) => [
      basename(at),
      {
        text: texts.get(basename(at)),
        entry: entryPoint,
        imports: imports.filter((one) => one.kind === 'import-statement').map((one) => basename(one.path)),
        exports,
      },
    ]),
  )
}

/** For tests/size.mjs: the files of the first load, and of each part with what it needs. */
function remember(style, scripts) {
  const facts = Object.entries(scripts).map(([name, { file, entries, needs }]) => [
    name,
    { file, entries, needs },
  ])
  mkdirSync(kept, { recursive: true })
  writeFileSync(path.join(kept, 'parts.json'), JSON.stringify({ style, parts: Object.fromEntries(facts) }))
}

function writePage(style, script) {
  const page = readFileSync(path.join(root, 'src/index.html'), 'utf8')
    .replace('%style%', `/assets/${style}`)
    .replace('%script%', `/assets/${script}`)
    .replace('%icon%', copyHashed('src/style/icon.svg'))
  writeFileSync(path.join(dist, 'index.html'), page)
}

function copyHashed(at) {
  const bytes = readFileSync(path.join(root, at))
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  writeFileSync(path.join(assets, `icon-${hash}.svg`), bytes)
  return `/assets/icon-${hash}.svg`
}

/** The licences of what travels in the page, which ask to travel with it. */
function licences(metafile) {
  const packages = new Set(['lucide-static', ...sources])
  for (const input of Object.keys(metafile.inputs)) {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input) ?? []
    if (name) packages.add(name)
  }
  return [...packages].sort().map(licence).join('\n\n')
}

function licence(name) {
  const folder = path.join(root, 'node_modules', name)
  const file = readdirSync(folder).find((one) => /^licen[sc]e/i.test(one))
  return `${name}\n${'='.repeat(name.length)}\n${file ? readFileSync(path.join(folder, file), 'utf8').trim() : ''}`
}

function compress(file) {
  const bytes = readFileSync(file)
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  const params = { [constants.BROTLI_PARAM_QUALITY]: watch ? 5 : 11 }
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  )
}

const building = await context(options)
if (watch) {
  await building.watch()
} else {
  await building.rebuild().catch(() => process.exit(1))
  await building.dispose()
}
