// The timer of a board: indicative, it only shows. Pure.

/** Minutes and seconds until the end, '0:00' after it. */
export function timeLeft(end: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((end - now) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** How long the end stays on show before the timer goes away by itself, ms. */
export const lingers = 60_000

export function isShown(end: number, now: number): boolean {
  return end > 0 && now < end + lingers
}
