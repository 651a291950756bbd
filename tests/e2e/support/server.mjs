// A server of the test's own: on a free port, with its data in a folder that goes away. It can be killed as a
// power cut would, started again, and is stopped so that a leak or a sanitizer's word fails the test.
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { passing, temporaryFolder } from '../../support/passing.mjs'

export const repository = fileURLToPath(new URL('../../../', import.meta.url))
const run = promisify(execFile)

/** The program under test: ARCHIPEL_BIN, else the build with sanitizers, else whatever was built. */
export function archipel() {
  const built = ['dev', 'dev-clang', 'release'].map((preset) => join(repository, 'build', preset, 'archipel'))
  const found = [process.env.ARCHIPEL_BIN ?? '', ...built].find((path) => existsSync(path))
  assert.ok(found, 'there is no archipel to test: build it, or set ARCHIPEL_BIN')
  return found
}

export async function freePort() {
  const listener = net.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => listener.once('listening', resolve))
  const { port } = listener.address()
  await new Promise((resolve) => listener.close(resolve))
  return port
}

export class Server {
  log = []

  /** Data, journal and key may be another server's, to stand beside it; `program` another build,
   * `page` the folder of another page. */
  constructor({ data = temporaryFolder('e2e'), journal, port, key, program, page } = {}) {
    this.program = program
    this.page = page
    this.data = data
    this.journal = journal
    this.port = port
    this.key = key ?? join(data, 'organiser.key')
  }

  static async start(options) {
    const server = new Server(options)
    server.port ??= await freePort()
    await server.start()
    return server
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`
  }

  /** The start page with the key that founds workshops. */
  get organiserLink() {
    return `${this.origin}/#${readFileSync(this.key, 'utf8').trim()}`
  }

  get settings() {
    const journal = this.journal ? ['--journal', this.journal] : []
    return ['--data', this.data, '--organiser-key', this.key, '--public-url', this.origin, ...journal]
  }

  /** Resolves when it listens. */
  async start() {
    const page = this.page ? ['--web-client', this.page] : []
    const words = ['serve', '--listen', `127.0.0.1:${this.port}`, ...page, ...this.settings]
    const child = passing(spawn(this.program ?? archipel(), words, { stdio: ['ignore', 'ignore', 'pipe'] }))
    this.child = child
    this.ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)))
    await new Promise((resolve, reject) => {
      createInterface({ input: child.stderr }).on('line', (line) => {
        this.log.push(line)
        if (line.includes('serving on')) resolve()
      })
      void this.ended.then((end) => reject(new Error(`the server ended with ${end}:\n${this.lastWords}`)))
    })
  }

  /** As a power cut would. */
  async kill() {
    this.child.kill('SIGKILL')
    await this.ended
  }

  /** As an administrator would; everything must have been in order. */
  async stop() {
    this.child.kill('SIGTERM')
    assert.equal(await this.ended, 0, `the server ended badly:\n${this.lastWords}`)
    assert.doesNotMatch(this.log.join('\n'), /Sanitizer|runtime error/)
  }

  get lastWords() {
    return this.log.slice(-40).join('\n')
  }

  /** Founds a workshop by the command line; answers its links by role. */
  async found(title, ...options) {
    const settings = ['workshop', 'create', '--title', title, '--language', 'fr', ...this.settings, ...options]
    return factsOf(await run(this.program ?? archipel(), settings))
  }

  /** What the command line says of the workshop that this link belongs to, its links by role among it. */
  async show(link) {
    const [id] = new URL(link).pathname.split('/').slice(-1)
    return factsOf(await run(this.program ?? archipel(), ['workshop', 'show', id, ...this.settings]))
  }
}

const factsOf = ({ stdout }) => Object.fromEntries(stdout.trim().split('\n').map((line) => line.split('\t')))

/** A Redis that keeps everything it acknowledged, on a Unix socket. */
export class Redis {
  folder = temporaryFolder('e2e')

  get journal() {
    return `redis+unix://${this.folder}/redis.sock`
  }

  async start() {
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '']
    const place = ['--port', '0', '--unixsocket', join(this.folder, 'redis.sock'), '--dir', this.folder]
    const child = passing(spawn('redis-server', [...place, ...durable, '--daemonize', 'no']))
    this.child = child
    this.ended = new Promise((resolve) => child.on('close', resolve))
    await new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (/ready to accept connections/i.test(line)) resolve()
      })
      void this.ended.then((end) => reject(new Error(`redis-server ended with ${end}`)))
    })
  }

  /** As an administrator would at its prompt. */
  tell(...words) {
    return run('redis-cli', ['-s', join(this.folder, 'redis.sock'), ...words])
  }

  /** Carries out the commands of a file, in the form in which Redis keeps and receives them. */
  async load(file) {
    const pipe = passing(spawn('redis-cli', ['-s', join(this.folder, 'redis.sock'), '--pipe'], { stdio: ['pipe', 'pipe', 'inherit'] }))
    let told = ''
    pipe.stdout.on('data', (text) => (told += text))
    pipe.stdin.end(readFileSync(file))
    await new Promise((resolve) => pipe.on('close', resolve))
    assert.match(told, /errors: 0,/)
  }

  async kill() {
    this.child.kill('SIGKILL')
    await this.ended
  }
}
