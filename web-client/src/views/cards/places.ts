// Where the words of cards are kept while they are written (sync/unsent.ts).

/** The form of a new card of a board. */
export function newPlace(board: number): string {
  return `new ${board}`
}

/** The form of a card that is there. */
export function cardPlace(card: number): string {
  return `card ${card}`
}

/** The line of a list to add cards in a zone; 0 for outside of all. */
export function addPlace(board: number, zone: number): string {
  return `add ${board} ${zone}`
}

/** The card whose form it is; undefined when it is something else. */
export function cardOf(place: string): number | undefined {
  const [kind, id] = place.split(' ')
  return kind === 'card' ? Number(id) : undefined
}
