// A field of the page into which people write keeps what stands in it (web-client/src/sync/unsent.ts): it is a
// WordsInput or TextField of views/parts/Field.tsx. What is made otherwise is found here.
import { codeOf, filesBelow, runAsProgram } from './files.mjs'

/** Where such a field is made, and those that keep their words themselves; with the reason. */
const MAKERS = {
  'web-client/src/views/parts/Field.tsx': 'makes them',
  'web-client/src/views/cards/CardForm.tsx': 'its words are kept by cardwords.ts',
  'web-client/src/views/cards/CardFields.tsx': 'takes a territory of a list',
  'web-client/src/views/map/PlaceDialog.tsx': 'takes degrees',
}
/** Nobody writes a sentence into these. */
const PASSING = /\btype=["'](radio|checkbox|search|file|number|color|range|time|date|password)["']|\breadOnly\b/

export function check(root) {
  return filesBelow(root, 'web-client/src', ['.tsx'])
    .filter((path) => !(path in MAKERS))
    .flatMap((path) => {
      const code = codeOf(root, path).join('\n')
      return [...code.matchAll(/<(input|textarea)\b|\bcontentEditable\b/gi)]
        .filter(({ index, 0: tag }) => !/input/i.test(tag) || !PASSING.test(elementAt(code, index)))
        .map(({ index, 0: tag }) => `${path}:${code.slice(0, index).split('\n').length}: ${tag.replace('<', '')}: words that stand in a field are kept: use WordsInput or TextField of views/parts/Field.tsx`)
    })
}

// Up to where the element's own attributes end: a `>` outside of braces.
function elementAt(code, begin) {
  let depth = 0
  for (let at = begin; at < code.length; at++) {
    if (code[at] === '{') depth++
    else if (code[at] === '}') depth--
    else if (code[at] === '>' && depth === 0) return code.slice(begin, at)
  }
  return code.slice(begin)
}

runAsProgram(import.meta, check)
