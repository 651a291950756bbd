// A check that cannot fail is none: each rule of each check is broken once, in a small checkout of
// its own, and must be told with its file and line. A clean checkout must pass.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { check as documents } from './documents.mjs'
import { check as families } from './families.mjs'
import { check as fields } from './fields.mjs'
import { check as format } from './format.mjs'
import { check as imports } from './imports.mjs'
import { check as includes } from './includes.mjs'
import { check as manuals } from './manuals.mjs'
import { check as sizes } from './sizes.mjs'
import { check as words } from './words.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const home = join(here, '..', '..')

// Runs `use` with a folder that holds these files.
function withFiles(files, use) {
  const root = mkdtempSync(join(tmpdir(), 'archipel-structure-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return use(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

const tells = (check, files, expected) => assert.deepEqual(withFiles(files, check).map((p) => p.split(':').slice(0, 2).join(':')), expected)
const many = (count, line) => Array(count).fill(line).join('\n')

test('includes: a room that knows too much', () => {
  tells(includes, { 'server/core/a.c': '#include "live/b.h"\n', 'server/live/b.h': '#include "core/c.h"\n', 'server/core/c.h': '' }, ['server/core/a.c:1'])
  tells(includes, { 'server/base/a.c': '\n#include "protocol/generated/b.h"\n', 'protocol/generated/b.h': '' }, ['server/base/a.c:2'])
  tells(includes, { 'server/core/a.c': '#include "base/log.h"\n', 'server/base/log.h': '' }, ['server/core/a.c:1'])
})
test("includes: the core's own header", () => tells(includes, {
  'server/live/a.c': '#include "core/decision.h"\n', 'server/core/decision.h': '', 'server/core/b.c': '#include "core/decision.h"\n',
}, ['server/live/a.c:1']))
test('includes: a library outside its files', () => {
  tells(includes, { 'server/live/a.c': '#include <libwebsockets.h>\n' }, ['server/live/a.c:1'])
  tells(includes, { 'server/journal/journal_redis.c': '#include <sqlite3.h>\n#include <hiredis/hiredis.h>\n' }, ['server/journal/journal_redis.c:1'])
  tells(includes, { 'server/net/a.c': '#include <zlib.h>\n' }, ['server/net/a.c:1'])
})
test('includes: the core and the outside world', () => tells(includes, { 'server/core/a.c': '#include <time.h>\n' }, ['server/core/a.c:1']))
test('includes: a path that leads nowhere', () => tells(includes, { 'server/core/a.c': '#include "a.h"\n' }, ['server/core/a.c:1']))
test('includes: a circle', () => {
  const found = withFiles({ 'server/core/a.h': '#include "core/b.h"\n', 'server/core/b.h': '#include "core/a.h"\n' }, includes)
  assert.match(found.join(), /a\.h → b\.h → a\.h/)
})
test('includes: a circle of three modules, two are fine', () => {
  const two = {
    'server/live/a.h': '', 'server/live/a.c': '#include "live/a.h"\n#include "live/b.h"\n',
    'server/live/b.h': '', 'server/live/b.c': '#include "live/b.h"\n#include "live/a.h"\n',
  }
  tells(includes, two, [])
  const found = withFiles({ ...two, 'server/live/b.c': '#include "live/c.h"\n', 'server/live/c.h': '', 'server/live/c.c': '#include "live/a.h"\n' }, includes)
  assert.deepEqual(found, ['live/a, live/b, live/c: a circle of 3 modules (2 at most)'])
})
test('includes: what a header declares stands in its own file', () => tells(includes, {
  'server/live/a.h': '/* One. */\nvoid one(int);\n/* Two. */\nint two(int first,\n        int second);\n', 'server/live/a.c': 'int two(int first,\n        int second)\n{\n}\n',
  'server/live/b.c': 'void one(int)\n{\n}\n',
}, ['server/live/a.h:2']))
test('includes: a comment is no include, and the rooms below are known', () => tells(includes, {
  'server/live/a.c': '/* #include <sqlite3.h> */\n#include "core/b.h"\n', 'server/core/b.h': '#include <stdint.h>\n',
}, []))

test('imports: a circle of modules, of types and of what comes later too', () => {
  const page = (files) => Object.fromEntries(Object.entries(files).map(([path, text]) => [`web-client/src/${path}`, text]))
  tells(imports, page({ 'views/a.tsx': "import { b } from './b'\n", 'views/b.ts': "\nimport type { A } from './a'\n" }), ['web-client/src/views/b.ts:2'])
  tells(imports, page({ 'views/a.tsx': "import { b } from './b'\n", 'views/b.ts': "const a = lazy(() => import('./a'))\n" }), ['web-client/src/views/b.ts:1'])
  tells(imports, page({ 'views/a.tsx': "import { b } from './b'\n", 'views/b.ts': "// import './a'\nexport const b = 1\n" }), [])
})
test('imports: a circle of folders, though none of their modules', () => {
  const page = { 'views/a/one.ts': "import '../b/one'\n", 'views/a/two.ts': '', 'views/b/one.ts': '', 'views/b/two.ts': "import '../a/two'\n" }
  const found = withFiles(Object.fromEntries(Object.entries(page).map(([path, text]) => [`web-client/src/${path}`, text])), imports)
  assert.match(found.join(), /^web-client\/src\/views\/b\/two\.ts:1: a circle of imports: views\/a → views\/b → views\/a$/)
})

test('sizes: a long file, a long function', () => {
  tells(sizes, { 'server/core/a.c': `${many(601, 'int a;')}\n` }, ['server/core/a.c:1'])
  tells(sizes, { 'server/core/a.c': `int f(void)\n{\n${many(61, '    g();')}\n}\n` }, ['server/core/a.c:1'])
})
test('sizes: sixty lines are fine, and so is a long exhaustive switch', () => {
  tells(sizes, { 'server/core/a.c': `int f(void)\n{\n${many(60, '    g();')}\n}\n` }, [])
  const cases = many(70, '    case A: return 1;')
  tells(sizes, { 'server/core/a.c': `int f(int x)\n{\n    switch (x) {\n${cases}\n    }\n    return 0;\n}\n` }, [])
  tells(sizes, { 'server/core/a.c': `int f(int x)\n{\n    switch (x) {\n${cases}\n    default: return 0;\n    }\n}\n` }, ['server/core/a.c:1'])
})

test('families: a rule that stands elsewhere, a family without its tests', () => {
  const schema = '{"commands": {"add_star": {}, "drop_star": {}}}'
  const rules = 'void decide_add_star(void)\n{\n}\n'
  tells(families, { 'protocol/schema/stars.json': schema, 'server/core/rules/stars.c': rules }, ['protocol/schema/stars.json:1'])
  tells(families, { 'protocol/schema/stars.json': schema, 'server/core/rules/stars.c': rules, 'tests/unit/core/rules/test_stars.c': 'check_family(&stars);' }, ['server/core/rules/stars.c:1'])
  tells(families, { 'protocol/schema/stars.json': schema, 'server/core/rules/stars.c': rules, 'tests/unit/core/rules/test_stars.c': '' }, ['tests/unit/core/rules/test_stars.c:1'])
})
test('sizes: functions of TypeScript, however they are written', () => {
  const body = many(61, '  g()')
  tells(sizes, { 'web-client/src/a.ts': `function f(a: number): void {\n${body}\n}\n` }, ['web-client/src/a.ts:1'])
  tells(sizes, { 'web-client/src/a.ts': `\nexport const f = async (a: number) => {\n${body}\n}\n` }, ['web-client/src/a.ts:2'])
  tells(sizes, { 'web-client/src/a.tsx': `const Part = ({ a }: Props) => (\n${body}\n)\n` }, ['web-client/src/a.tsx:1'])
  tells(sizes, { 'web-client/src/a.tsx': `export default function Part({\n  a,\n}: Props) {\n${body}\n}\n` }, ['web-client/src/a.tsx:3'])
  tells(sizes, { 'web-client/src/a.ts': `class A {\n  get b(): number {\n${many(61, '    g()')}\n  }\n}\n` }, ['web-client/src/a.ts:2'])
})
test('sizes: what is long in TypeScript and no function', () => {
  tells(sizes, { 'web-client/src/a.ts': `export default {\n${many(61, "  a: 'b',")}\n}\n` }, [])
  tells(sizes, { 'web-client/tests/a.test.ts': `describe('a', () => {\n${many(61, '  g()')}\n})\n` }, [])
  tells(sizes, { 'web-client/src/a.ts': `function f(a: number): void {\n${many(60, '  g()')}\n}\n` }, [])
  tells(sizes, { 'web-client/src/a.ts': `function f(a: A): B {\n  switch (a) {\n${many(70, '    case A: return 1')}\n  }\n}\n` }, [])
})

test('manuals: a file that begins with no word, a prototype without a sentence', () => {
  tells(manuals, { 'server/core/a.c': 'int a;\n/* B. */\n', 'server/core/b.h': '\n/* B. */\n', 'server/core/c.c': '/* C. */\n' }, ['server/core/a.c:1', 'server/core/b.h:1'])
  const header = '/* A. */\nint one(int);\nint two(int);\n\nint three(int first,\n          int second); /* Three. */\nstruct four *four(void);\n'
  tells(manuals, { 'server/core/a.h': header }, ['server/core/a.h:3', 'server/core/a.h:7'])
})

test('format: a file that clang-format would change', () => {
  const style = readFileSync(join(home, '.clang-format'), 'utf8')
  tells(format, { '.clang-format': style, 'server/core/a.c': 'int a;\n', 'server/net/b.c': 'int b;\n\nint  c;\n' }, ['server/net/b.c:3'])
})

for (const [path, line] of [
  ['web-client/src/a.ts', 'node.innerHTML = text'],
  ['web-client/src/a.tsx', '<p dangerouslySetInnerHTML={{ __html: x }} />'],
  ['web-client/src/a.ts', "document.cookie = 'a'"],
  ['web-client/src/a.ts', "fetch('https://fonts.example.com/a')"],
  ['server/core/a.c', '    default:'],
  ['server/live/a.c', '    char *p = malloc(3);'],
  ['server/live/a.c', '    strcpy(a, b);'],
  ['server/live/a.c', '    a->capacity = a->capacity ? a->capacity * 2 : 8;'],
  ['server/live/a.c', '/* TO' + 'DO later */'],
]) test(`words: ${line.trim()}`, () => tells(words, { [path]: `\n${line}\n` }, [`${path}:2`]))
test('fields: one that keeps nothing of what is written in it', () => {
  const made = (text) => ({ 'web-client/src/views/notes/Note.tsx': `\n${text}` })
  const found = ['web-client/src/views/notes/Note.tsx:2']
  tells(fields, made('<textarea rows={3} />'), found)
  tells(fields, made('<input\n  value={a}\n  onInput={() => type("search")}\n/>'), found)
  tells(fields, made('<input type="text" />'), found)
  tells(fields, made('<div contentEditable />'), found)
  tells(fields, made('<input onInput={() => go()} type="search" /> '), [])
  tells(fields, made('<TextField words={words} /> <input type="text" readOnly />'), [])
})

test('words: a struct may have a member of that name', () => tells(words, { 'server/live/a.c': 'host->rand(host);\n/* as malloc (3) */\n' }, []))

test('documents: a link to nowhere, a heading that is not there', () => tells(documents, {
  'README.md': '[a](docs/a.md) [b](docs/b.md#its-heading) [c](https://example.org)\n[d](docs/b.md#no-heading)\n', 'docs/b.md': '# Its heading\n',
}, ['README.md:1', 'README.md:2']))
test('documents: a rule that is there twice, a test of a rule that is not', () => tells(documents, {
  'protocol/PROTOCOL.md': '- **C1** One.\n- **C2** Two.\n- **C2** Three.\n',
  'tests/unit/core/test_a.c': 'static void C1_holds(void **state)\nstatic void c7_holds(void **state)\nstatic void j9_holds(void **state)\n',
  'web-client/tests/a.test.ts': "test('C2: two', () => {})\n",
}, ['protocol/PROTOCOL.md:3', 'tests/unit/core/test_a.c:2']))
test('documents: a rule without a test', () => tells(documents, {
  'protocol/PROTOCOL.md': '- **C1** One.\n- **C2** Two.\n', 'tests/unit/core/test_a.c': 'static void c2_holds(void **state)\n',
}, ['protocol/PROTOCOL.md:1']))
test('documents: a package that nobody is told of', () => tells(documents, {
  'web-client/package.json': '{"dependencies": {"preact": "1"}, "devDependencies": {"left-pad": "1"}}', 'THIRD-PARTY.md': '[preact](https://preactjs.com)\n',
}, ['web-client/package.json:1']))

function purity(core) {
  return withFiles({ 'core.c': core, 'log.c': 'void log_line(void) {}\n', 'table.c': 'void table_get(void) {}\n', 'none.c': 'int none;\n' }, (root) => {
    for (const [library, objects] of [['core', ['core']], ['protocol', ['none']], ['base', ['log', 'table']]]) {
      for (const name of objects) execFileSync('cc', ['-c', `${name}.c`, '-o', `${name}.c.o`], { cwd: root })
      execFileSync('ar', ['rc', `${library}.a`, ...objects.map((name) => `${name}.c.o`)], { cwd: root })
    }
    return spawnSync(join(here, 'purity.sh'), ['core.a', 'protocol.a', 'base.a'], { cwd: root, encoding: 'utf8' })
  })
}
test('purity: plain data structures and memcpy are known', () => {
  const { status, stderr } = purity('#include <string.h>\nvoid table_get(void);\nvoid f(char *a, char *b, unsigned long n) { memcpy(a, b, n); table_get(); }\n')
  assert.equal(status, 0, stderr)
})
for (const [name, code] of [['time', '#include <time.h>\nlong f(void) { return time(0); }\n'], ['log_line', 'void log_line(void);\nvoid f(void) { log_line(); }\n']])
  test(`purity: ${name}`, () => {
    const { status, stderr } = purity(code)
    assert.equal(status, 1)
    assert.match(stderr, new RegExp(`core\\.c\\.o: the core may not use ${name}`))
  })

// The generator, in a copy of protocol/ of which one file is changed.
function generate(path, change) {
  const root = mkdtempSync(join(tmpdir(), 'archipel-structure-'))
  try {
    cpSync(join(home, 'protocol'), root, { recursive: true })
    const text = readFileSync(join(root, path), 'utf8')
    assert.notEqual(change(text), text)
    writeFileSync(join(root, path), change(text))
    return spawnSync('node', [join(root, 'generate.mjs'), '--check'], { encoding: 'utf8' })
  } finally {
    rmSync(root, { recursive: true })
  }
}
for (const [what, path, from, to, sentence] of [
  ['a file that is stale', 'generated/codes.c', 'none', 'some', /is stale: codes\.c/],
  ['a kind that is another is another schema', 'schema/boards.json', '"kind": "flag"', '"kind": "time"', /is stale: .*messages\.h.*schema\.txt/],
  ['a name that is another is another schema', 'schema/codes.json', '"damaged"', '"broken"', /is stale: .*messages\.h.*schema\.txt/],
  ['a sentence that is another is none', 'schema/codes.json', 'Reload it.', 'Load it again.', /^protocol\/generated is stale: (?!.*(messages\.h|schema\.txt))/],
  ['a record number that leaves a gap', 'schema/access.json', /("key": \{\s*"number": )\d+/, '$1999', /numbers run from 1 without a gap/],
  ['a command number that leaves a gap', 'schema/priorities.json', /("allot": \{\s*"number": )\d+/, '$1999', /commands: numbers run from 1 without a gap/],
  ['a schema that is not JSON', 'schema/boards.json', '"records": {', '"records" {', /^protocol\/schema\/boards\.json: /],
  ['a template that is not JSON', 'templates/blank.json', '"order":', '"order"', /^protocol\/templates\/blank\.json: /],
  ['a family with a key that is none', 'schema/boards.json', '"refusals": {', '"refusal": {', /boards\.json: does not know refusal;/],
  ['a record in two families', 'schema/boards.json', '"records": {', '"records": {"key": {"number": 6, "limit": 1, "scope": "sealed", "doc": "", "fields": {}},', /records: name key is missing or used twice/],
  ['a record with a key that is none', 'schema/boards.json', '"limit": 60', '"limt": 60', /does not know limt/],
  ['a reference that does not say what becomes of its holder', 'schema/boards.json', '"of": "board", "gone": "drop"', '"of": "board"', /record zone\.board: needs "gone"/],
  ['a fate that is none', 'schema/boards.json', '"of": "board", "gone": "drop"', '"of": "board", "gone": "vanish"', /record zone\.board: needs "gone"/],
  ['a deed of what is no person', 'schema/boards.json', '"of": "board", "gone": "drop"', '"of": "board", "gone": "stay"', /record zone\.board: only a deed stays/],
  ['a scope that outlives its person', 'schema/priorities.json', '"holder": {"number": 6, "kind": "id", "gone": "drop"', '"holder": {"number": 6, "kind": "id", "gone": "clear"', /allotment\.holder: what only one person or group sees goes with them/],
  ['a reference that may lose sight', 'schema/facilitation.json', ', "hidden": "clear"', '', /record lead\.card: needs "hidden"/],
  ['a reference that tells of what is hidden', 'schema/facilitation.json', '"hidden": "clear"', '"hidden": "stay"', /record lead\.card: who does not see the card would be told of it/],
  ['a reason that none needs', 'schema/facilitation.json', '"hidden": "clear"', '"hidden": "clear", "known": "So it is."', /record lead\.card: known is for what stays/],
  ['a reference that loses no sight', 'schema/boards.json', '"of": "board", "gone": "drop"', '"of": "board", "gone": "drop", "hidden": "drop"', /record zone\.board: has no use for hidden/],
  ['a bin where there is none', 'schema/people.json', '"hidden": "stay"', '"hidden": "stay", "binned": "drop"', /record person\.invitation: binned is for/],
  ['a field that names nothing and says gone', 'schema/boards.json', '"kind": "flag"', '"kind": "flag", "gone": "drop"', /record board\.locked: names no record/],
  ['a scope that follows what may stay away', 'schema/links.json', '"follows": ["from", "to"]', '"follows": ["link_type"]', /record link: scope\.follows names fields/],
  ['an id of no record', 'schema/cards.json', '"id_of": "card"', '"id_of": "cart"', /record authorship: id_of: no record cart/],
  ['a bin without a time', 'schema/cards.json', '"at": "dropped_at"', '"at": "title"', /record card: bin is/],
  ['an index by what has no order', 'schema/boards.json', '"kind": "flag"', '"kind": "flag", "index": true', /record board\.locked: index is for/],
  ['a field number that leaves a gap', 'schema/cards.json', '"person": {"number": 1,', '"person": {"number": 2,', /record authorship: fields stand in the order of their numbers/],
  ['a record without a limit', 'schema/boards.json', /"limit": 60,/, '', /needs limit/],
  ['a record field with a key that is none', 'schema/cards.json', '"lines": true', '"line": true', /does not know line;/],
  ['a command with a key that is none', 'schema/cards.json', '"class": "edit"', '"klass": "edit"', /does not know klass/],
  ['a command field with a key that is none', 'schema/cards.json', '"optional": true', '"optionel": true', /does not know optionel/],
  ['an id whose 0 would be taken for missing', 'schema/cards.json', '"optional": true, "doc": "Who took them off; 0', '"doc": "Who took them off; 0', /restore_cards\.person: its doc tells of a 0/],
  ['an effect on no record', 'schema/links.json', '{"drop": "link"}', '{"drop": "lynx"}', /drop_link: effect\.drop: no record lynx/],
  ['an effect that is none', 'schema/links.json', '{"drop": "link"}', '{}', /drop_link: effect needs one of put/],
  ['an effect with a field that is none', 'schema/cards.json', '"actor": "author"', '"actor": "writer"', /effect\.actor: no record field card\.writer/],
  ['a patch of what may not be there', 'schema/priorities.json', '"id", "of": "priority", "label": {"fr": "la priorisation", "en": "the prioritisation"}, "doc": "Which."', '"id", "label": {"fr": "la priorisation", "en": "the prioritisation"}, "doc": "Which."', /the first field says which priority/],
  ['a card over a card', 'templates/demo-cartography.json', '"x": 1140, "y": 455', '"x": 1140, "y": 300', /demo-cartography.*overlaps/],
  ['a colour that is none', 'templates/cartography.json', '"sun"', '"blue"', /zone\.color: blue is not a color/],
  ['a link to nowhere', 'templates/demo-cartography.json', '"to": "pilots"', '"to": "pilot"', /nothing has the key cartography\/pilot$/m],
  ['a key that is none', 'templates/blank.json', '"summary"', '"sumary"', /does not know sumary/],
  ['a text that is too long', 'templates/blank.json', '"Board"', `"${'x'.repeat(121)}"`, /board\.title: longer than 120 bytes in en/],
  ['a coordinate out of range', 'templates/cartography.json', '"x": 0', '"x": 100001', /zone\.x: 100001 is not within/],
]) test(`generated: ${what}`, () => {
  const { status, stderr } = generate(path, (text) => text.replace(from, to))
  assert.equal(status, 1)
  assert.match(stderr, sentence)
})
