// How words are compared, for every search: as a keyboard writes them, without case, accents, ligatures, wide forms
// or what nobody sees, with one apostrophe, one hyphen and no blanks within a number. The server folds by the same
// letters (protocol/generator/fold.mjs). Pure.

/** What Unicode does not take apart: each letter, and what stands for it. */
const letters = new Map(
  'œoe æae ßss øo łl đd ðd þth ıi ħh ŧt ŋn ĸk'
    .split(' ')
    .map(([letter = '', ...plain]) => [letter, plain.join('')]),
)

export function fold(text: string): string {
  return text
    .replace(/[‘’ʼ´`′]/g, "'")
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[ß-ŧ]/g, (letter) => letters.get(letter) ?? letter)
    .replace(/[‐-―−]/g, '-')
    .replace(/\b\d{1,3}(?:[\s'.,]\d{3})+\b/g, (number) => number.replace(/\D/g, ''))
}

/** Letters and digits alone: whether two names are one for the server. */
export function squeezed(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '')
}
