// What is said and asked when something is taken back.
import { effect, untracked } from '@preact/signals'
import { b } from '../../i18n/board'
import { wordsHere } from '../../i18n/section'
import type { WorkshopSession } from '../../sync/workshop'
import { ask } from '../parts/ask'
import type { Act } from './act'
import { actWords } from './actwords'
import { type History, isFinal, type Outcome, type Step, type Way } from './history'
import { w } from './undowords'

const minuteMs = 60_000
/** The notice of what was taken back last: the next one takes its place. */
const said = new WeakMap<WorkshopSession, number>()

/** At once after what cannot be taken back. */
export async function sayFinal(session: WorkshopSession, { act }: Step): Promise<void> {
  await wordsHere()
  session.notify(w('finalDone', { act: actWords(act) }))
}

export async function sayTaken(
  session: WorkshopSession,
  history: History,
  way: Way,
  act: Act,
  outcome: Outcome,
): Promise<void> {
  await wordsHere()
  const words = { act: actWords(act) }
  const other = way === 'undo' ? 'redo' : 'undo'
  const last = said.get(session)
  if (last !== undefined) session.dismiss(last)
  const sentence = outcome === 'done' ? w(way === 'undo' ? 'undone' : 'redone', words) : w(outcome, words)
  if (history.next(other)?.act.commands !== act.commands) {
    said.set(session, session.notify(sentence))
    return
  }
  const back = { label: b(`board.${other}`), run: () => void take(session, history, other) }
  const notice = session.notify(sentence, back)
  said.set(session, notice)
  whileNext(history, other, act, () => session.dismiss(notice))
}

/** What is offered is gone once something else is done. */
function whileNext(history: History, way: Way, { commands }: Act, over: () => void): void {
  const stop = effect(() => {
    if (history.next(way)?.act.commands === commands) return
    queueMicrotask(() => stop())
    untracked(over)
  })
}

/** What is old and large is taken back when that is confirmed; what came before something that cannot be, when that
 * is asked for. */
export async function askFirst(session: WorkshopSession, history: History, way: Way): Promise<void> {
  await wordsHere()
  const step = history.next(way)
  if (!step) return
  const answer = isFinal(step) ? await askPast(session, history, step) : await askOld(session, step)
  if (!answer) return
  history.passFinal()
  await take(session, history, way)
}

function askOld(session: WorkshopSession, { act }: Step): Promise<true | undefined> {
  const minutes = Math.round((session.serverNow() - act.time) / minuteMs)
  return confirm(w('oldTitle', { act: actWords(act) }), w('oldText', { minutes, n: act.cards }), w('oldDo'))
}

function askPast(session: WorkshopSession, history: History, { act }: Step): Promise<true | undefined> {
  const text = w('finalText', { act: actWords(act) })
  const before = history.beforeFinal()
  if (before) return confirm(w('finalTitle'), text, w('before', { act: actWords(before.act) }))
  session.notify(text)
  return Promise.resolve(undefined)
}

function confirm(title: string, text: string, yes: string): Promise<true | undefined> {
  const answers = [
    { label: yes, value: true as const },
    { label: w('leave'), value: undefined, main: true },
  ]
  return ask<true | undefined>({ title, text, answers })
}

async function take(session: WorkshopSession, history: History, way: Way): Promise<void> {
  const step = history.next(way)
  if (step) await sayTaken(session, history, way, step.act, history[way]())
}
