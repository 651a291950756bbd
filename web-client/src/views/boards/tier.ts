// How near one looks: near by, a card shows title and text; from afar its title alone, in a size that changes in steps.

/** From here on a card's text is shown too. */
const nearZoom = 0.55

/** Zooms that show titles in the same size; 0 is near by. */
export function tierOf(k: number): number {
  return k >= nearZoom ? 0 : 2 ** (Math.floor(2 * Math.log2(k)) / 2)
}

/** The size of a card's points from afar. */
export function tallySize(tier: number): number {
  return Math.min(15 / tier, 40)
}
