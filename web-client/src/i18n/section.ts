// The words of one part of the page, which travel with that part and not with the first load. In English the part
// waits for its English words (wordsHere), and shows French only where they cannot be had.
import { computed, signal } from '@preact/signals'
import { type Later, later } from '../ahead'
import { language, said } from './i18n'
import type { Messages } from './messages'

type Params<M> = M extends (params: infer P) => string ? [params: P] : []

const english = () => language.peek() === 'en'
const sections = new Set<Later<unknown>>()

/** Counts the parts whose words came in another language; for what is not drawn by a view, to be drawn anew. */
export const wordsCome = signal(0)

/** Resolves when the words of every part that has come are there in the person's language, or cannot be had. */
export async function wordsHere(): Promise<void> {
  if (english()) await Promise.all([...sections].map((one) => one.fetch()))
}

/** A `t` for these words: as the page's own, with the keys and parameters of `french`. */
export function section<Words extends object>(
  french: Words,
  load: () => Promise<{ default: Messages<Words> }>,
): <K extends keyof Words>(key: K, ...params: Params<Words[K]>) => string {
  const translated = later(load, { wanted: english })
  sections.add(translated)
  const words = computed<Messages<Words> | Words>(() => {
    if (language.value === 'fr') return french
    const here = translated.here.value
    if (here === undefined) void translated.fetch().then(() => wordsCome.value++)
    return typeof here === 'object' ? here.default : french
  })
  return (key, ...params) => said(words.value[key], params[0])
}
