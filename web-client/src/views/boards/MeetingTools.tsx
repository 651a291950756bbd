// Made one, linked, or left as they lie: what comes of a card that was laid on another.
import { useEffect } from 'preact/hooks'
import { c } from '../cards/choosewords'
import { cardName } from '../cards/words'
import { Act } from '../parts/Act'
import { say } from '../parts/say'
import { linkTwo } from './ChosenTools'
import type { Meeting } from './covering'
import { offers } from './meeting'
import type { BoardView } from './view'

export default function MeetingTools({
  view,
  meeting,
}: {
  view: BoardView
  meeting: Meeting & { on: number }
}) {
  const { actions, session } = view
  useEffect(() => {
    const on = actions.card(meeting.on)
    if (on) say(c('laidOnHint', { name: cardName(on) }))
  }, [meeting.step])
  const [card, on] = [session.record('card', meeting.card).value, session.record('card', meeting.on).value]
  if (!card || !on) return null
  const { merge, link } = offers(actions, card, on)
  const over = () => {
    view.meeting.value = undefined
    view.focus(card.id)
  }
  /** Joined, it lies where it lay. */
  const joined = (join: () => void) => () => {
    view.meeting.value = undefined
    actions.history.undo(meeting.step)
    join()
  }
  const mergeBoth = () => {
    actions.history.perform([{ type: 'merge_cards', kept: on.id, gone: card.id }])
    view.selection.choose([on.id])
    view.focus(on.id)
  }
  return (
    <>
      <strong>{c('laidOn', { name: cardName(on) })}</strong>
      {merge && <Act icon="merge" label={c('merge')} run={joined(mergeBoth)} />}
      {link && <Act icon="spline" label={c('link')} run={joined(() => linkTwo(view, card.id, on.id))} />}
      <Act icon="check" label={c('leave')} run={over} />
    </>
  )
}
