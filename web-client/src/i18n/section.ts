// The words of one part of the page, which travel with that part and not with the first load. In English the
// part shows French until its English words are here, which they are after one request.
import { computed, signal } from '@preact/signals'
import { inLanguage, language } from './i18n'
import type { Messages } from './messages'

type Params<M> = M extends (params: infer P) => string ? [params: P] : []

/** A `t` for these words: as the page's own, with the keys and parameters of `french`. */
export function section<Words extends object>(
  french: Words,
  english: () => Promise<{ default: Messages<Words> }>,
): <K extends keyof Words>(key: K, ...params: Params<Words[K]>) => string {
  const loaded = signal<Messages<Words> | undefined>(undefined)
  let asked = false
  const load = async () => {
    asked = true
    loaded.value = (await english()).default
  }
  const words = computed<Messages<Words> | Words>(() => {
    if (language.value === 'fr') return french
    if (!asked) void load()
    return loaded.value ?? french
  })
  return (key, ...params) => {
    const message: unknown = words.value[key]
    return inLanguage(typeof message === 'function' ? message(params[0]) : String(message))
  }
}
