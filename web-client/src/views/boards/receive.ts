// A card that waits in the inbox, dragged onto the board: it lies where it is dropped.
import { onBoard } from '../cards/actions'
import { carried } from '../facilitation/place'
import type { BoardView } from './view'

/** Answers how to stop. */
export function receiveCards(view: BoardView): () => void {
  const { stage } = view.elements
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes(carried)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
  }
  const drop = (event: DragEvent) => {
    const card = view.actions.card(Number(event.dataTransfer?.getData(carried)))
    if (!card?.unplaced || card.board !== view.board) return
    event.preventDefault()
    const { left, top } = stage.getBoundingClientRect()
    const middle = view.looking.at({ x: event.clientX - left, y: event.clientY - top })
    const x = onBoard(middle.x - card.width / 2)
    const y = onBoard(middle.y - card.height / 2)
    view.actions.history.perform([{ type: 'edit_card', card: card.id, unplaced: false, x, y }])
  }
  stage.addEventListener('dragover', over)
  stage.addEventListener('drop', drop)
  return () => {
    stage.removeEventListener('dragover', over)
    stage.removeEventListener('drop', drop)
  }
}
