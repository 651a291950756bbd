// What must not outlive a test: its own folders, in the system's place for what is passing, and the programs it
// started. They go when the test's process ends, also when it is told to.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const living = new Set()
const folders = []

process.on('exit', () => {
  endPassing()
  // A program that was killed a moment ago may still be at its last write.
  for (const path of folders) rmSync(path, { recursive: true, force: true, maxRetries: 5 })
})
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

export function temporaryFolder(name) {
  const path = mkdtempSync(join(tmpdir(), `archipel-${name}-`))
  folders.push(path)
  return path
}

/** Answers the program that was started; it is killed if it is still there at the end. */
export function passing(child) {
  living.add(child)
  child.once('close', () => living.delete(child))
  return child
}

/** Kills what is still there. */
export function endPassing() {
  for (const child of living) child.kill('SIGKILL')
}
