// "Élu·e" is said in full, "élu ou élue": a screen reader stumbles over the point. Pure.

/** A word, a point, how the other word ends; and the s of several, with or without a point of its own. */
const pointed = /(\p{L}{2,})·(e|[nltsv]e|ère|t?r?ice|euse)(?:·?(s))?(?!\p{L}|·)/gu

/** The text with each pointed word in full. */
export function inFull(text: string): string {
  return text.replace(
    pointed,
    (_, word: string, end: string, several = '') =>
      `${word}${word.endsWith('s') ? '' : several} ou ${other(word, end)}${several}`,
  )
}

function other(word: string, end: string): string {
  if (end.endsWith('ice')) return `${word.replace(/t?eur$/, '')}trice`
  if (end === 'te' && word.endsWith('s')) return `${word.slice(0, -1)}te`
  return (end === 'e' ? word : word.replace(/(eu[rx]|er|f|x)$/, end === 'se' ? 'eu' : '')) + end
}
