// The browser's own things behind the seams of sync/: socket, clock, storage, and the events that wake a
// connection. Only this file and the views touch `window`.
import type { Clock, Socket } from './sync/connection'
import { Keys, safeShelf } from './sync/keys'
import { Renewal } from './sync/renewal'
import { BrowserStore } from './sync/store'
import type { Channel } from './sync/tabs'
import { Unsent } from './sync/unsent'

export const browserShelf = safeShelf(() => localStorage)
export const tabShelf = safeShelf(() => sessionStorage)

export const clock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

export function openSocket(subprotocol: string): Socket {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebSocket(`${scheme}//${location.host}/ws`, subprotocol) as unknown as Socket
}

export function keysOf(workshop: number): Keys {
  return new Keys(browserShelf, tabShelf, workshop)
}

export function openStore(): BrowserStore {
  try {
    return new BrowserStore(globalThis.indexedDB)
  } catch {
    return new BrowserStore(undefined)
  }
}

/** What stands in the fields of this page, saved when the page may go. The organiser's are this browser's own. */
export function openUnsent(workshop: number): Unsent {
  const shelfOf = (person: number) => (person === 0 && workshop !== 0 ? tabShelf : browserShelf)
  const unsent = new Unsent({ workshop, clock, shelfOf, tab: tabShelf })
  const save = () => unsent.save()
  addEventListener('pagehide', save)
  document.addEventListener('visibilitychange', save)
  return unsent
}

export function openChannel(workshop: number): Channel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined
  return new BroadcastChannel(`archipel.${workshop}`) as unknown as Channel
}

/** The tab's own storage, which outlives a reload; undefined where the browser refuses it. */
function lastingShelf(): Storage | undefined {
  try {
    sessionStorage.setItem('archipel.lasts', '')
    return sessionStorage
  } catch {
    return undefined
  }
}

/** Whether words stand in a field where one writes. */
function isWriting(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>('textarea, input:not([type]), input[type=text]')
  return [...fields].some(({ value }) => value !== '')
}

/** Loads a page that belongs to another version than its server anew. */
export function renewal(words: () => { text: string; label: string }): Renewal {
  const reload = () => location.reload()
  return new Renewal({ shelf: lastingShelf(), clock, reload, writing: isWriting, words })
}

/** Tells whoever holds a connection when the world changed around it. */
export function onWake(wake: () => void, sleep: () => void): void {
  addEventListener('online', wake)
  addEventListener('offline', wake)
  addEventListener('pageshow', (event) => event.persisted && wake())
  addEventListener('pagehide', (event) => event.persisted && sleep())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake()
  })
}

/** The text on the clipboard, also where the page has no right to the modern way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'out-of-sight'
  const host = document.querySelector('dialog[open]') ?? document.body
  host.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  return copied
}
