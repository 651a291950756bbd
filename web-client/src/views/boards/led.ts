// Following an animator who leads: going where they show, and staying there while they hold. Whoever is not held
// may stray, and go back when they like.
import { effect } from '@preact/signals'
import type { Lead } from '../../../../protocol/generated/protocol'
import { followingOf } from '../facilitation/comeback'
import type { BoardView } from './view'

/** How long one may stray from a view that is held, ms. */
const patience = 1_500

/** Answers how to stop. */
export function followLead(view: BoardView): () => void {
  const { session, board } = view
  const following = followingOf(session, board)
  let arrived = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const others = (lead: Lead | undefined): lead is Lead =>
    lead !== undefined && lead.card === 0 && lead.person !== session.me.peek().person
  const comeBack = () => {
    const lead = session.record('lead', board).peek()
    if (others(lead) && lead.held) view.looking.follow(lead)
  }
  const stopCalls = effect(() => {
    void following.asked.value
    const lead = session.record('lead', board).value
    // A wall has no will of its own: it is where everybody was brought, whenever it shows the board.
    const again = (lead?.held === true || session.me.peek().role === 'screen') && !arrived
    if (!others(lead) || (lead.at === following.answered && !again)) return
    following.answered = lead.at
    arrived = true
    // Once the stage has its size.
    view.scene.move(() => {
      const sized = view.scene.size.width >= 2
      if (sized) view.looking.follow(lead)
      return !sized
    })
  })
  const stopStraying = effect(() => {
    void view.scene.watched.value
    const lead = session.record('lead', board).peek()
    clearTimeout(timer)
    if (others(lead) && lead.held) timer = setTimeout(comeBack, patience)
  })
  return () => {
    clearTimeout(timer)
    stopCalls()
    stopStraying()
  }
}
