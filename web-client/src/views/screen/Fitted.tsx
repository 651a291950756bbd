import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { w } from './words'

interface Props {
  /** What the children are made from: measured anew when it changes. */
  of: string
  /** Hundredths of the picture's height. */
  most: number
  least: number
  class?: string
  children: ComponentChildren
}

/** How long one page stays, ms. */
const pageStays = 10_000
const step = 0.25

/** A text as large as its room allows, and never smaller than can be read from the back: what does not fit then turns
 * its pages by itself. */
export function Fitted({ of, most, least, class: name, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const pages = useSignal(1)
  const page = useSignal(0)
  useLayoutEffect(() => {
    const measure = () => {
      if (!box.current || !text.current) return
      pages.value = fitInto(box.current, text.current, most, least)
      page.value = Math.min(page.value, pages.value - 1)
    }
    measure()
    const watch = new ResizeObserver(measure)
    if (box.current) watch.observe(box.current)
    return () => watch.disconnect()
  }, [of, most, least])
  useEffect(() => {
    page.value = 0
    if (pages.value < 2) return
    const turn = setInterval(() => {
      page.value = (page.value + 1) % pages.value
    }, pageStays)
    return () => clearInterval(turn)
  }, [of, pages.value])
  const shift = `translateX(calc(${-page.value} * (100% + var(--page-gap))))`
  return (
    <div class={`fitted ${name ?? ''}`} data-pages={pages.value}>
      <div ref={box} class="fitted-box">
        <div ref={text} class="fitted-text" style={{ transform: shift }}>
          {children}
        </div>
      </div>
      {pages.value > 1 && <p class="wall-page">{w('page', { n: page.value + 1, of: pages.value })}</p>}
    </div>
  )
}

/** Sets the size of the letters, and answers how many pages it takes: columns as wide as the box, one beside the
 * other. */
function fitInto(box: HTMLElement, text: HTMLElement, most: number, least: number): number {
  const fits = (size: number) => {
    text.style.fontSize = `${size}vh`
    return text.scrollHeight <= box.clientHeight + 1 && text.scrollWidth <= box.clientWidth + 1
  }
  text.dataset.paged = 'false'
  let [small, large] = [0, Math.round((most - least) / step)]
  while (small < large) {
    const middle = Math.ceil((small + large) / 2)
    if (fits(least + middle * step)) small = middle
    else large = middle - 1
  }
  if (fits(least + small * step)) return 1
  text.dataset.paged = 'true'
  const gap = Number.parseFloat(getComputedStyle(text).columnGap) || 0
  return Math.max(1, Math.round((text.scrollWidth + gap) / (text.clientWidth + gap)))
}
