// Words that must not stand where they are harmful, each with its reason.
import { codeOf, filesBelow, linesOf, runAsProgram } from './files.mjs'

const RULES = [
  {
    folders: ['web-client/src'], endings: ['.ts', '.tsx', '.html'],
    never: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|srcdoc)\b|document\.write|\beval\(|new Function\(/,
    why: "people's text reaches the page as text nodes only",
  },
  {
    folders: ['web-client/src'], endings: ['.ts', '.tsx', '.html'],
    never: /document\.cookie/, why: 'there are no cookies',
  },
  {
    folders: ['web-client/src'], endings: ['.ts', '.tsx', '.html', '.css'],
    never: /(https?:)?\/\/(?!www\.w3\.org\/)[a-z0-9.-]+\.(com|org|net|io|dev|fr|eu)\b/, why: 'no request goes to a third party',
  },
  {
    folders: ['server/core'], endings: ['.c', '.h'],
    never: /^\s*default\s*:/, why: 'a switch over the schema lists every case, so that the compiler finds what is missing',
  },
  {
    folders: ['server'], endings: ['.c', '.h'], but: ['server/base/check.c'],
    never: /(?<![\w.>])(malloc|calloc|realloc|strdup|strndup|asprintf)\s*\(/, why: 'an empty heap is met in base/check.c alone: use allocate',
  },
  {
    folders: ['server'], endings: ['.c', '.h'],
    never: /(?<![\w.>])(sprintf|vsprintf|strcpy|strcat|gets|strtok|atoi|atol|rand|srand|system|popen)\s*\(/, why: 'a function that nobody can use safely',
  },
  {
    folders: ['server', 'tests'], endings: ['.c', '.h'], but: ['server/base/array.c', 'server/base/table.c'],
    never: /capacity\s*\?[^:;]*\* 2\b/, why: 'how an array grows stands in base/array.h',
  },
  {
    folders: ['server', 'protocol', 'web-client/src', 'tests', 'script'], endings: ['.c', '.h', '.mjs', '.ts', '.tsx', '.lua', '.sql', '.css'],
    but: ['tests/structure/words.mjs'], comments: true,
    never: /\b(TODO|FIXME|XXX|HACK)\b/, why: 'what is left to do is not left in the code',
  },
]

export function check(root) {
  return RULES.flatMap((rule) => rule.folders.flatMap((folder) => filesBelow(root, folder, rule.endings))
    .filter((path) => !rule.but?.includes(path))
    .flatMap((path) => problemsOf(root, path, rule)))
}

function problemsOf(root, path, { never, why, comments }) {
  const lines = comments ? linesOf(root, path) : codeOf(root, path)
  return lines.flatMap((line, index) => {
    const [word] = never.exec(line) ?? []
    return word ? [`${path}:${index + 1}: ${word.trim()}: ${why}`] : []
  })
}

runAsProgram(import.meta, check)
