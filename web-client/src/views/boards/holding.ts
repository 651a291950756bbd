// Moving cards by keys: take up, carry by arrows, let go. What happens is said aloud.

import { b } from '../../i18n/board'
import type { CardActions } from '../cards/actions'
import type { Step } from '../cards/history'
import { cardName } from '../cards/words'
import { zoneOf } from '../cards/zones'
import { say } from '../parts/say'
import type { Drag } from './drag'
import type { Item } from './item'
import type { Looking } from './looking'
import type { BoardModel } from './model'
import type { Scene } from './scene'
import type { Selection } from './select'

/** The board on which cards are held. */
interface Held {
  readonly actions: CardActions
  readonly model: BoardModel
  readonly scene: Scene
  readonly selection: Selection
  readonly looking: Looking
  /** Everything chosen, in hand by this card. */
  dragOf(lead: Item): Drag
  /** Lying where it was let go, it may ask something. */
  laid(drag: Drag, step: Step): void
}

export class Holding {
  private drag: Drag | undefined

  constructor(private readonly view: Held) {}

  get isOn(): boolean {
    return this.drag !== undefined
  }

  /** The card that has the keyboard, with all that are chosen when it is one of them. */
  takeUp(): void {
    const { view } = this
    const lead = view.model.items.get(view.selection.stop)
    if (!lead || !view.actions.mayChange(lead.card)) return
    if (!view.selection.has(lead.id)) view.selection.choose([lead.id])
    this.drag = view.dragOf(lead)
    this.touch(this.drag)
    say(b('board.takenUp', { name: cardName(lead.card) }))
  }

  carry(dx: number, dy: number): void {
    const { view, drag } = this
    if (!drag) return
    drag.moveBy(dx, dy, performance.now())
    this.touch(drag)
    const lead = view.model.items.get(view.selection.stop)
    if (lead) view.looking.bringIntoView(lead)
  }

  /** Lays down where it is, or back where it was. */
  letGo(keep: boolean): void {
    const { drag } = this
    if (!drag) return
    this.drag = undefined
    if (keep) this.view.laid(drag, drag.drop())
    else drag.cancel()
    this.touch(drag)
    say(keep ? this.whereNow() : b('board.putBack'))
  }

  /** What somebody else took away meanwhile is no longer in hand, nor what came with it. */
  check(): void {
    if (this.drag?.items.some(({ id }) => !this.view.model.items.has(id))) this.letGo(false)
  }

  private touch(drag: Drag): void {
    this.view.scene.touch(drag.items.map(({ id }) => id))
  }

  private whereNow(): string {
    const { model, selection } = this.view
    const lead = model.items.get(selection.stop)
    const zone = lead && zoneOf(lead, model.zones)
    return zone ? b('board.droppedIn', { zone: zone.title }) : b('board.droppedHere')
  }
}
