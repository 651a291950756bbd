// The points each card has in the newest prioritisation of its board, once they are shown to everybody.
import { computed, type ReadonlySignal } from '@preact/signals'
import type { Allotment, Priority } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'

type Totals = ReadonlyMap<number, number>

const known = new WeakMap<WorkshopSession, ReadonlySignal<Totals>>()

/** Points by card; reactive, and counted once for all who ask. */
export function totalsOf(session: WorkshopSession): ReadonlySignal<Totals> {
  const made = known.get(session)
  if (made) return made
  const totals = computed(() => countShown(session.all('priority').value, session.all('allotment').value))
  known.set(session, totals)
  return totals
}

export function countShown(priorities: readonly Priority[], allotments: readonly Allotment[]): Totals {
  const newest = new Map<number, Priority>()
  for (const one of priorities) {
    const other = newest.get(one.board)
    if (!other || other.made_at < one.made_at) newest.set(one.board, one)
  }
  const shown = new Set([...newest.values()].filter((one) => one.shown).map(({ id }) => id))
  const totals = new Map<number, number>()
  for (const { priority, card, points } of allotments) {
    if (shown.has(priority)) totals.set(card, (totals.get(card) ?? 0) + points)
  }
  return totals
}
