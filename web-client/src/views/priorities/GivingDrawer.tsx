// One's points for each card in a drawer, and what came of it once that is shown.
import type { Priority } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { Dialog } from '../parts/Dialog'
import { Budget } from './Budget'
import { g } from './givingwords'
import { Results } from './Results'

interface Props {
  session: WorkshopSession
  priority: Priority
  onClose(): void
}

export default function GivingDrawer({ session, priority, onClose }: Props) {
  return (
    <Dialog title={priority.title} drawer onClose={onClose}>
      {priority.closed ? <p>{g('closed')}</p> : <Budget session={session} priority={priority} />}
      {priority.shown && <Results session={session} priority={priority} />}
    </Dialog>
  )
}
