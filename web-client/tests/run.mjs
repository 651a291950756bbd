// Bundles each test for node and runs them all. Needs no more than node 18: types are taken off by esbuild.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const tests = dirname(fileURLToPath(import.meta.url))
// One of its own, so that two runs do not disturb each other.
const out = join(tests, '..', 'node_modules', '.archipel', `tests-${process.pid}`)
const wanted = process.argv.slice(2)

const sources = readdirSync(tests, { recursive: true, withFileTypes: false })
  .map(String)
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))

if (sources.length === 0) throw new Error(`no test matches ${wanted.join(' ')}`)
mkdirSync(out, { recursive: true })
buildSync({
  entryPoints: sources.map((file) => join(tests, file)),
  outdir: out,
  outbase: tests,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node18',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'inline',
  outExtension: { '.js': '.mjs' },
  // What the build makes, which no test draws; and what builds.
  external: ['archipel:*', 'esbuild'],
  define: { REPOSITORY: JSON.stringify(join(tests, '..', '..')) },
  // node 18 has it, but not as a global
  banner: { js: "import { webcrypto } from 'node:crypto'; globalThis.crypto ??= webcrypto;" },
  logLevel: 'warning',
})
const built = sources.map((file) => join(out, file.replace(/\.ts$/, '.mjs')))
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...built], {
  stdio: 'inherit',
})
rmSync(out, { recursive: true, force: true })
process.exit(status ?? 1)
