// What is always said, at once: how a board is conducted. Which sentence follows from what was and what is. Pure.
import type { Board, Lead, Priority } from '../../../../protocol/generated/protocol'

export interface Conducted {
  readonly board: Pick<Board, 'veiled' | 'controlled' | 'locked' | 'timer_end' | 'timer_left'>
  readonly lead: Pick<Lead, 'at' | 'card' | 'held' | 'person'> | undefined
  readonly priorities: readonly Pick<Priority, 'id' | 'title' | 'points' | 'closed' | 'shown'>[]
}

export type Fact =
  | { readonly what: 'veiled' | 'revealed' | 'controlled' | 'uncontrolled' | 'locked' | 'unlocked' }
  | { readonly what: 'timer'; readonly end: number }
  | { readonly what: 'timerPaused'; readonly left: number }
  | { readonly what: 'timerStopped' | 'released' | 'spotlightOver' }
  | { readonly what: 'led'; readonly person: number; readonly held: boolean }
  | { readonly what: 'spotlight'; readonly card: number }
  | {
      readonly what: 'pointsOpen' | 'pointsClosed' | 'pointsShown' | 'pointsHidden'
      readonly priority: number
    }

export function factsBetween(before: Conducted, after: Conducted): Fact[] {
  return [
    ...rulesBetween(before.board, after.board),
    ...timerBetween(before.board, after.board),
    ...leadBetween(before.lead, after.lead),
    ...after.priorities.flatMap((one) =>
      pointsBetween(
        before.priorities.find(({ id }) => id === one.id),
        one,
      ),
    ),
  ]
}

function rulesBetween(before: Conducted['board'], after: Conducted['board']): Fact[] {
  const facts: Fact[] = []
  if (before.veiled !== after.veiled) facts.push({ what: after.veiled ? 'veiled' : 'revealed' })
  if (before.controlled !== after.controlled)
    facts.push({ what: after.controlled ? 'controlled' : 'uncontrolled' })
  if (before.locked !== after.locked) facts.push({ what: after.locked ? 'locked' : 'unlocked' })
  return facts
}

function timerBetween(before: Conducted['board'], after: Conducted['board']): Fact[] {
  if (before.timer_end === after.timer_end && before.timer_left === after.timer_left) return []
  if (after.timer_left) return [{ what: 'timerPaused', left: after.timer_left }]
  return [after.timer_end ? { what: 'timer', end: after.timer_end } : { what: 'timerStopped' }]
}

function leadBetween(before: Conducted['lead'], after: Conducted['lead']): Fact[] {
  if (before?.at === after?.at && before?.card === after?.card && before?.held === after?.held) return []
  if (after?.card) return [{ what: 'spotlight', card: after.card }]
  if (after) return [{ what: 'led', person: after.person, held: after.held }]
  return [{ what: before?.card ? 'spotlightOver' : 'released' }]
}

function pointsBetween(
  before: Conducted['priorities'][number] | undefined,
  after: Conducted['priorities'][number],
): Fact[] {
  const priority = after.id
  if (!before) return after.closed ? [] : [{ what: 'pointsOpen', priority }]
  const facts: Fact[] = []
  if (before.closed !== after.closed)
    facts.push({ what: after.closed ? 'pointsClosed' : 'pointsOpen', priority })
  if (before.shown !== after.shown)
    facts.push({ what: after.shown ? 'pointsShown' : 'pointsHidden', priority })
  return facts
}
