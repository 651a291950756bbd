// The tokens' colours as the canvas needs them: plain values, read again when the theme changes.
import type { Color } from '../../../../protocol/generated/protocol'
import { colors } from './colors'

export interface Theme {
  readonly paper: string
  readonly ink: string
  readonly inkSoft: string
  readonly line: string
  readonly accent: string
  readonly font: string
  readonly cards: Readonly<Record<Color, { bg: string; ink: string; edge: string }>>
}

/** Reads through the browser, so that light-dark() and the like are worked out for this element. */
export function readTheme(host: HTMLElement): Theme {
  const probe = document.createElement('span')
  probe.hidden = true
  host.append(probe)
  const read = (token: string) => {
    probe.style.color = `var(--${token})`
    return getComputedStyle(probe).color
  }
  const card = (color: Color) => ({
    bg: read(`card-${color}-bg`),
    ink: read(`card-${color}-ink`),
    edge: read(`card-${color}-edge`),
  })
  const theme = {
    paper: read('paper'),
    ink: read('ink'),
    inkSoft: read('ink-soft'),
    line: read('line-strong'),
    accent: read('ember'),
    font: getComputedStyle(host).fontFamily,
    cards: Object.fromEntries(colors.map((color) => [color, card(color)])) as Theme['cards'],
  }
  probe.remove()
  return theme
}

const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']

/** Tells when colours may have changed. Answers how to stop. */
export function watchTheme(changed: () => void): () => void {
  const root = new MutationObserver(changed)
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
  const lists = queries.map((query) => matchMedia(query))
  for (const list of lists) list.addEventListener('change', changed)
  return () => {
    root.disconnect()
    for (const list of lists) list.removeEventListener('change', changed)
  }
}

export function prefersStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
