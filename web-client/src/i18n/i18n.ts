// Words in the person's language. French travels with the page, English comes when asked for. A switch keeps
// everything else as it is: views read `t` inside their render and are drawn anew.
import { computed, signal } from '@preact/signals'
import type { Language } from '../../../protocol/generated/protocol'
import fr from './fr'
import type { Messages } from './messages'
import { bindSpaces } from './typography'

type Dictionary = Messages<typeof fr>
type Key = keyof Dictionary
type Params<K extends Key> = Dictionary[K] extends (params: infer P) => string ? [params: P] : []

interface Pack {
  language: Language
  messages: Dictionary
}

const storageKey = 'archipel.language'
const pack = signal<Pack>({ language: 'fr', messages: fr })

export const language = computed(() => pack.value.language)

export function t<K extends Key>(key: K, ...params: Params<K>): string {
  return said(pack.value.messages[key], params[0])
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/

/** A message with what it is about. A name in a script that runs the other way does not turn the sentence around it. */
export function said(message: unknown, params: unknown): string {
  const apart: Record<string, unknown> = { ...(params as object) }
  for (const [name, value] of Object.entries(apart))
    if (typeof value === 'string' && rightToLeft.test(value)) apart[name] = `\u2068${value}\u2069`
  return inLanguage(typeof message === 'function' ? message(apart) : message)
}

/** A sentence as its language is set in type. */
export function inLanguage(text: string): string {
  return pack.value.language === 'fr' ? bindSpaces(text) : text
}

export async function setLanguage(next: Language): Promise<void> {
  pack.value = next === 'fr' ? { language: 'fr', messages: fr } : await loadEnglish()
}

async function loadEnglish(): Promise<Pack> {
  const { messages } = await import('./en')
  return { language: 'en', messages }
}

/** The language chosen on this device, else the browser's first of those we speak, else French. */
export function preferredLanguage(chosen: string | null, offered: readonly string[]): Language {
  if (chosen === 'fr' || chosen === 'en') return chosen
  const spoken = offered.map((tag) => tag.slice(0, 2).toLowerCase())
  return (spoken.find((tag) => tag === 'fr' || tag === 'en') ?? 'fr') as Language
}

export { storageKey as languageStorageKey }

export function formatDate(time: number): string {
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'long', timeStyle: 'short' }).format(time)
}

export function formatTime(time: number): string {
  return new Intl.DateTimeFormat(language.value, { timeStyle: 'short' }).format(time)
}
