// Measures the board against a renderer that draws all on one canvas, in one Chromium, in one run: script time
// and main-thread time a frame from the browser's own counters, and the ratios between the two. Then the map and
// the graph, with their lists beside them, moved by pointer and wheel.
//
//   node tests/bench/board.mjs [--cards 5000] [--runs 3] [--chromium /usr/bin/chromium]
//
// Wants puppeteer-core (tests/e2e/node_modules) and web-client/node_modules. The times between frames are told
// too, but on a machine without a graphics processor they measure the machine.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const esbuild = createRequire(join(root, 'web-client', 'package.json'))('esbuild')
const puppeteer = createRequire(join(root, 'tests', 'e2e', 'package.json'))('puppeteer-core')

const { values: options } = parseArgs({
  options: {
    cards: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '3' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
})
const flags = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking']

/** The outlines of the map, as the client's own build has them. */
const france = {
  name: 'france',
  setup(build) {
    build.onResolve({ filter: /^archipel:france$/ }, ({ path }) => ({ path, namespace: 'outlines' }))
    build.onLoad({ filter: /.*/, namespace: 'outlines' }, async () => {
      const { outlines } = await import(join(root, 'web-client', 'geo', 'france.mjs'))
      return { contents: JSON.stringify(await outlines()), loader: 'json' }
    })
  },
}

async function build() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(here, 'board', 'page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    nodePaths: [join(root, 'web-client', 'node_modules')],
    plugins: [france],
  })
  const style = esbuild.buildSync({
    entryPoints: [join(root, 'web-client', 'src', 'style', 'main.css')],
    bundle: true,
    external: ['*.svg'],
    write: false,
  })
  const frame = 'body{margin:0}#host{width:1366px;height:768px;display:flex}'
  return `<!doctype html><meta charset="utf-8"><style>${style.outputFiles[0].text}${frame}</style>
<div id="host"></div><script type="module">${outputFiles[0].text.replaceAll('</script', '<\\/script')}</script>`
}

function serve(page) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

async function counters(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const read = (name) => metrics.find((metric) => metric.name === name).value * 1000
  return { script: read('ScriptDuration'), task: read('TaskDuration') }
}

/** One renderer through all scenarios on a fresh page. */
async function measure(browser, address, name) {
  const page = await browser.newPage()
  await page.setViewport({ width: 1366, height: 768 })
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(address)
  await page.waitForFunction(() => 'bench' in globalThis)
  const cdp = await page.createCDPSession()
  await cdp.send('Performance.enable')
  const start = await page.evaluate((name, cards) => bench.start(name, cards), name, Number(options.cards))
  const scenarios = await page.evaluate(() => bench.scenarios())
  const results = { start: { task: start } }
  for (const [scenario, frames] of Object.entries(scenarios)) {
    const before = await counters(cdp)
    const gaps = await page.evaluate((scenario) => bench.run(scenario), scenario)
    const after = await counters(cdp)
    results[scenario] = {
      script: (after.script - before.script) / frames,
      task: (after.task - before.task) / frames,
      gap50: gaps[Math.floor(gaps.length / 2)],
      gap95: gaps[Math.floor(gaps.length * 0.95)],
    }
  }
  results.elements = await page.evaluate(() => document.querySelectorAll('*').length)
  await page.close()
  return results
}

/** A view as people have it, by itself. */
function reportView(name, runs) {
  const cell = (scenario, what) => median(runs.map((run) => run[scenario][what])).toFixed(1).padStart(8)
  console.log(`\n${name.padEnd(19)}  script    task | gap p50     p95`)
  for (const scenario of Object.keys(runs[0]).filter((one) => !['start', 'elements'].includes(one))) {
    const [script, task, middle, late] = ['script', 'task', 'gap50', 'gap95'].map((what) => cell(scenario, what))
    console.log(`${scenario.padEnd(18)}${script}${task} |${middle}${late}`)
  }
  console.log(`start: ${median(runs.map((run) => run.start.task)).toFixed(0)} ms, elements: ${runs[0].elements}`)
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function report(shipped, baseline) {
  const middle = (runs, scenario, what) => median(runs.map((run) => run[scenario][what]))
  const cell = (value) => value.toFixed(1).padStart(8)
  console.log(`${options.cards} cards, ${options.cards} links, medians of ${options.runs} runs, ms a frame`)
  console.log('scenario             script  canvas   ratio |   task  canvas   ratio | gap p50     p95')
  for (const scenario of Object.keys(shipped[0]).filter((name) => !['start', 'elements'].includes(name))) {
    const script = [middle(shipped, scenario, 'script'), middle(baseline, scenario, 'script')]
    const task = [middle(shipped, scenario, 'task'), middle(baseline, scenario, 'task')]
    const gaps = [middle(shipped, scenario, 'gap50'), middle(shipped, scenario, 'gap95')]
    const numbers = [...script, script[0] / script[1]].map(cell).join('')
    const tasks = [...task, task[0] / task[1]].map(cell).join('')
    console.log(`${scenario.padEnd(18)}${numbers} |${tasks} |${gaps.map(cell).join('')}`)
  }
  console.log(`start: ${median(shipped.map((run) => run.start.task)).toFixed(0)} ms,`
    + ` canvas only ${median(baseline.map((run) => run.start.task)).toFixed(0)} ms`)
  console.log(`elements in the page: ${shipped[0].elements}, canvas only ${baseline[0].elements}`)
}

const server = await serve(await build())
const browser = await puppeteer.launch({ executablePath: options.chromium, args: flags })
try {
  const address = `http://127.0.0.1:${server.address().port}/`
  const runs = { shipped: [], 'canvas only': [], map: [], graph: [] }
  for (let run = 0; run < Number(options.runs); run++) {
    for (const name of Object.keys(runs)) runs[name].push(await measure(browser, address, name))
  }
  report(runs.shipped, runs['canvas only'])
  for (const name of ['map', 'graph']) reportView(name, runs[name])
} finally {
  await browser.close()
  server.close()
}
