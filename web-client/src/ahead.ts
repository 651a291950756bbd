// What the page fetches when it is first needed, and ahead of that when there is time: so that it is there when the
// network is not. A part of the page, its words, the sentences of refusals.
import { type ReadonlySignal, signal } from '@preact/signals'

/** Whose it is: what only animators use is not fetched ahead for others; what is elsewhere, like the wall, for nobody. */
export type Whose = 'everybody' | 'animators' | 'elsewhere'

export interface Later<T> {
  /** Undefined until it is there, 'failed' when it could not be had: then it is asked for again. */
  readonly here: ReadonlySignal<T | 'failed' | undefined>
  /** Answers undefined when it cannot be had now. */
  fetch(): Promise<T | undefined>
}

interface LaterOptions {
  whose?: Whose
  /** Asked before it is fetched ahead. */
  wanted?: () => boolean
}

interface Missing {
  readonly whose: Whose
  wanted(): boolean
  fetch(): void
}

const missing = new Set<Missing>()
const ahead = new Set<Whose>()

export function later<T>(load: () => Promise<T>, options: LaterOptions = {}): Later<T> {
  const here = signal<T | 'failed' | undefined>(undefined)
  let coming: Promise<T | undefined> | undefined
  const take = (value: T) => {
    missing.delete(part)
    here.value = value
    return value
  }
  const fail = () => {
    coming = undefined
    here.value = 'failed'
    return undefined
  }
  const fetch = () => {
    coming ??= load().then(take, fail)
    return coming
  }
  const { whose = 'everybody', wanted = () => true } = options
  const part = { whose, wanted, fetch }
  missing.add(part)
  if (ahead.has(whose) && wanted()) whenIdle(fetch)
  return { here, fetch }
}

/** Fetches what these people may need: what is made already, what that in turn is made of, and what could not be had
 * before. */
export function fetchAhead(whose: readonly Whose[]): void {
  for (const one of whose) ahead.add(one)
  for (const part of missing) if (ahead.has(part.whose) && part.wanted()) part.fetch()
}

/** When the page has nothing better to do. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 5_000 })
  else setTimeout(run, 2_000)
}
