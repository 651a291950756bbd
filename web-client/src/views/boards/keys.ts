// Keys on the stage. Letters count only here, where the keyboard is on the board or one of its cards; those for the
// buttons of the board's bars are pressed for the whole page (hands/pagekeys.ts).
import { panBy } from '../parts/camera'
import type { Direction } from '../parts/geometry'
import type { BoardView } from './view'

const step = 10
const bigStep = 50
const panPx = 80

const arrows: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const ways: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** Answers whether the key meant something here. */
export function pressKey(view: BoardView, event: KeyboardEvent): boolean {
  const arrow = arrows[event.key]
  if (arrow) return pressArrow(view, event, arrow)
  if (event.ctrlKey || event.metaKey) return pressWithControl(view, event)
  if (event.altKey) return false
  if (view.holding.isOn) return pressWhileHolding(view, event)
  if (view.zones?.press(event.key)) return true
  return pressCommand(view, event) || pressOnCard(view, event)
}

function pressArrow(view: BoardView, event: KeyboardEvent, arrow: Direction): boolean {
  if (event.altKey) return false
  const [x, y] = ways[arrow]
  if (view.holding.isOn) {
    const by = event.shiftKey ? bigStep : step
    view.holding.carry(x * by, y * by)
  } else if (view.selection.stop && !event.shiftKey) {
    view.focusTowards(arrow, event.ctrlKey || event.metaKey)
  } else view.scene.glideTo(panBy(view.scene.camera, -x * panPx, -y * panPx))
  return true
}

function pressWithControl(view: BoardView, event: KeyboardEvent): boolean {
  switch (event.key.toLowerCase()) {
    case 'a':
      view.selection.choose(view.model.items.keys())
      return true
    case 'f':
      view.finding.value = true
      return true
    case 'd':
      view.duplicate()
      return true
    case ' ':
      if (view.selection.stop) view.selection.toggle(view.selection.stop)
      return true
    default:
      return false
  }
}

function pressWhileHolding(view: BoardView, event: KeyboardEvent): boolean {
  switch (event.key) {
    case ' ':
    case 'Enter':
    case 'm':
    case 'M':
      view.holding.letGo(true)
      return true
    case 'Escape':
      view.holding.letGo(false)
      return true
    case 'Tab':
      view.holding.letGo(true)
      return false
    default:
      return false
  }
}

function pressCommand(view: BoardView, event: KeyboardEvent): boolean {
  switch (event.key) {
    case 'PageDown':
    case 'PageUp':
      void view.goToZone(event.key === 'PageDown' ? 1 : -1)
      return true
    case 'z':
    case 'Z':
      view.lookAtChosen()
      return true
    case 'Escape':
      view.selection.clear()
      view.zone.value = 0
      return true
    case 'Delete':
    case 'Backspace':
      view.drop()
      return true
    default:
      return false
  }
}

function pressOnCard(view: BoardView, event: KeyboardEvent): boolean {
  const id = view.selection.stop
  if (!id) return false
  switch (event.key.toLowerCase()) {
    case 'enter':
    case 'f2':
      view.selection.choose([id])
      view.edit(id)
      return true
    case ' ':
    case 'm':
      view.holding.takeUp()
      return true
    case 'contextmenu':
    case 'f10':
    case 'a':
      view.openBar(id)
      return true
    case 'l':
      if (view.actions.allowed) view.linking.value = id
      return true
    default:
      return false
  }
}
