// Who may include whom (docs/architecture.md): every #include of server/ and protocol/generated/
// against the tables below, and no circle among headers.
import { basename } from 'node:path'
import { codeOf, filesBelow, runAsProgram } from './files.mjs'

// A room and the rooms it may know. A folder that is not here, and server/*.c, is the program
// itself, which may know everybody.
const MAY_KNOW = {
  base: [],
  protocol: ['base'],
  core: ['base', 'protocol'],
  wire: ['base', 'protocol', 'core'],
  journal: ['base'],
  live: ['base', 'protocol', 'core', 'wire', 'journal'],
  net: ['base', 'protocol', 'core', 'wire', 'journal', 'live'],
}

// The core decides and does nothing else: no log, no time, no input or output.
const CORE_NEVER = ['base/log.h']
// What the rules are written with is nobody else's: others ask decide.h and access.h.
const CORE_ONLY = ['core/decision.h']
const CORE_SYSTEM = ['inttypes.h', 'limits.h', 'stdbool.h', 'stddef.h', 'stdint.h', 'stdlib.h', 'string.h']

// A third party's header and the only files that may include it.
const THIRD_PARTY = [
  [/^libwebsockets/, /^server\/net\//],
  [/^openssl\//, /^server\/net\/tls\.c$/],
  [/^uv\.h$/, /^server\/(net|journal)\//],
  [/^msgpack/, /^server\/wire\/|^protocol\/generated\//],
  [/^sqlite3\.h$/, /^server\/journal\/(journal_)?sqlite\w*\.[ch]$/],
  [/^hiredis/, /^server\/journal\/(journal_)?redis\w*\.[ch]$/],
  [/^sodium/, /^server\/base\/secret\.c$/],
  [/^qrencode/, /^server\/cli\/keys\.c$/],
  [/^zlib/, /^server\/wire\/packed\.c$/],
]

const SYSTEM = new Set(`arpa/inet assert ctype dirent errno fcntl getopt grp inttypes limits math netdb netinet/in
  netinet/tcp poll pthread pwd signal stdarg stdatomic stdbool stddef stdint stdio stdlib string strings
  sys/epoll sys/file sys/mman sys/queue sys/random sys/resource sys/socket sys/stat sys/time sys/types sys/uio sys/un
  sys/wait sysexits termios time unistd`.split(/\s+/).map((name) => `${name}.h`))

const roomOf = (path) => path.startsWith('protocol/') ? 'protocol' : path.replace(/^server\//, '').split('/').slice(0, -1)[0] ?? 'main'

export function check(root) {
  const paths = [...filesBelow(root, 'server', ['.c', '.h']), ...filesBelow(root, 'protocol/generated', ['.c', '.h'])]
  const includes = new Map(paths.map((path) => [path, includesOf(root, path)]))
  const problems = []
  for (const [path, found] of includes)
    for (const { line, name, system } of found) {
      const problem = system ? systemProblem(path, name) : ownProblem(path, name, includes)
      if (problem) problems.push(`${path}:${line}: ${problem}`)
    }
  return [...problems, ...circles(includes)]
}

function includesOf(root, path) {
  return codeOf(root, path).flatMap((text, index) => {
    const [, open, name] = /^\s*#\s*include\s+([<"])([^>"]+)/.exec(text) ?? []
    return name ? [{ line: index + 1, name, system: open === '<' }] : []
  })
}

function systemProblem(path, name) {
  if (roomOf(path) === 'core' && !CORE_SYSTEM.includes(name)) return `the core may not include <${name}>`
  const [, where] = THIRD_PARTY.find(([header]) => header.test(name)) ?? []
  if (where && !where.test(path)) return `<${name}> has its own files, and this is none of them`
  if (!where && !SYSTEM.has(name)) return `<${name}> is neither the system's nor a library that has been agreed on`
}

function ownProblem(path, name, includes) {
  if (!includes.has(name) && !includes.has(`server/${name}`)) return `"${name}" is not a path from server/ or the root`
  const from = roomOf(path)
  const to = roomOf(name.startsWith('protocol/') ? name : `server/${name}`)
  if (from === 'core' && CORE_NEVER.includes(name)) return `the core may not include "${name}"`
  if (from !== 'core' && CORE_ONLY.includes(name)) return `"${name}" is the core's own`
  if (from === to || !(from in MAY_KNOW) || MAY_KNOW[from].includes(to)) return
  return `${from} may not know ${to} ("${name}")`
}

// Headers that include one another in a circle, each circle told once.
function circles(includes) {
  const problems = []
  const done = new Set()
  const walk = (path, trail) => {
    if (trail.includes(path)) {
      problems.push(`${[...trail.slice(trail.indexOf(path)), path].map((p) => basename(p)).join(' → ')}: a circle of includes`)
      return
    }
    if (done.has(path)) return
    for (const { name, system } of includes.get(path) ?? [])
      if (!system) walk(includes.has(name) ? name : `server/${name}`, [...trail, path])
    done.add(path)
  }
  for (const path of includes.keys()) walk(path, [])
  return problems
}

runAsProgram(import.meta, check)
