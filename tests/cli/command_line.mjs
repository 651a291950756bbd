// The command line: wrong settings, workshops without and with a running server, rolls, help.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, openSync, readFileSync, readdirSync, readSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Peer, binary, more } from '../conformance/peer.mjs'
import { passing, temporaryFolder } from '../support/passing.mjs'

const [program] = process.argv.slice(2)
const home = temporaryFolder('cli')
const data = join(home, 'data')
let passed = 0
let failed = 0

function archipel(words, language = 'en') {
  const { status, stdout, stderr } = spawnSync(program, words, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8' },
  })
  return { status, stdout, stderr, lines: stdout.split('\n').filter(Boolean) }
}

const workshop = (words, language) => archipel(['workshop', ...words, '--data', data], language)

async function test(name, run) {
  try {
    await run()
    passed++
  } catch (error) {
    failed++
    console.error(`FAILED ${name}\n${error.stack}`)
  }
}

const idOf = (line) => /\/a\/([0-9a-z]+)#/.exec(line)[1]

await test('a wrong setting is one sentence that names it, its value and what would be right', () => {
  const wrong = [
    [['serve', '--hold', 'long'], /^archipel: --hold: "long" is not a number from 0 to 1000\n$/],
    [['serve', '--journal', 'mysql:x'], /^archipel: --journal: "mysql:x" is neither sqlite:PATH nor redis:/],
    [['serve', '--log-level', 'loud'], /"loud" is not one of error, warning, info, debug/],
    [['serve', '--tls-cert', 'x.pem', '--data', data], /--tls-cert and --tls-key go together/],
    [['serve', '--origin', 'example', '--data', data], /--origin: "example" is not an origin as in https/],
    [['serve', '--origin', 'https://example.org/path', '--data', data], /--origin: "https:\/\/example.org\/path" is not/],
    [['serve', '--public-url', 'example'], /--public-url: "example" is not an address as in https/],
    [['serve', '--public-url', 'http://'], /--public-url: "http:\/\/" is not an address/],
    [['serve', '--public-url', 'https://example.org/path'], /is not an address as in .* without a path/],
    [['serve', '--public-url', 'https://example.org#x'], /--public-url/],
    [['serve', '--hold', ' 5'], /--hold: " 5" is not a number/],
    [['serve', '--hold', '-1'], /--hold: "-1" is not a number/],
    [['serve', '--hold', '99999999999999999999'], /--hold: "9+" is not a number/],
    [['serve', '--max-connections', '999999', '--data', data], /--max-connections: "999999" is more than the \d+/],
    [['serve', '--journal', 'sqlite:'], /--journal: "sqlite:" is neither/],
    [['serve', '--journal', 'rediss://me:secret@host'], /--journal: "rediss:\/\/…@host" is neither/],
    [['serve', '--journal', 'redis://me:secret@host/x', '--data', data], /--journal: the database of a Redis address is a number/],
    [['serve', '--journal', `sqlite:${home}/none/a.db`, '--data', data], /--journal: cannot open .*none/],
    [['workshop', 'list', '--journal', `sqlite:${home}/none/a.db`, '--data', data], /^archipel: --journal: cannot open .*none.*\n$/],
    [['serve', '--web-client', home, '--data', data], /--web-client: there is no index.html to read in/],
    [['serve', '--organiser-key', `${home}/none/key`, '--data', data], /--organiser-key: ".*" can be neither read nor made/],
    [['serve', '--data', program], /--data: ".*" is not a directory that can be written to/],
    [['serve', '--data', join(home, 'x'.repeat(100))], /--data: ".*" is longer than 86 bytes/],
    [['serve', '--data'], /--data: its value is missing/],
    [['serve', '--listen', `unix:${home}/none/socket`, '--data', data], /--listen: cannot listen on .*none/],
    [['serve', 'well', '--data', data], /serve: "well" is no setting/],
    [['workshop', 'create', '--title', 'Une', 'journée', '--data', data], /"journée" is one word too many; put a text with blanks in quotes/],
    [['workshop', 'create', '--title', '', '--data', data], /needs --title/],
    [['workshop', 'list', '--data', join(home, 'mistyped')], /--data: ".*mistyped" is not there/],
    [['workshop', 'list', 'all', '--data', data], /"all" is one word too many/],
    [['serve', '--listen', '127.0.0.1:99999', '--data', data], /listen.*99999/],
    [['serve', '--listen', '127.0.0.1:0', '--metrics', 'nowhere', '--data', data], /--metrics: "nowhere" is not host:port/],
    [['serve', '--no-such'], /--no-such: not a setting/],
    [['workshop', 'show', 'É', '--data', data], /needs the id of a workshop/],
    [['workshop', 'create', '--data', data], /needs --title/],
    [['workshop', 'lose', '--data', data], /"lose": is not one of create, list/],
    [['dance'], /"dance" is neither serve nor workshop/],
  ]
  for (const [words, sentence] of wrong) {
    const { status, stderr } = archipel(words)
    assert.match(stderr, sentence)
    assert.doesNotMatch(stderr, /secret/)
    assert.equal(status, 2, words.join(' '))
  }
})

await test('help is in the language of the operator, for each part', () => {
  assert.match(archipel(['--help']).stdout, /live workshops/)
  assert.match(archipel(['--help'], 'fr').stdout, /ateliers en direct/)
  assert.match(archipel(['serve', '--help'], 'fr').stdout, /--listen ADRESSE:PORT/)
  assert.match(archipel(['workshop', '--help']).stdout, /--roll FILE/)
  assert.match(archipel(['--version']).stdout, /^archipel \d+\.\d+\.\d+\n$/)
})

await test('without a server, workshops are founded, listed, shown, closed and reopened', () => {
  const { status, lines } = workshop(['create', '--title', 'Un atelier', '--template', 'cartography'])
  assert.equal(status, 0)
  assert.deepEqual(
    lines.map((line) => line.split('\t')[0]),
    ['animator', 'participant', 'screen'],
  )
  const id = idOf(lines[0])
  assert.match(workshop(['list']).stdout, new RegExp(`^${id}\topen\t.*\tUn atelier\n$`))
  assert.match(workshop(['show', id]).stdout, /boards\t1\ncards\t0\n/)
  assert.equal(workshop(['close', id]).status, 0)
  assert.match(workshop(['list']).stdout, new RegExp(`^${id}\tclosed`))
  assert.equal(workshop(['reopen', id]).status, 0)
  assert.match(workshop(['show', id]).stdout, /state\topen/)
})

await test('--if-none finds the workshop of that title and prints its links', () => {
  const first = workshop(['create', '--title', 'Encore', '--if-none'])
  const again = workshop(['create', '--title', 'Encore', '--if-none'])
  assert.equal(again.stdout, first.stdout)
})

await test('a new link is made and shown; its QR code fits a terminal', () => {
  const { lines } = workshop(['create', '--title', 'Liens'])
  const id = idOf(lines[0])
  const made = workshop(['link', id, '--role', 'participant', '--qr'])
  assert.equal(made.status, 0)
  assert.match(made.stdout, /█/)
  const address = made.stdout.split('\n')[0].split('\t')[1]
  assert.ok(workshop(['show', id]).stdout.includes(address))
})

await test('a roll is read as a spreadsheet saved it', () => {
  const roll = join(home, 'roll.csv')
  writeFileSync(roll, Buffer.from('nom;cat\xe9gorie;territoire\r\n\xc9lodie;\xc9lu\xb7e;Annecy\r\n', 'latin1'))
  const { status, lines, stderr } = workshop(['create', '--title', 'Liste', '--template', 'initiation', '--roll', roll])
  assert.equal(status, 0, stderr)
  assert.match(workshop(['show', idOf(lines[0])]).stdout, /people\t1\n/)
})

await test('a wrong roll is refused with its line, in French and in English, and founds nothing', () => {
  const before = workshop(['list']).lines.length
  const roll = join(home, 'wrong.csv')
  const refused = (text, language) => {
    writeFileSync(roll, text)
    const { status, stderr } = workshop(['create', '--title', 'Non', '--template', 'initiation', '--roll', roll], language)
    assert.equal(status, 1)
    return stderr
  }
  assert.match(refused('organisation\nUNADEL\n', 'fr'), /Ligne 1 : il faut une colonne « nom »/)
  assert.match(refused('name,category\nAnna,elu\nPaul,pirate\n'), /Line 3: an actor category/)
  assert.match(refused(`name\n${'Anna\n'.repeat(10_000)}`), /Line 2002: the roll exceeds 2000 people/)
  assert.equal(workshop(['list']).lines.length, before)
  assert.match(workshop(['create', '--title', 'X', '--roll', join(home, 'none.csv')]).stderr, /cannot be read/)
  assert.match(workshop(['create', '--title', 'X', '--template', 'nope'], 'fr').stderr, /Ce modèle n'existe pas/)
})

await test('what is not there is said to be not there', () => {
  const { status, stderr } = workshop(['show', 'zzz'])
  assert.equal(status, 1)
  assert.match(stderr, /no such workshop/)
})

await test('the organiser key and the data are readable by their owner only', () => {
  for (const name of ['archipel.db', 'archipel.db-lock']) chmodSync(join(data, name), 0o644) // a version before
  assert.equal(workshop(['list']).status, 0)
  const made = readdirSync(data, { recursive: true })
  assert.ok(made.includes('organiser.key') && made.includes('archipel.db'))
  for (const name of ['.', ...made]) assert.equal(statSync(join(data, name)).mode & 0o077, 0, name)
})

/** Whether these bytes stand anywhere in what the process may write to. */
function remembers(pid, bytes) {
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const piece = Buffer.alloc(1 << 20)
  const most = 1 << 28
  const holds = (from, to) => {
    for (let at = from; at < to; at += piece.length - bytes.length) {
      const read = readPiece(memory, piece, Math.min(piece.length, to - at), at)
      if (!read) return false
      if (piece.subarray(0, read).includes(bytes)) return true
    }
    return false
  }
  const found = readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .map((line) => /^(\w+)-(\w+) rw/.exec(line))
    .filter(Boolean)
    .map(([, from, to]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)])
    .filter(([from, to]) => to - from < most)
    .some(([from, to]) => holds(from, to))
  closeSync(memory)
  return found
}

/** 0 for a page that is not there. */
function readPiece(memory, piece, length, at) {
  try {
    return readSync(memory, piece, 0, length, at)
  } catch {
    return 0
  }
}

/** hello, by hand: MessagePack of its eight fields. */
function hello(workshop, key) {
  const [, schema] = /PROTOCOL_SCHEMA INT64_C\((\d+)\)/.exec(readFileSync(new URL('../../protocol/generated/messages.h', import.meta.url), 'utf8'))
  const number = (value) => {
    const bytes = Buffer.alloc(9, 0xcf)
    bytes.writeBigUInt64BE(BigInt(value), 1)
    return bytes
  }
  return Buffer.concat([Buffer.from([0x99, 1, 1]), number(schema), number(workshop), Buffer.from([0xc4, 32]), key, Buffer.from([0, 0, 0, 0xc2])])
}

await test('a key does not stay in the memory of the server that it knocked at, nor does what is no message', async () => {
  const server = await serve()
  const port = Number(/:(\d+)$/.exec(server.origin)[1])
  const id = Number.parseInt(idOf(workshop(['create', '--title', 'Clés']).lines[0]), 36)
  for (const whole of [true, false]) {
    const key = randomBytes(32)
    const said = hello(id, key)
    const peer = await Peer.open(port)
    if (whole) peer.send(binary(said))
    else peer.send(binary(said.subarray(0, 40), { final: false }), more(said.subarray(40)))
    await peer.until(() => peer.ended)
    assert.ok(!remembers(server.pid, key), whole ? 'in one piece' : 'in two')
  }
  const key = randomBytes(32)
  const peer = await Peer.open(port)
  peer.send(binary(Buffer.concat([Buffer.from([0xc1]), key])))
  await peer.until(() => peer.ended)
  assert.ok(!remembers(server.pid, key), 'in no message')
  assert.ok(remembers(server.pid, Buffer.from(`${data}/archipel.db`)), 'the memory is read at all')
  await server.stop()
})

await test('a damaged organiser key is a sentence, not a new key', () => {
  const key = join(home, 'bad.key')
  writeFileSync(key, 'too short\n')
  const { status, stderr } = workshop(['list', '--organiser-key', key])
  assert.equal(status, 2)
  assert.match(stderr, /does not hold a key/)
  assert.equal(readFileSync(key, 'utf8'), 'too short\n')
})

/** A server on `data`; `said` grows, `stop` ends it and wants it to end well. */
async function serve(...more) {
  const words = ['serve', '--listen', '127.0.0.1:0', '--data', data, ...more]
  const child = passing(spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] }))
  const server = { pid: child.pid, said: '', origin: '' }
  const ended = once(child, 'exit')
  server.stop = async () => {
    child.kill('SIGTERM')
    const [code] = await ended
    assert.equal(code, 0, server.said)
  }
  await new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error(`the server ended: ${server.said}`)))
    child.stderr.on('data', (text) => {
      server.said += text
      const [, address] = /serving on (\S+)\n/.exec(server.said) ?? []
      if (address) resolve(Object.assign(server, { origin: `http://${address}` }))
    })
  })
  return server
}

await test('with a server running, commands go through it, and a second server is refused', async () => {
  const server = await serve('--public-url', 'https://ateliers.example')
  const { status, lines } = workshop(['create', '--title', 'En direct'])
  assert.equal(status, 0)
  assert.match(lines[0], /\thttps:\/\/ateliers\.example\/a\//)
  const second = archipel(['serve', '--listen', '127.0.0.1:0', '--data', data])
  assert.equal(second.status, 2)
  assert.match(second.stderr, /archipel\.db/)
  const key = readFileSync(join(data, 'organiser.key'), 'utf8').trim()
  for (const line of lines) assert.ok(!server.said.includes(line.split('#')[1]))
  assert.ok(!server.said.includes(key))
  await server.stop()
  assert.match(workshop(['list']).stdout, /En direct/)
})

await test('the default of --hold is said alike everywhere', async () => {
  const server = await serve()
  const [, used] = /hold +(\d+) ms/.exec(server.said)
  await server.stop()
  const home = new URL('../../', import.meta.url)
  const said = [
    [/--hold [\s\S]*?\[(\d+), ARCHIPEL_HOLD\]/, 'server/cli/help/serve.fr.txt', 'server/cli/help/serve.en.txt'],
    [/\\-\\-hold[\s\S]*?Default: (\d+)\./, 'packaging/archipel.1'],
    [/`--hold MS` \| `ARCHIPEL_HOLD` \| `(\d+)`/, 'docs/operations.md'],
  ]
  for (const [shape, ...files] of said)
    for (const file of files) assert.equal(shape.exec(readFileSync(new URL(file, home), 'utf8'))?.[1], used, file)
})

await test('on a full disk nothing is founded and the operator is told; when there is room again, work goes on', async () => {
  const server = await serve()
  const limitFiles = (bytes) => spawnSync('prlimit', ['--pid', server.pid, `--fsize=${bytes}:unlimited`])
  const isReady = async () => (await fetch(`${server.origin}/readyz`)).status
  assert.equal(await isReady(), 200)
  assert.equal(limitFiles(4096).status, 0)
  const refused = workshop(['create', '--title', 'Sans place'])
  assert.equal(refused.status, 1)
  assert.equal(refused.stderr, 'archipel: The server cannot save right now. Try again.\n')
  assert.equal(await isReady(), 503)
  assert.match(server.said, /error .*(full|I\/O)/)
  assert.equal(limitFiles('unlimited').status, 0)
  assert.equal(workshop(['create', '--title', 'Avec place']).status, 0)
  assert.equal(await isReady(), 200)
  await server.stop()
  const { stdout } = workshop(['list'])
  assert.match(stdout, /Avec place/)
  assert.doesNotMatch(stdout, /Sans place/)
})

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
