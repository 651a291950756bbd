// One of the tools, open over the board or the list.

import { Dialog } from '../parts/Dialog'
import { adoptStyle } from '../parts/style'
import type { Desk, Tool } from './desk'
import { GatherPanel } from './GatherPanel'
import { PastePanel } from './PastePanel'
import { w } from './words'
import workStyle from './work.css' with { type: 'text' }
import { ZonesPanel } from './ZonesPanel'

adoptStyle(workStyle)

interface Props {
  tool: Tool
  desk: Desk
  /** What was pasted, when that opened the tool. */
  pasted?: string
  /** The zone to begin with, 0 for the first. */
  zone?: number
  onClose(): void
}

export default function WorkPanel({ tool, desk, pasted = '', zone = 0, onClose }: Props) {
  switch (tool) {
    case 'paste':
      return (
        <Dialog title={w('paste')} onClose={onClose}>
          <PastePanel desk={desk} pasted={pasted} onClose={onClose} />
        </Dialog>
      )
    case 'zones':
      return (
        <Dialog title={w('zones')} drawer onClose={onClose}>
          <ZonesPanel desk={desk} first={zone} onClose={onClose} />
        </Dialog>
      )
    case 'gather':
      return (
        <Dialog title={w('gather')} onClose={onClose}>
          <GatherPanel desk={desk} onClose={onClose} />
        </Dialog>
      )
  }
}
