// What others do on the board that is shown is summed up aloud, whichever way one looks at it.
import { useEffect } from 'preact/hooks'
import type { Card } from '../../../../protocol/generated/protocol'
import { clock } from '../../browser'
import type { Touched, WorkshopSession } from '../../sync/workshop'
import { say } from '../parts/say'
import { titleOf } from '../parts/text'
import { Doings, type Sum } from './doings'
import { every } from './every'
import { Summing } from './summing'
import { w } from './words'

export function useOthersSaid(session: WorkshopSession, board: number): void {
  useEffect(() => listen(session, board), [session, board])
}

/** Answers how to stop. */
function listen(session: WorkshopSession, board: number): () => void {
  const cards = new Map(
    session
      .where('card', 'board', board)
      .peek()
      .map((card) => [card.id, card]),
  )
  const links = new Set(
    session
      .where('link', 'board', board)
      .peek()
      .map(({ id }) => id),
  )
  const doings = new Doings()
  const summing = new Summing(
    clock,
    () => every.peek() * 1_000,
    () => {
      const sum = doings.take()
      if (sum) say(sentenceOf(sum))
    },
  )
  const confirming = new Set<string>()
  const hear = (touched: readonly Touched[]) => {
    let heard = false
    for (const { type, id } of touched) {
      const key = `${type} ${id}`
      const pending = session.isPending(type, id)
      // As it is confirmed it may be told once more, with what the server made of it.
      const own = pending || confirming.has(key)
      if (pending) confirming.add(key)
      else confirming.delete(key)
      if (type === 'card') {
        const before = cards.get(id)
        const after = onBoard(session.record('card', id).peek(), board)
        if (after) cards.set(id, after)
        else cards.delete(id)
        if (!own) doings.card(before, after)
        heard ||= !own
      } else if (type === 'link') {
        const was = links.has(id)
        const is = session.record('link', id).peek()?.board === board
        if (is) links.add(id)
        else links.delete(id)
        if (!own) doings.link(Number(is) - Number(was))
        heard ||= !own
      }
    }
    if (heard) summing.touch()
  }
  const stop = session.subscribe(hear)
  return () => {
    stop()
    summing.stop()
  }
}

function onBoard(card: Card | undefined, board: number): Card | undefined {
  return card?.board === board ? card : undefined
}

function sentenceOf(sum: Sum): string {
  const { only } = sum
  if (!only) return w('others', sum)
  const what = sum.added ? 'added' : sum.gone ? 'gone' : sum.moved ? 'moved' : 'changed'
  return w(what, { title: titleOf(only) })
}
