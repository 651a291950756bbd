// Runs a table of cases against an echo server of its own, prints what failed, and holds the
// result against the list of known deviations of the library.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { readFileSync } from 'node:fs'
import { passing } from '../support/passing.mjs'

const AT_ONCE = 24

/** Starts the echo server (its path is the program's first argument) on a free port, unless told --listen. */
export async function startServer(...options) {
  const words = ['--listen', '127.0.0.1:0', '--metrics', '127.0.0.1:0', ...options]
  const child = passing(spawn(process.argv[2], words, { stdio: ['ignore', 'inherit', 'pipe'] }))
  const lines = []
  const exited = new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)))
  const port = await new Promise((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line)
      const found = /serving on (?:.*:(\d+)$)?/.exec(line)
      if (found) resolve(Number(found[1] ?? 0))
    })
    exited.then(() => resolve(0))
  })
  return { port, metrics: Number(/metrics on .*:(\d+)$/m.exec(lines.join('\n'))?.[1] ?? 0), lines, exited, child, stop: () => { child.kill('SIGTERM'); return exited } }
}

/** A case is {id, name, run(port)}; run throws, or returns false or a sentence, when it fails. */
export async function judge(port, cases) {
  const failed = []
  const waiting = [...cases]
  const worker = async () => {
    for (let one; (one = waiting.shift());) {
      const why = await verdict(one, port)
      if (why) failed.push({ id: one.id, name: one.name, why })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return failed
}

async function verdict(one, port) {
  try {
    const result = await one.run(port)
    return result === true || result === undefined ? '' : String(result)
  } catch (error) {
    return error.message
  }
}

/** Runs everything, stops the server, exits 0 iff exactly the pinned deviations failed. */
export async function runCases(name, cases, { server, pinned = [] } = {}) {
  const running = server ?? await startServer()
  const failed = await judge(running.port, cases)
  const surprises = compare(cases, failed, pinned)
  const code = await running.stop()
  if (code !== 0) surprises.push(`the server ended with ${code}:\n${running.lines.slice(-40).join('\n')}`)
  console.log(`${name}: ${cases.length} cases, ${cases.length - failed.length} as RFC 6455 and the rules want, ${failed.length} not`)
  for (const { id, name: what, why } of failed) console.log(`  ${id} ${what}: ${why}`)
  for (const surprise of surprises) console.log(`SURPRISE ${surprise}`)
  process.exit(surprises.length ? 1 : 0)
}

function compare(cases, failed, pinned) {
  const label = ({ id, name }) => `${id} ${name}`
  const names = new Set(cases.map(label))
  const failures = new Set(failed.map(label))
  return [
    ...(names.size === cases.length ? [] : ['two cases have the same name']),
    ...[...failures].filter((one) => !pinned.includes(one)).map((one) => `fails: ${one}`),
    ...pinned.filter((one) => !failures.has(one)).map((one) => `is pinned as a deviation, but passes: ${one}`),
  ]
}

export const pinnedDeviations = () => JSON.parse(readFileSync(new URL('deviations.json', import.meta.url), 'utf8')).map(({ case: name }) => name)
