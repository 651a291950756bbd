// How wide words are in the page's letters, each measured once.
import type { Width } from './lines'

/** Of the letters that are measured, in pixels. */
const measured = 40
/** So many words are remembered before all are forgotten. */
const most = 20_000

/** Widths in em: a text is as wide as this times the size of its letters. */
export function measureWith(font: string, weight: number): Width {
  const ink = document.createElement('canvas').getContext('2d')
  if (!ink) return (text) => text.length * 0.55
  ink.font = `${weight} ${measured}px ${font}`
  const known = new Map<string, number>()
  return (text) => {
    const width = known.get(text) ?? ink.measureText(text).width / measured
    if (known.size > most) known.clear()
    known.set(text, width)
    return width
  }
}
