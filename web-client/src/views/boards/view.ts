// What one can do with the board that a stage shows (stage.ts). Pointers (gestures.ts) and keys (keys.ts) call this;
// so do the toolbars.
import { type Signal, signal } from '@preact/signals'
import type { Color } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import type { Step } from '../cards/history'
import { cardSize, roomInView, zoneOf } from '../cards/zones'
import { visibleRect } from '../parts/camera'
import { type Alignment, centre, closest, freePlace, type Point } from '../parts/geometry'
import type { Desk, Tool as PanelTool } from '../work/desk'
import type { Meeting } from './covering'
import { Drag } from './drag'
import { Holding } from './holding'
import type { Item } from './item'
import { BoardStage, type Editing, type Elements, readable } from './stage'
import type { ZoneStops } from './zonestops'

export type Tool = 'hand' | 'select'

export interface Working {
  readonly tool: PanelTool
  readonly pasted?: string
  readonly zone?: number
}

export class BoardView extends BoardStage {
  readonly holding: Holding
  /** Once one went to a zone by keys. */
  zones: ZoneStops | undefined
  readonly tool: Signal<Tool> = signal('hand')
  /** The card that asks which other to link to, 0 for none. */
  readonly linking = signal(0)
  /** A card that was laid on another, while that is not decided on. */
  readonly meeting: Signal<Meeting | undefined> = signal(undefined)
  /** The cards that are about to become one; none. */
  readonly merging: Signal<readonly number[]> = signal([])
  /** The tool whose panel is open, and what it begins with. */
  readonly working: Signal<Working | undefined> = signal(undefined)
  /** Whether the search is open. */
  readonly finding = signal(false)
  private readonly stopWatching: () => void
  private lastColor: Color = 'sand'

  constructor(session: WorkshopSession, board: number, elements: Elements, drawn: (now: number) => void) {
    super(session, board, elements, drawn)
    this.holding = new Holding(this)
    this.stopWatching = session.subscribe(() => this.holding.check())
  }

  override close(): void {
    this.holding.letGo(false)
    this.stopWatching()
    super.close()
  }

  /** Opens the editor on a new card: where asked, else in free room of a zone that is in view, else in the middle of
   * what is seen. */
  add(at?: Point): void {
    if (!this.actions.allowed) return
    const seen = visibleRect(this.scene.camera, this.scene.size)
    const middle = at ?? centre(seen)
    const wanted = {
      x: Math.round(middle.x - cardSize.width / 2),
      y: Math.round(middle.y - cardSize.height / 2),
      ...cardSize,
    }
    const { zones } = this.model
    const cards = [...this.model.items.values()]
    const open = zones.filter(({ locked }) => !locked || this.session.can.animate())
    const place = at ? wanted : (roomInView(seen, open, cards) ?? freePlace(wanted, cards))
    const rect = { ...wanted, ...place }
    const color = zoneOf(rect, zones)?.color ?? this.lastColor
    this.open({ card: 0, at: rect, color, meant: at !== undefined })
  }

  edit(id: number): void {
    const item = this.model.items.get(id)
    if (item) this.open({ card: id, at: item, color: item.card.color })
  }

  private open(editing: Editing): void {
    this.holding.letGo(false)
    this.editing.value = editing
    this.looking.bringIntoView(editing.at, readable)
    this.scene.draw()
  }

  /** The editor closes; the keyboard goes back to the card, or to the board. */
  closeEditor(card: number, refocus: boolean): void {
    this.editing.value = undefined
    if (card) this.selection.choose([card])
    if (refocus) this.focus(card)
    this.scene.draw()
  }

  keepColor(color: Color): void {
    this.lastColor = color
  }

  drop(): void {
    if (!this.actions.allowed) return
    const link = this.selection.chosenLink.peek()
    if (link) {
      this.actions.unlink(link)
      this.selection.clear()
      return
    }
    const focused = this.focused()
    const from = this.model.items.get(this.selection.stop)
    const before = [...this.model.cards]
    const gone = this.actions.drop(this.targets())
    if (gone.length === 0) return
    const others = before.filter((item) => !gone.includes(item.id))
    const next = from && closest(from, others)
    if (focused) this.focus(next?.id ?? 0)
  }

  duplicate(): void {
    if (!this.actions.allowed) return
    const copies = this.actions.duplicate(this.targets())
    this.selection.choose(copies)
    const [first] = copies
    if (first && this.focused()) this.focus(first)
  }

  paint(color: Color): void {
    this.lastColor = color
    this.actions.edit(this.targets(), { color })
  }

  align(alignment: Alignment): void {
    this.actions.align(this.chosenItems(), alignment)
  }

  /** This view, as far as the tools' panels need it. */
  get desk(): Desk {
    return {
      actions: this.actions,
      chosen: () => [...this.selection.cards.value],
      seen: () => visibleRect(this.scene.camera, this.scene.size),
      show: (cards) => {
        this.selection.choose(cards)
        this.lookAtChosen()
      },
      look: (at) => this.looking.fitTo(at),
    }
  }

  /** The keyboard goes to the next zone, or the one before. */
  async goToZone(by: 1 | -1): Promise<void> {
    const { ZoneStops } = await import('./zonestops')
    this.zones ??= new ZoneStops(this)
    this.zones.go(by)
  }

  /** What an action is about: the card that has the keyboard, with all that are chosen when it is one of them. */
  private targets(): number[] {
    const focused = this.focused()
    if (focused && !this.selection.has(focused)) return [focused]
    return [...this.selection.cards.peek()]
  }

  /** One card that is laid on another asks what is to come of the two. */
  laid({ items: [item, second] }: Drag, step: Step): void {
    this.meeting.value = item && !second ? { card: item.id, at: { x: item.x, y: item.y }, step } : undefined
  }

  /** Everything chosen, in hand by this card; the card alone when it is not chosen. */
  dragOf(lead: Item): Drag {
    const items = this.selection.has(lead.id) ? this.chosenItems() : [lead]
    const free = items.filter(({ card }) => this.actions.mayChange(card))
    return new Drag(this.session, this.actions, free, lead)
  }
}
