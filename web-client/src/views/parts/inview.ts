// What opens beside a button stays in view, wherever the button is.

const edge = 8

/** Moves it from where its style lays it by as little as shows all of it. */
export function keepInView(panel: HTMLElement | null): void {
  if (!panel) return
  const { left, right, top, bottom } = panel.getBoundingClientRect()
  panel.style.translate = `${shift(left, right, innerWidth)}px ${shift(top, bottom, innerHeight)}px`
}

function shift(from: number, to: number, length: number): number {
  if (to > length - edge) return Math.max(length - edge - to, edge - from)
  return from < edge ? edge - from : 0
}
