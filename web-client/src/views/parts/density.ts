// How many pixels of the screen one of the page's has: what is drawn by hand is drawn anew when it changes.

/** Tells when the screen has another density: a window on another monitor, a page that is zoomed. Answers how to stop. */
export function watchDensity(changed: () => void): () => void {
  let stop = () => {}
  const watch = () => {
    const list = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
    const tell = () => {
      watch()
      changed()
    }
    list.addEventListener('change', tell, { once: true })
    stop = () => list.removeEventListener('change', tell)
  }
  watch()
  return () => stop()
}
