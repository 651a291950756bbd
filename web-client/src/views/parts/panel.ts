// What a panel over a board is given by the bar that opens it.
import type { Board } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'

export interface PanelProps {
  session: WorkshopSession
  board: Board
  onClose(): void
}
