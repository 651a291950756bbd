// The slim bar over the work: the instruction at a touch, what everybody is told of how the board is conducted, and to
// animators what somebody took off at once.
import type { Board } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/icons'
import { lazy } from '../parts/lazy'
import { adoptStyle } from '../parts/style'
import style from './conducting.css' with { type: 'text' }
import { Instruction } from './instruction'
import Signs from './Signs'
import { s } from './signwords'

const Deletions = lazy(() => import('./Deletions'), { quiet: true, whose: 'animators' })
adoptStyle(style)

interface Props {
  session: WorkshopSession
  board: Board
}

export default function Conducting({ session, board }: Props) {
  const closed = session.record('workshop', session.id).value?.closed
  return (
    <section class="conducting" aria-label={s('conducting')}>
      {board.instructions && <InstructionButton session={session} board={board} />}
      {closed && <Tag icon="door-open" text={t('shell.closed')} />}
      {board.locked && <Tag icon="lock" text={t('shell.locked')} />}
      <Signs session={session} board={board} />
      {session.can.animate() && <Deletions session={session} board={board.id} />}
    </section>
  )
}

/** Says how the instruction begins, while it is folded. */
function InstructionButton({ session, board }: Props) {
  const instruction = new Instruction(session, board)
  const isOpen = instruction.isOpen
  return (
    <button
      type="button"
      class="instruction-button"
      aria-expanded={isOpen}
      aria-controls="instruction"
      onClick={() => (isOpen ? instruction.fold() : instruction.open())}
    >
      <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} />
      <strong>{t('shell.instructions')}</strong>
      {!isOpen && <span aria-hidden="true">{board.instructions}</span>}
    </button>
  )
}

function Tag({ icon, text }: { icon: IconName; text: string }) {
  return (
    <span class="tag">
      <Icon name={icon} />
      <span class="tag-words">{text}</span>
    </span>
  )
}
