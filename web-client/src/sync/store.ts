// Where commands wait that the server has not confirmed, and those that it refused stay for the words in them, so
// that a closed tab loses nothing: IndexedDB, by workshop, person, client and counter. Writes go in the order they
// are asked for; after one failed, none follows, because what came later may stand on what was lost.
import type { RefusedMessage } from '../../../protocol/generated/protocol'

export interface StoredCommand {
  client: number
  counter: number
  time: number
  /** As codec.ts keeps it: a later page may not know it. */
  command: unknown
  /** The server did not take it; it is not sent any more. */
  refused?: RefusedMessage
}

export interface Owner {
  workshop: number
  person: number
}

export interface PendingStore {
  /** What waits for this person, each client's in the order of its counters, oldest client first. */
  load(owner: Owner): Promise<StoredCommand[]>
  /** False when it could not be kept. */
  put(owner: Owner, stored: StoredCommand): Promise<boolean>
  remove(owner: Owner, client: number, counter: number): Promise<void>
}

const databaseName = 'archipel'
export const tableName = 'pending'

/** Oldest client first, and each client's commands together and in order. */
export function inSendingOrder(stored: StoredCommand[]): StoredCommand[] {
  const began = new Map<number, number>()
  for (const { client, time } of stored) began.set(client, Math.min(time, began.get(client) ?? time))
  return [...stored].sort(
    (left, right) =>
      (began.get(left.client) ?? 0) - (began.get(right.client) ?? 0) ||
      left.client - right.client ||
      left.counter - right.counter,
  )
}

export class BrowserStore implements PendingStore {
  private readonly database: Promise<IDBDatabase | undefined>
  private broken = false

  constructor(factory: IDBFactory | undefined) {
    this.database = openDatabase(factory)
  }

  async load({ workshop, person }: Owner): Promise<StoredCommand[]> {
    const range = IDBKeyRange.bound([workshop, person], [workshop, person, []])
    const found = await this.run('readonly', (table) => table.getAll(range))
    return inSendingOrder((found as StoredCommand[] | undefined) ?? [])
  }

  async put({ workshop, person }: Owner, stored: StoredCommand): Promise<boolean> {
    if (this.broken) return false
    const key = await this.run('readwrite', (table) => table.put({ workshop, person, ...stored }))
    if (key === undefined) this.broken = true
    return key !== undefined
  }

  async remove({ workshop, person }: Owner, client: number, counter: number): Promise<void> {
    await this.run('readwrite', (table) => table.delete([workshop, person, client, counter]))
  }

  /** The request's result once its transaction is complete; undefined when the browser would not. */
  private async run<T>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest<T>) {
    const database = await this.database
    return new Promise<T | undefined>((resolve) => {
      if (!database) return resolve(undefined)
      try {
        const transaction = database.transaction(tableName, mode)
        const request = ask(transaction.objectStore(tableName))
        transaction.oncomplete = () => resolve(request.result)
        transaction.onerror = transaction.onabort = () => resolve(undefined)
      } catch {
        resolve(undefined)
      }
    })
  }
}

export function openDatabase(factory: IDBFactory | undefined): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    if (!factory) return resolve(undefined)
    try {
      const request = factory.open(databaseName, 1)
      request.onupgradeneeded = () =>
        request.result.createObjectStore(tableName, { keyPath: ['workshop', 'person', 'client', 'counter'] })
      request.onsuccess = () => resolve(request.result)
      request.onerror = request.onblocked = () => resolve(undefined)
    } catch {
      resolve(undefined)
    }
  })
}
