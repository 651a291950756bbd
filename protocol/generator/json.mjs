// A JSON file as its value; one that cannot be read is a sentence that names it.
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    console.error(`protocol/${join(basename(dirname(path)), basename(path))}: ${error.message}`)
    process.exit(1)
  }
}
