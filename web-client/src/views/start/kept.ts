// What this browser keeps of workshops, across its two shelves and its store.

import { draftsOn, forgetOn, type KeptWorkshop, keptOn, type WholeShelf } from '../../sync/device'
import { openDatabase, tableName } from '../../sync/store'

const leftName = 'archipel.left'

/** Where the browser refuses its shelves, nothing is kept. */
function shelves(): WholeShelf[] {
  try {
    return [localStorage, sessionStorage]
  } catch {
    return []
  }
}

export function keptHere(): KeptWorkshop[] {
  return shelves().slice(0, 1).flatMap(keptOn)
}

/** What waits for a workshop or was refused, whosever it is; undefined where the browser keeps nothing. */
async function inStore<T>(
  workshop: number,
  mode: IDBTransactionMode,
  ask: (table: IDBObjectStore, whole: IDBKeyRange) => IDBRequest<T>,
): Promise<T | undefined> {
  const database = await openDatabase(globalThis.indexedDB)
  if (!database) return undefined
  return new Promise((resolve) => {
    const transaction = database.transaction(tableName, mode)
    const request = ask(transaction.objectStore(tableName), IDBKeyRange.bound([workshop], [workshop, []]))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = transaction.onabort = () => resolve(undefined)
  }).finally(() => database.close()) as Promise<T | undefined>
}

/** How much was written to it and has not arrived. */
export async function unsentHere(workshop: number): Promise<number> {
  const drafts = shelves().reduce((sum, shelf) => sum + draftsOn(shelf, workshop), 0)
  return drafts + ((await inStore(workshop, 'readonly', (table, whole) => table.count(whole))) ?? 0)
}

export async function forgetHere(workshop: number): Promise<void> {
  for (const shelf of shelves()) forgetOn(shelf, workshop)
  await inStore(workshop, 'readwrite', (table, whole) => table.delete(whole))
  shelves()[1]?.removeItem(leftName)
}

/** A page that goes away saves what stands in its fields: what was left there is forgotten on the next one, too. */
export function leaveTo(address: string, workshop: number): void {
  try {
    sessionStorage.setItem(leftName, String(workshop))
  } catch {
    // Then nothing was saved either.
  }
  location.assign(address)
}

export async function forgetLeft(): Promise<void> {
  const left = Number(shelves()[1]?.getItem(leftName) ?? 0)
  if (left) await forgetHere(left)
}
