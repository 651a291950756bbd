// Sentences for the person, oldest first. An event, or a refusal without words, makes room for newer ones. What
// somebody wrote and the server refused stays, under one sentence for each reason, until they let go of it.
import { signal } from '@preact/signals'
import type { Kept } from './pending'
import type { Notice } from './workshop'

const most = 6

export class Notices {
  readonly list = signal<readonly Notice[]>([])
  private lastId = 0

  /** Answers its id. */
  show(kind: Notice['kind'], text: string, action?: Notice['action']): number {
    return this.add({ id: ++this.lastId, kind, text, ...(action && { action }) })
  }

  /** What the server did not take, with the words in it. */
  keep(text: string, one: Kept): void {
    const there = this.list.value.find((notice) => notice.kept && notice.text === text)
    if (there?.kept?.some((other) => isSame(other, one))) return
    if (!there) this.add({ id: ++this.lastId, kind: 'refusal', text, kept: [one] })
    else this.replace(there, { ...there, kept: [...(there.kept ?? []), one] })
  }

  /** Answers what was kept with it. */
  dismiss(id: number): readonly Kept[] {
    const gone = this.list.value.find((notice) => notice.id === id)
    this.list.value = this.list.value.filter((notice) => notice !== gone)
    return gone?.kept ?? []
  }

  /** What somebody else wrote on this device is not for this one's eyes. */
  setPerson(person: number): void {
    for (const notice of this.list.value) {
      const own = notice.kept?.filter((one) => one.person === person)
      if (own?.length === 0) this.dismiss(notice.id)
      else if (own && own.length !== notice.kept?.length) this.replace(notice, { ...notice, kept: own })
    }
  }

  private add(notice: Notice): number {
    const passing = [...this.list.value.filter(({ kept }) => !kept), notice].slice(0, -most)
    this.list.value = [...this.list.value, notice].filter((one) => one.kept || !passing.includes(one))
    return notice.id
  }

  private replace(before: Notice, after: Notice): void {
    this.list.value = this.list.value.map((notice) => (notice === before ? after : notice))
  }
}

function isSame(left: Kept, right: Kept): boolean {
  return left.client === right.client && left.counter === right.counter
}
