// Finding cards by words, whatever their accents and case. Pure.

export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Whether every word that is searched stands in the title or the text. */
export function matches(card: { readonly title: string; readonly text: string }, wanted: string): boolean {
  const words = folded(wanted).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const held = folded(`${card.title}\n${card.text}`)
  return words.every((word) => held.includes(word))
}
