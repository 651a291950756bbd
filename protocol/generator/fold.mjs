// How letters are compared: each character beyond ASCII that stands for letters or digits of it, by the
// compatibility decomposition of Unicode without its marks, and by the letters below, which Unicode does not take
// apart. The server folds by this table, the page by the same rule (web-client/src/views/parts/fold.ts).

/** What people write without the key for it. */
const letters = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k' }
const LONGEST = 5

function folded(character) {
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...plain].map((letter) => letters[letter] ?? letter).join('').replace(/[^a-z0-9]/g, '')
}

const isSurrogate = (value) => value >= 0xd800 && value < 0xe000

export function writeFold() {
  const rows = []
  for (let value = 0x80; value < 0x10000; value++) {
    const text = isSurrogate(value) ? '' : folded(String.fromCharCode(value))
    if (text.length > LONGEST) throw new Error(`U+${value.toString(16)} folds to more than ${LONGEST} letters`)
    if (text) rows.push(`{0x${value.toString(16).padStart(4, '0')}, "${text}"}`)
  }
  const lines = []
  for (let at = 0; at < rows.length; at += 6) lines.push(`    ${rows.slice(at, at + 6).join(', ')},`)
  return {
    'fold.h': `/* Written by protocol/generate.mjs; do not edit. */
/* What characters beyond ASCII are compared as: letters and digits of ASCII (core/fold.h). */
#ifndef ARCHIPEL_GENERATED_FOLD_H
#define ARCHIPEL_GENERATED_FOLD_H

#include <stddef.h>
#include <stdint.h>

struct folded {
    uint16_t character;
    char letters[${LONGEST + 1}];
};

/* In the order of the characters. */
extern const struct folded fold_table[];
extern const size_t fold_table_count;

#endif
`,
    'fold.c': `/* Written by protocol/generate.mjs; do not edit. */
#include "protocol/generated/fold.h"

const struct folded fold_table[] = {
${lines.join('\n')}
};

const size_t fold_table_count = sizeof fold_table / sizeof *fold_table;
`,
  }
}
