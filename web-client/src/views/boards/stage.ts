// One board on one screen: its layers put together and kept true to the records, what is chosen and where the
// keyboard is. What one does with it stands in view.ts.
import { effect, type Signal, signal } from '@preact/signals'
import type { Color, Zone } from '../../../../protocol/generated/protocol'
import { later } from '../../ahead'
import { language } from '../../i18n/i18n'
import { wordsCome } from '../../i18n/section'
import type { WorkshopSession } from '../../sync/workshop'
import { CardActions } from '../cards/actions'
import { factsOf } from '../cards/facts'
import { memoryOf } from '../cards/memory'
import { cardLabel, cardName } from '../cards/words'
import { inReadingOrder } from '../cards/zones'
import type { Backdrop } from '../map/outline'
import { maxZoom } from '../parts/camera'
import { distanceTo, linkCurve } from '../parts/curve'
import { bounds, closest, contains, type Direction, nearest, type Point, type Rect } from '../parts/geometry'
import { readTheme, type Theme, watchTheme } from '../parts/theme'
import { totalsOf } from '../parts/totals'
import { CardLayer, type Face } from './cards'
import { layGround } from './ground'
import { Handles } from './handles'
import type { Item } from './item'
import { Looking } from './looking'
import { BoardModel } from './model'
import { Others } from './others'
import { Painter } from './painter'
import { type Emphasis, Scene } from './scene'
import { Selection } from './select'

/** What the editor is open on: a card, or one to be laid at a place when card is 0. */
export interface Editing {
  readonly card: number
  readonly at: Rect
  readonly color: Color
  /** Somebody pointed there. */
  readonly meant?: boolean
}

export interface Elements {
  readonly stage: HTMLElement
  readonly canvas: HTMLCanvasElement
  readonly layer: HTMLElement
  readonly overlay: HTMLElement
}

/** What a card's face names: when one of them changes, faces are drawn anew. */
const named: ReadonlySet<string> = new Set([
  'card_type',
  'objective',
  'territory',
  'group',
  'link_type',
  'priority',
  'allotment',
])

const lettering = later(() => import('./lettering'))

/** The zoom at which a card can be read and written. */
export const readable = 0.7

export class BoardStage {
  readonly actions: CardActions
  readonly model: BoardModel
  readonly scene: Scene
  readonly selection: Selection
  readonly looking: Looking
  readonly editing: Signal<Editing | undefined> = signal(undefined)
  /** The zone an animator has chosen, 0 for none; never together with cards or a link. */
  readonly zone = signal(0)
  /** A link being drawn by hand. */
  rubber: { from: Rect; to: Rect } | undefined
  private readonly handles: Handles
  readonly cards: CardLayer
  readonly painter: Painter
  private readonly others: Others
  private readonly stops: (() => void)[] = []
  /** The card that has, or had last, the tab stop. */
  private stopped: Rect | undefined
  /** Whether somebody had a hand on the board; until then bars that come over it may move it. */
  private inHand = false

  constructor(
    readonly session: WorkshopSession,
    readonly board: number,
    readonly elements: Elements,
    private readonly drawn: (now: number) => void,
  ) {
    this.actions = new CardActions(session, board)
    this.model = new BoardModel(session, board)
    this.selection = new Selection((cards) => this.scene.touch(cards))
    this.painter = new Painter(elements.canvas, readTheme(elements.stage))
    this.cards = new CardLayer(elements.layer, (item) => this.faceOf(item))
    this.handles = new Handles(elements.layer)
    this.scene = new Scene(
      this.model,
      this.cards,
      this.painter,
      () => this.emphasis(),
      (now) => this.follow(now),
    )
    this.looking = new Looking(this.scene, this.model, memoryOf(session, board))
    if (this.isWall) this.looking.largest = maxZoom
    this.others = new Others(this)
    this.chooseStop()
    this.listen()
    void lettering.fetch()
  }

  close(): void {
    this.looking.remember()
    for (const stop of this.stops) stop()
    this.scene.close()
  }

  /** What lies over the board goes where the board went. */
  private follow(now: number): void {
    const zone = this.chosenZone
    this.handles.follow(zone ?? this.handled(), zone !== undefined)
    this.others.place(this.scene.camera)
    this.drawn(now)
  }

  private listen(): void {
    const { stage } = this.elements
    const sizes = new ResizeObserver(() => this.resize())
    sizes.observe(stage)
    const focused = (event: FocusEvent) => this.onFocus(event)
    stage.addEventListener('focusin', focused)
    this.stops.push(
      this.session.subscribe((touched) => this.onTouched(touched)),
      watchTheme(() => this.repaint()),
      effect(() => this.onWords()),
      effect(() => this.onLettering()),
      effect(() => this.onChoice()),
      this.others.watch(),
      layGround(this.session, this.board, (backdrop) => this.layBackdrop(backdrop)),
      () => sizes.disconnect(),
      () => stage.removeEventListener('focusin', focused),
      this.watchHands(),
    )
  }

  private watchHands(): () => void {
    const board = this.elements.stage.parentElement ?? this.elements.stage
    const types = ['pointerdown', 'keydown', 'wheel']
    const take = () => {
      this.inHand = true
      for (const type of types) board.removeEventListener(type, take, true)
    }
    for (const type of types) board.addEventListener(type, take, { capture: true, passive: true })
    return take
  }

  private onTouched(touched: Parameters<BoardModel['apply']>[0]): void {
    const people = touched.some(({ type }) => type === 'person')
    const { cards, any } = this.model.apply(touched)
    if (people) this.others.rename()
    if (touched.some(({ type }) => named.has(type))) this.scene.touch([...this.cards.ids()])
    if (!any) return
    if (cards.size) this.afterCards(cards)
    this.scene.touch(cards)
    this.looking.settle(this.isWall)
  }

  private afterCards(cards: ReadonlySet<number>): void {
    this.others.written(cards)
    this.selection.keep((id) => this.model.items.has(id))
    if (!this.model.items.has(this.selection.stop)) this.chooseStop(this.stopped)
  }

  /** The language, the right to edit or what waits may have changed what is said on every card. */
  private onWords(): void {
    void language.value
    void wordsCome.value
    void this.actions.allowed
    void this.session.waiting.value
    this.scene.touch([...this.cards.ids()])
  }

  private onLettering(): void {
    const module = lettering.here.value
    if (typeof module === 'object') this.stops.push(module.letter(this))
  }

  painterOn(canvas: HTMLCanvasElement, theme: Theme): Painter {
    return new Painter(canvas, theme)
  }

  /** What is drawn under the board, which then is seen whole unless one looked around already. */
  private layBackdrop(backdrop: Backdrop | undefined): void {
    this.looking.ground = backdrop?.extent
    this.painter.backdrop = backdrop
    this.scene.draw()
    this.looking.settle(this.isWall)
  }

  /** One thing is chosen at a time: cards, a link, or a zone. */
  private onChoice(): void {
    const { cards, chosenLink } = this.selection
    if (cards.value.size || chosenLink.value) this.zone.value = 0
    void this.zone.value
    this.scene.draw()
  }

  private get isWall(): boolean {
    return this.session.me.peek().role === 'screen'
  }

  private repaint(): void {
    this.painter.wear(readTheme(this.elements.stage))
    this.scene.draw()
  }

  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.elements.stage
    if (!width || !height) return
    const whole = !this.inHand && this.looking.isWhole
    this.scene.resize({ width, height })
    this.looking.settle(this.isWall || whole)
  }

  // What is shown of each card

  private faceOf(item: Item): Face {
    const { card } = item
    const selected = this.selection.has(card.id)
    const together = selected && this.selection.cards.peek().size > 1
    const pending = this.session.isPending('card', card.id)
    const linked = this.model
      .linksOf(card.id)
      .map(({ from, to }) => cardName((from === item ? to : from).card))
    const facts = factsOf(this.session, card)
    return {
      label: cardLabel(this.session, card, facts, { selected: together, pending, linked }),
      facts,
      title: card.title,
      text: card.text,
      color: card.color,
      reserved: card.audience !== 'everyone',
      pending,
      selected,
      lifted: item.held || this.others.holds(card.id),
      stop: this.selection.stop === card.id,
    }
  }

  emphasis(): Emphasis {
    const chosen = this.selection.cards.peek()
    const pinned = new Set<number>(this.selection.stop ? [this.selection.stop] : [])
    const editing = this.editing.peek()?.card
    if (editing) pinned.add(editing)
    if (chosen.size <= 60) for (const id of chosen) pinned.add(id)
    const waits = this.session.waiting.peek() > 0
    const points = totalsOf(this.session).peek()
    return {
      pinned,
      marked: chosen,
      chosen: this.selection.chosenLink.peek(),
      isPending: waits ? (link) => this.session.isPending('link', link) : () => false,
      rubber: this.rubber,
      pointsOf: (card) => points.get(card) ?? 0,
      typeOf: ({ link_type: type }) => (type ? this.session.record('link_type', type).peek() : undefined),
    }
  }

  /** The one card that shows handles. */
  private handled(): Item | undefined {
    const chosen = this.selection.cards.peek()
    const [only] = chosen
    if (chosen.size !== 1 || only === undefined || this.editing.peek()) return undefined
    const item = this.model.items.get(only)
    return item && this.actions.mayChange(item.card) ? item : undefined
  }

  /** Whether there is something to act on that is not being written; reactive. */
  get offersBar(): boolean {
    const { cards, chosenLink } = this.selection
    const chosen = cards.value.size > 0 || chosenLink.value !== 0 || this.zone.value !== 0
    return !this.editing.value && chosen
  }

  get theme(): Theme {
    return this.painter.theme
  }

  // Finding

  itemAt(point: Point): Item | undefined {
    const { cards } = this.model
    for (let at = cards.length - 1; at >= 0; at--) {
      const item = cards[at] as Item
      if (contains(item, point)) return item
    }
    return undefined
  }

  linkAt(point: Point): number {
    const reach = 8 / this.scene.camera.k
    const hit = this.model.joined.find(({ from, to }) => distanceTo(linkCurve(from, to), point) <= reach)
    return hit?.link.id ?? 0
  }

  get chosenZone(): Zone | undefined {
    const id = this.zone.peek()
    return id ? this.model.zones.find((zone) => zone.id === id) : undefined
  }

  chosenItems(): Item[] {
    return [...this.selection.cards.peek()].flatMap((id) => this.model.items.get(id) ?? [])
  }

  // Focus

  /** The keyboard goes to what can be done with the card. */
  openBar(id: number): void {
    this.selection.choose([id])
    requestAnimationFrame(() => {
      const bar = this.elements.stage.parentElement?.querySelector<HTMLElement>('.board-bar button')
      bar?.focus()
    })
  }

  /** The card the keyboard goes to, mounted and focused. */
  focus(id: number): void {
    const item = this.model.items.get(id)
    if (item) this.selection.stopHere(id)
    const element = item ? this.scene.elementFor(item) : this.elements.stage
    element.focus({ preventScroll: true })
  }

  /** The next card that way gets the keyboard, and is chosen unless the choice is to stay. */
  focusTowards(direction: Direction, keepChoice: boolean): void {
    const from = this.model.items.get(this.selection.stop)
    if (!from) return
    const next = nearest(from, this.model.items.values(), direction) ?? from
    if (!keepChoice) this.selection.choose([next.id])
    this.focus(next.id)
  }

  private onFocus(event: FocusEvent): void {
    const element = event.target as HTMLElement
    const id = Number(element.dataset.card ?? 0)
    const item = this.model.items.get(id)
    if (!item) return
    this.selection.stopHere(id)
    this.stopped = item
    if (element.matches(':focus-visible')) this.looking.bringIntoView(item)
  }

  /** A new tab stop for the board: the card that lies closest to the one that is gone. It takes the keyboard over
   * when that one had it. */
  private chooseStop(gone?: Rect): void {
    const { stage } = this.elements
    const hadIt = this.focused() !== 0
    const next = gone ? closest(gone, this.model.cards) : inReadingOrder(this.model.cards)[0]
    this.stopped = next
    this.selection.stopHere(next?.id ?? 0)
    stage.tabIndex = next ? -1 : 0
    if (hadIt) this.focus(next?.id ?? 0)
  }

  /** The card that has the keyboard, 0 for none. */
  protected focused(): number {
    const { activeElement } = document
    const inside = this.elements.layer.contains(activeElement)
    return inside ? Number((activeElement as HTMLElement).dataset.card ?? 0) : 0
  }

  /** This person's pointer, told to others while it only looks around. */
  pointAt(screen: Point, now: number): void {
    if (this.session.me.peek().person) this.others.tell(this.looking.at(screen), now)
  }

  /** Chosen, and large enough to be read. */
  present(id: number): void {
    const item = this.model.items.get(id)
    if (!item) return
    this.selection.choose([id])
    this.selection.stopHere(id)
    this.looking.bringIntoView(item, readable)
  }

  /** All that is chosen fills the stage. */
  lookAtChosen(): void {
    const zone = this.chosenZone
    const all = bounds(zone ? [zone] : this.chosenItems())
    if (all) this.looking.fitTo(all)
  }
}
