// Zones by keyboard: one goes from zone to zone, hears what each is, goes to its first card or lays one there. A zone has
// an element of its own only while the keyboard is on it.
import type { Signal } from '@preact/signals'
import type { Zone } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { WorkshopSession } from '../../sync/workshop'
import { cardSize, inReadingOrder, placeIn, zoneOf } from '../cards/zones'
import { centre, type Point } from '../parts/geometry'
import { inFull } from '../parts/inclusive'
import type { Item } from './item'
import type { Looking } from './looking'
import type { BoardModel } from './model'
import type { Selection } from './select'

/** The board whose zones they are. */
interface Zoned {
  readonly session: WorkshopSession
  readonly elements: { readonly layer: HTMLElement }
  readonly model: BoardModel
  readonly selection: Selection
  readonly looking: Looking
  /** The zone an animator has chosen. */
  readonly zone: Signal<number>
  focus(card: number): void
}

export class ZoneStops {
  private element: HTMLElement | undefined
  private at = 0

  constructor(private readonly view: Zoned) {}

  /** Whether the keyboard is on a zone. */
  private get isOn(): boolean {
    return this.element !== undefined && this.element === document.activeElement
  }

  /** The next zone or the one before, from where the keyboard is. */
  go(by: 1 | -1): void {
    const zones = inReadingOrder(this.view.model.zones)
    const now = zones.findIndex(({ id }) => id === this.current)
    const from = now < 0 && by < 0 ? 0 : now
    const next = zones[(from + by + zones.length) % zones.length]
    if (next) this.take(next)
  }

  /** Answers whether the key meant something on a zone. */
  press(key: string): boolean {
    if (!this.isOn) return false
    if (key === 'Enter') return this.enter()
    if (key !== 'Escape') return false
    this.view.zone.value = 0
    this.view.focus(this.view.selection.stop)
    return true
  }

  /** Goes to the first card of the zone. Answers whether there is one. */
  private enter(): boolean {
    const zone = this.zone
    const [first] = zone ? inReadingOrder(this.cardsIn(zone)) : []
    if (!first) return false
    this.view.zone.value = 0
    this.view.selection.choose([first.id])
    this.view.focus(first.id)
    return true
  }

  /** The middle of a free place in the zone that the keyboard is on. */
  free(): Point | undefined {
    const zone = this.isOn ? this.zone : undefined
    return zone && centre({ ...placeIn(zone, this.view.model.cards), ...cardSize })
  }

  private get zone(): Zone | undefined {
    return this.view.model.zones.find(({ id }) => id === this.at)
  }

  private get current(): number | undefined {
    if (this.isOn) return this.at
    const { model, selection } = this.view
    const item = model.items.get(selection.stop)
    return item && zoneOf(item, model.zones)?.id
  }

  private take(zone: Zone): void {
    const { view } = this
    const element = document.createElement('div')
    element.className = 'board-zone-stop'
    element.tabIndex = -1
    element.setAttribute('role', 'group')
    element.setAttribute('aria-label', this.labelOf(zone))
    const { style } = element
    style.left = `${zone.x}px`
    style.top = `${zone.y}px`
    style.width = `${zone.width}px`
    style.height = `${zone.height}px`
    element.addEventListener('blur', () => document.hasFocus() && element.remove())
    view.elements.layer.prepend(element)
    this.element = element
    this.at = zone.id
    view.selection.clear()
    if (view.session.can.animate()) view.zone.value = zone.id
    view.looking.bringIntoView(zone)
    element.focus({ preventScroll: true })
  }

  private cardsIn(zone: Zone): Item[] {
    const { model } = this.view
    return model.cards.filter((item) => zoneOf(item, model.zones) === zone)
  }

  private labelOf(zone: Zone): string {
    const name = b('board.zone', { title: inFull(zone.title), n: this.cardsIn(zone).length })
    return zone.locked ? `${name} ${b('board.zoneLocked')}` : name
  }
}
