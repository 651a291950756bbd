// The frame around the one chosen card, or zone, with its handles: move (on a card for fingers), link, resize. Each
// has an equivalent by keys and in its bar, so they say nothing to a screen reader.
import type { Rect } from '../parts/geometry'

export type Handle = 'move' | 'link' | 'resize'
const all: readonly Handle[] = ['move', 'link', 'resize']

export class Handles {
  private readonly frame = document.createElement('div')

  constructor(private readonly layer: HTMLElement) {
    this.frame.className = 'card-frame'
    this.frame.setAttribute('aria-hidden', 'true')
    for (const handle of all) {
      const grip = document.createElement('div')
      grip.className = `card-handle is-${handle}`
      grip.dataset.handle = handle
      this.frame.append(grip)
    }
  }

  follow(item: Rect | undefined, isZone: boolean): void {
    if (!item) {
      this.frame.remove()
      return
    }
    if (!this.frame.isConnected || this.layer.lastChild !== this.frame) this.layer.append(this.frame)
    this.frame.classList.toggle('is-zone', isZone)
    const { style } = this.frame
    style.left = `${item.x}px`
    style.top = `${item.y}px`
    style.width = `${item.width}px`
    style.height = `${item.height}px`
  }
}

/** The handle an event began on. */
export function handleOf(target: EventTarget | null): Handle | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-handle]') : null
  return all.find((handle) => handle === element?.dataset.handle)
}
