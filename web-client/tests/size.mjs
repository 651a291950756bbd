// The first load is a budget: index.html, its style and script, and what the script imports at once, compressed.
// Lazy parts have budgets of their own.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const budgets = {
  'first load': 60_000,
  'src/views/boards/Board.tsx': 30_000,
  'src/views/list/List.tsx': 16_000,
  'src/views/map/Map.tsx': 22_000,
  'src/views/graph/Graph.tsx': 22_000,
  'outlines:archipel:france': 25_000,
}

const { outputs } = JSON.parse(readFileSync(join(root, 'node_modules/.archipel/meta.json'), 'utf8'))
const entry = (source) => Object.keys(outputs).find((path) => outputs[path].entryPoint === source)
const compressed = (path) => readFileSync(join(root, `${path}.gz`)).length
const sum = (paths) => [...paths].reduce((total, path) => total + compressed(path), 0)

function withImports(path, found = new Set()) {
  if (!path || found.has(path)) return found
  found.add(path)
  for (const one of outputs[path].imports) if (one.kind === 'import-statement') withImports(one.path, found)
  return found
}

const first = withImports(entry('src/main.tsx')).add(entry('src/style/main.css')).add('dist/index.html')
let failed = false

function tell(name, bytes) {
  const over = bytes > budgets[name]
  failed ||= over
  console.log(`${over ? 'OVER' : 'ok  '} ${name}: ${bytes} of ${budgets[name]} bytes gzip`)
}

if (!existsSync(join(root, 'dist/index.html'))) throw new Error('build first: npm run build')
tell('first load', sum(first))
for (const source of Object.keys(budgets).slice(1)) {
  tell(source, sum([...withImports(entry(source))].filter((path) => !first.has(path))))
}
if (failed)
  console.log(
    'What is not needed at once is a part of its own: src/views/parts/lazy.tsx, words by src/i18n/section.ts',
  )
process.exit(failed ? 1 : 0)
