// Following an animator who leads: going where they show, and staying there while they hold.
import { effect } from '@preact/signals'
import type { Lead } from '../../../../protocol/generated/protocol'
import type { BoardView } from './view'

/** How long one may stray from a view that is held, ms. */
const patience = 1_500

/** Answers how to stop. */
export function followLead(view: BoardView): () => void {
  const { session, board } = view
  let answered = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const others = (lead: Lead | undefined): lead is Lead =>
    lead !== undefined && lead.card === 0 && lead.person !== session.me.peek().person
  const comeBack = () => {
    const lead = session.record('lead', board).peek()
    if (others(lead) && lead.held) view.looking.follow(lead)
  }
  const stopCalls = effect(() => {
    const lead = session.record('lead', board).value
    if (!others(lead) || lead.at === answered) return
    answered = lead.at
    view.looking.follow(lead)
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
