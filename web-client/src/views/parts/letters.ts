// Signs as people count them: an accent with its letter, a family or a flag as one. And which way a text runs. Pure.

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter() : undefined

/** By characters where a browser of long ago does not know better. */
export function graphemes(text: string): string[] {
  return segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text]
}

/** At most so many signs, the last a sign that there is more; never half of one. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const signs = graphemes(text)
  return signs.length > most
    ? `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text
}

const rightToLeft =
  /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Whether its first letter is of a script that runs from right to left. */
export function runsLeft(text: string): boolean {
  return rightToLeft.test(text)
}
