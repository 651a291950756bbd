// The first load is a budget: index.html, its style and its script, compressed. So is each other script, and how many
// there are. A budget leaves a tenth of air.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const firstLoad = 50_000
/** Each script by itself; one that is not here has the last. */
const budgets = {
  start: 8_800,
  cards: 20_000,
  board: 20_000,
  list: 4_000,
  /** What everybody is told, with what the keyboard and the ear need: two that are always wanted together. */
  signs: 17_500,
  write: 23_500,
  map: 15_500,
  painted: 9_000,
  france: 25_000,
  files: 21_500,
  people: 8_000,
  lead: 18_500,
  'room.en': 7_500,
  other: 6_500,
}
/** Scripts in French, and as many more in another language as have words of their own. */
const most = 20

if (!existsSync(join(root, 'dist/index.html'))) throw new Error('build first: npm run build')
const { style, parts } = JSON.parse(readFileSync(join(root, 'node_modules/.archipel/parts.json'), 'utf8'))
const compressed = (path) => readFileSync(join(root, 'dist', `${path}.gz`)).length
const sum = (paths) => paths.reduce((total, path) => total + compressed(path), 0)
let failed = false

function tell(name, value, budget, unit = 'bytes gzip') {
  const over = value > budget
  failed ||= over
  console.log(`${over ? 'OVER' : 'ok  '} ${name}: ${value} of ${budget} ${unit}`)
}

tell('first load', sum(['index.html', `assets/${style}`, `assets/${parts.main.file}`]), firstLoad)
for (const [name, { file }] of Object.entries(parts))
  if (name !== 'main') tell(name, compressed(`assets/${file}`), budgets[name] ?? budgets.other)
tell('scripts', Object.keys(parts).filter((name) => !name.includes('.')).length, most, 'files')
if (failed)
  console.log(
    'What is not needed at once is a part of its own: src/views/parts/lazy.tsx, words by src/i18n/section.ts, bundle/parts.mjs',
  )
process.exit(failed ? 1 : 0)
