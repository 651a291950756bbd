// What somebody prefers on this device: language, light or dark, which view of a board.
import { effect, signal } from '@preact/signals'
import { browserShelf } from './browser'
import { language, languageStorageKey, preferredLanguage, setLanguage } from './i18n/i18n'

export type Theme = 'auto' | 'light' | 'dark'
export type View = 'board' | 'list' | 'map' | 'graph'

const themeKey = 'archipel.theme'
const viewKey = 'archipel.view'
const views: readonly View[] = ['board', 'list', 'map', 'graph']
const themes: readonly Theme[] = ['auto', 'light', 'dark']

export const theme = signal<Theme>(themes.find((one) => one === browserShelf.getItem(themeKey)) ?? 'auto')
export const view = signal<View>(firstView())

/** On a narrow screen the list is easier to hold than the board. */
function firstView(): View {
  const kept = browserShelf.getItem(viewKey)
  const chosen = views.find((one) => one === kept)
  if (chosen) return chosen
  return matchMedia('(max-width: 40rem)').matches ? 'list' : 'board'
}

export function chooseView(next: View): void {
  view.value = next
  browserShelf.setItem(viewKey, next)
}

export function chooseTheme(next: Theme): void {
  theme.value = next
  browserShelf.setItem(themeKey, next)
}

export async function chooseLanguage(next: 'fr' | 'en'): Promise<void> {
  await setLanguage(next)
  browserShelf.setItem(languageStorageKey, next)
}

/** Puts the preferences on the page and keeps them there. */
export async function applyPreferences(): Promise<void> {
  effect(() => {
    document.documentElement.dataset.theme = theme.value
  })
  effect(() => {
    document.documentElement.lang = language.value
  })
  await setLanguage(preferredLanguage(browserShelf.getItem(languageStorageKey), navigator.languages)).catch(
    () => {},
  )
}
