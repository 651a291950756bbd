// What everybody sees of how a board is conducted: the veil, the inbox, who leads, the time, the card in the
// spotlight, the points one may give.

import type { Board, Lead } from '../../../../protocol/generated/protocol'
import { chooseView } from '../../preferences'
import type { WorkshopSession } from '../../sync/workshop'
import { lazy } from '../parts/lazy'
import { adoptStyle } from '../parts/style'
import { Giving } from '../priorities/Giving'
import { goBack } from './comeback'
import { nameOf } from './people'
import { Sign, SignButton } from './Sign'
import { Spotlight } from './Spotlight'
import { release } from './show'
import style from './signs.css' with { type: 'text' }
import { s } from './signwords'
import { TimerSign } from './TimerSign'

const LeadSigns = lazy(() => import('./LeadSigns'), { quiet: true, whose: 'animators' })
adoptStyle(style)

interface Props {
  session: WorkshopSession
  board: Board
}

export default function Signs({ session, board }: Props) {
  const lead = session.record('lead', board.id).value
  const writes = ['participant', 'facilitator'].includes(session.me.value.role)
  return (
    <div class="signs">
      {session.can.animate() ? (
        <LeadSigns session={session} board={board} />
      ) : (
        <>
          {board.veiled && <Sign icon="eye-off" text={s(writes ? 'veiled' : 'veiledAnimator')} />}
          {board.controlled && <Sign icon="inbox" text={s(writes ? 'controlled' : 'controlledAnimator')} />}
        </>
      )}
      {lead && lead.card === 0 && <Led session={session} lead={lead} />}
      <TimerSign session={session} board={board} />
      {writes && <Giving session={session} board={board.id} />}
      {lead && lead.card !== 0 && <Spotlight key={lead.board} session={session} lead={lead} />}
    </div>
  )
}

function Led({ session, lead }: { session: WorkshopSession; lead: Lead }) {
  const mine = lead.person === session.me.value.person
  const animates = session.can.animate()
  const name = nameOf(session, lead.person)
  const own = lead.held ? s('holding') : s('leading')
  const others = lead.held ? s('heldBy', { name }) : s('ledBy', { name })
  return (
    <>
      <Sign icon="presentation" text={mine ? own : others} />
      {!mine && !lead.held && (
        <SignButton icon="undo-2" label={s('comeAlong')} onPress={() => comeAlong(session, lead)} />
      )}
      {animates && (
        <SignButton icon="eye" label={s('release')} onPress={() => release(session, lead.board)} />
      )}
    </>
  )
}

/** What is shown is a place on the drawn board. */
function comeAlong(session: WorkshopSession, lead: Lead): void {
  goBack(session, lead.board)
  chooseView('board')
}
