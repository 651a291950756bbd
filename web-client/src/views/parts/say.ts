// What is read out to who does not see it. The voice (voice.ts) is fetched apart, for whoever is inside at once.
import { useEffect, useRef } from 'preact/hooks'

/** Counts move while one types: what is said of them waits until they hold still, ms. */
export const still = 700

/** Said politely, after what is being said. */
export function say(text: string): void {
  if (text) void import('./voice').then(({ speak }) => speak(text)).catch(() => undefined)
}

/** Says what is shown once this person has changed what it is about, and it holds still; never for what others do. */
export function useSaid(text: string, about: unknown): void {
  const now = useRef(text)
  now.current = text
  const before = useRef(about)
  useEffect(() => {
    if (before.current === about) return
    before.current = about
    const timer = setTimeout(() => say(now.current), still)
    return () => clearTimeout(timer)
  }, [about])
}
