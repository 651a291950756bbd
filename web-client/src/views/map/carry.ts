// A card's mark carried by the mouse to another place of the map: it gets a point of its own there. A finger pans
// instead; the dialog, which also lets one touch the map, is the way that needs no dragging.
import type { Card } from '../../../../protocol/generated/protocol'
import type { MapModel } from './model'

const stillPx = 5

export function carry(model: MapModel, card: Card, down: PointerEvent): void {
  const mark = down.currentTarget as HTMLElement
  if (down.pointerType !== 'mouse' || down.button !== 0 || !model.actions.mayChange(card)) return
  const stop = new AbortController()
  const { signal } = stop
  let moved = false
  const follow = (event: PointerEvent) => {
    const dx = event.clientX - down.clientX
    const dy = event.clientY - down.clientY
    moved ||= Math.hypot(dx, dy) >= stillPx
    if (!moved) return
    if (!mark.hasPointerCapture(down.pointerId)) mark.setPointerCapture(down.pointerId)
    mark.style.translate = `${dx}px ${dy}px`
  }
  const end = (event: PointerEvent) => {
    stop.abort()
    mark.style.translate = ''
    if (!moved) return
    mark.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => mark.removeEventListener('click', swallow, { capture: true }))
    if (event.type === 'pointerup') model.pinAt(card.id, model.viewport.at(event))
  }
  mark.addEventListener('pointermove', follow, { signal })
  mark.addEventListener('pointerup', end, { signal })
  mark.addEventListener('pointercancel', end, { signal })
}

/** What was carried was not clicked. */
function swallow(event: Event): void {
  event.stopImmediatePropagation()
  event.preventDefault()
}
