// The animator's hand on the drawn board: everybody's eyes may be brought to what one sees, cards that wait in the inbox
// dropped where they belong, and tools opened, all from the animators' place.

import { useEffect } from 'preact/hooks'
import { visibleRect } from '../parts/camera'
import { seenOf, wantedTool } from '../parts/conduct'
import { receiveCards } from './receive'
import type { BoardView } from './view'

export default function LeadTools({ view }: { view: BoardView }) {
  useEffect(() => receiveCards(view), [view])
  useEffect(() => {
    const seen = { board: view.board, rect: () => visibleRect(view.looking.camera, view.scene.size) }
    seenOf.value = seen
    return () => {
      if (seenOf.peek() === seen) seenOf.value = undefined
    }
  }, [view])
  const tool = wantedTool.value
  useEffect(() => {
    if (!tool) return
    wantedTool.value = undefined
    view.working.value = { tool }
  }, [view, tool])
  return null
}
