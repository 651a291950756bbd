// Who may include whom (docs/architecture.md): every #include of server/ and protocol/generated/
// against the tables below, no circle among headers, and none of more than two among modules. A
// module is a header and the .c file of its name; so that nobody calls upward behind a header's
// back, what a header declares is defined in its own .c file.
import { basename } from 'node:path'
import { codeOf, filesBelow, prototypesOf, runAsProgram } from './files.mjs'

// A room and the rooms it may know. A folder that is not here, and server/*.c, is the program
// itself, which may know everybody.
const MAY_KNOW = {
  base: [],
  protocol: ['base'],
  core: ['base', 'protocol'],
  wire: ['base', 'protocol', 'core'],
  journal: ['base'],
  live: ['base', 'protocol', 'core', 'wire', 'journal'],
  net: ['base', 'protocol', 'wire', 'live'],
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
  [/^sodium/, /^server\/base\/(secret|digest)\.c$/],
  [/^qrencode/, /^server\/cli\/keys\.c$/],
  [/^zlib/, /^server\/wire\/packed\.c$/],
]

// A circle of as many modules can be read as one thing; a larger one cannot.
const CIRCLE_MOST = 2

// Headers that declare what stands elsewhere: the rules, each in the file of its family.
const DECLARES_OTHERS = ['server/core/decide.h', 'server/core/decision.h', 'server/core/rules/permit.h']

const SYSTEM = new Set(`arpa/inet assert ctype dirent errno fcntl getopt grp inttypes limits malloc math netdb netinet/in
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
  return [...problems, ...circles(includes), ...moduleCircles(includes), ...strayDeclarations(root, paths)]
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

const moduleOf = (path) => path.replace(/\.[ch]$/, '')

// Modules that include one another, by Tarjan's strongly connected components (1972).
function moduleCircles(includes) {
  const known = new Map([...includes.keys()].map((path) => [moduleOf(path), new Set()]))
  for (const [path, found] of includes)
    for (const { name, system } of found)
      if (!system) known.get(moduleOf(path)).add(moduleOf(includes.has(name) ? name : `server/${name}`))
  const problems = []
  const stack = []
  const order = new Map()
  const lowest = new Map()
  const visit = (module) => {
    order.set(module, order.size)
    lowest.set(module, order.get(module))
    stack.push(module)
    for (const next of known.get(module) ?? []) {
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) lowest.set(module, Math.min(lowest.get(module), lowest.get(next)))
    }
    if (lowest.get(module) !== order.get(module)) return
    const circle = stack.splice(stack.indexOf(module))
    if (circle.length > CIRCLE_MOST)
      problems.push(`${circle.map((m) => m.replace('server/', '')).sort().join(', ')}: a circle of ${circle.length} modules (${CIRCLE_MOST} at most)`)
  }
  for (const module of known.keys()) if (!order.has(module)) visit(module)
  return problems
}

// Prototypes of a header whose functions are not in the .c file beside it.
function strayDeclarations(root, paths) {
  return paths.filter((path) => path.startsWith('server/') && path.endsWith('.h') && !DECLARES_OTHERS.includes(path)).flatMap((path) => {
    const source = path.replace(/h$/, 'c')
    const defined = paths.includes(source) ? codeOf(root, source).join('\n') : ''
    return prototypesOf(root, path)
      .filter(({ name }) => !new RegExp(`^\\w[^;\\n]*\\b${name}\\(`, 'm').test(defined))
      .map(({ line, name }) => `${path}:${line}: ${name} is not defined in ${basename(source)}`)
  })
}

runAsProgram(import.meta, check)
