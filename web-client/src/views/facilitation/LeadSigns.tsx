// What animators are told of a board beside the others: how much is written behind the veil, what waits, who voted; each
// leads to its place.
import type { Board } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { type ConductPage, conductPage } from '../parts/conduct'
import { currentPriority } from '../priorities/current'
import { waitingOn } from './place'
import { SignButton } from './Sign'
import { s } from './signwords'
import { votedIn, writtenOn } from './sums'
import { w } from './words'

interface Props {
  session: WorkshopSession
  board: Board
}

const open = (page: ConductPage) => () => {
  conductPage.value = page
}

export default function LeadSigns({ session, board }: Props) {
  const written = board.veiled ? writtenOn(session, board.id) : undefined
  const waiting = waitingOn(session, board.id).filter(({ returned }) => !returned).length
  const current = currentPriority(session, board.id)
  const voted = current && !current.shown ? votedIn(session, current) : undefined
  const veil = board.veiled && (written ? w('veiledSum', written) : s('veiledAnimator'))
  return (
    <>
      {veil && <SignButton icon="eye-off" label={veil} onPress={open('home')} />}
      {(board.controlled || waiting > 0) && (
        <SignButton icon="inbox" label={w('inboxWaits', { n: waiting })} onPress={open('inbox')} />
      )}
      {voted && (
        <SignButton
          icon="star"
          label={w('voted', { n: voted.people, of: voted.of })}
          onPress={open('home')}
        />
      )}
    </>
  )
}
