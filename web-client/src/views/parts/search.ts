// Finding cards by words, whatever their accents and case. Pure.

export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Whether every word that is searched stands in the title, the text or the tags. */
export function matches(
  card: { readonly title: string; readonly text: string; readonly tags?: string },
  wanted: string,
): boolean {
  const words = folded(wanted).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const held = folded(`${card.title}\n${card.text}\n${card.tags ?? ''}`)
  return words.every((word) => held.includes(word))
}
