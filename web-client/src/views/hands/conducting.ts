// How a board is conducted is said at once, to whoever listens; what it is when one comes, the page says itself.
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { nameOf } from '../facilitation/people'
import { s } from '../facilitation/signwords'
import { clockText } from '../facilitation/timer'
import { say } from '../parts/say'
import { titleOf } from '../parts/text'
import { type Conducted, type Fact, factsBetween } from './conducted'
import { w } from './words'

/** Said before the end of a timer that was longer than twice this, ms. */
const warning = 60_000

export function useConductedSaid(session: WorkshopSession, board: number): void {
  useEffect(() => {
    let before: Conducted | undefined
    const stopFacts = effect(() => {
      const now = conductedOn(session, board)
      if (before && now) for (const fact of factsBetween(before, now)) say(sentenceOf(session, board, fact))
      before = now
    })
    const stopTimer = watchTimer(session, board)
    return () => {
      stopFacts()
      stopTimer()
    }
  }, [session, board])
}

function conductedOn(session: WorkshopSession, id: number): Conducted | undefined {
  const board = session.record('board', id).value
  const lead = session.record('lead', id).value
  return board && { board, lead, priorities: session.where('priority', 'board', id).value }
}

/** The end of a timer, and a minute before it. */
function watchTimer(session: WorkshopSession, board: number): () => void {
  let timers: ReturnType<typeof setTimeout>[] = []
  const clear = () => {
    for (const timer of timers) clearTimeout(timer)
  }
  const stop = effect(() => {
    const end = session.record('board', board).value?.timer_end ?? 0
    clear()
    const left = end - session.serverNow()
    timers = left > 0 ? [setTimeout(() => say(s('timerOver')), left)] : []
    if (left > 2 * warning) timers.push(setTimeout(() => say(w('timerMinute')), left - warning))
  })
  return () => {
    stop()
    clear()
  }
}

function sentenceOf(session: WorkshopSession, board: number, fact: Fact): string {
  const animates = session.can.animate()
  switch (fact.what) {
    case 'veiled':
    case 'controlled':
      return s(animates ? `${fact.what}Animator` : fact.what)
    case 'revealed':
    case 'uncontrolled':
    case 'timerStopped':
    case 'released':
    case 'spotlightOver':
      return w(fact.what)
    case 'locked':
    case 'unlocked':
      // Everybody else has a notice of it, which is read out.
      return animates ? lockSentence(session, board, fact.what) : ''
    case 'timer':
      return w('timer', { time: clockText(fact.end - session.serverNow()) })
    case 'timerPaused':
      return s('timerPaused', { time: clockText(fact.left) })
    case 'led':
      return ledSentence(session, fact)
    case 'spotlight': {
      const card = session.record('card', fact.card).peek()
      return card ? w('spotlight', { title: titleOf(card) }) : ''
    }
    case 'pointsOpen':
    case 'pointsClosed':
    case 'pointsShown':
    case 'pointsHidden': {
      const priority = session.record('priority', fact.priority).peek()
      return priority ? w(fact.what, { title: priority.title, n: priority.points }) : ''
    }
  }
}

function lockSentence(session: WorkshopSession, board: number, what: 'locked' | 'unlocked'): string {
  const title = session.record('board', board).peek()?.title ?? ''
  return t(what === 'locked' ? 'shell.nowLocked' : 'shell.nowUnlocked', { title })
}

function ledSentence(session: WorkshopSession, { person, held }: Fact & { what: 'led' }): string {
  if (person === session.me.peek().person) return s(held ? 'holding' : 'leading')
  return s(held ? 'heldBy' : 'ledBy', { name: nameOf(session, person) })
}
