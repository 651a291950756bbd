// When an animator leads, everybody comes to the place that is led to: at once when they lead anew, when one comes in
// late, and back again while they hold.
import { effect } from '@preact/signals'
import type { Lead } from '../../../../protocol/generated/protocol'
import type { Session } from '../../sync/session'
import type { Place } from '../parts/place'

/** On the wire a lead names a board; from here on it is a place. */
function placeOf({ board }: Lead): Place {
  return { kind: 'board', id: board }
}

/** Calls `go` with the place to look at. Answers how to stop. */
export function followLead(session: Session, go: (place: Place) => void): () => void {
  let answered = 0
  return effect(() => {
    const [lead] = [...session.all('lead').value].sort((a, b) => b.at - a.at)
    if (!lead || lead.at <= answered) return
    answered = lead.at
    if (lead.person !== session.me.peek().person) go(placeOf(lead))
  })
}
