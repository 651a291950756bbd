// What the map and its list share: where the cards are, which are wanted, what is open. Reads the session's
// records; holds no truth.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { WorkshopSession } from '../../sync/workshop'
import { CardActions } from '../cards/actions'
import { cardName } from '../cards/words'
import type { Point } from '../parts/geometry'
import { say } from '../parts/say'
import { finder } from '../parts/search'
import { type Cluster, clustered } from './clusters'
import { millionths } from './coordinates'
import type { Departement } from './outline'
import { type Placed, type Places, placesOf } from './places'
import { type Lonlat, mapSize, unproject } from './projection'
import { Viewport } from './viewport'
import { w } from './words'

/** Marks nearer than that to each other would cover each other. */
const reachPx = 40

export type Mark = Cluster<Placed>

export class MapModel {
  readonly actions: CardActions
  readonly departements: Signal<readonly Departement[]> = signal([])
  readonly wanted = signal('')
  /** The cluster one looks into, by a card of it; 0 for none. */
  readonly within = signal(0)
  /** The card that is open, 0 for none. */
  readonly open = signal(0)
  /** The card whose place is being changed in the dialog, 0 for none. */
  readonly placing = signal(0)
  /** The card that is laid where the map is touched next, 0 for none. */
  readonly picking = signal(0)
  /** Said to who does not see: what was just done. */
  /** Grows whenever one asks to see something on the map, which then must itself be in view. */
  readonly looked = signal(0)
  readonly places: ReadonlySignal<Places>
  readonly marks: ReadonlySignal<readonly Mark[]>
  readonly viewport: Viewport

  constructor(
    readonly session: WorkshopSession,
    readonly board: number,
  ) {
    this.actions = new CardActions(session, board)
    this.viewport = new Viewport(() => ({ x: 0, y: 0, ...mapSize }), {
      inset: { top: 16, right: 16, bottom: 40, left: 16 },
      largest: 1,
      tapped: (at) => this.tapped(this.viewport.onPlane(at)),
      leaves: (event) => event.pointerType === 'mouse' && isMark(event.target),
    })
    const middles = computed(() => new Map(this.departements.value.map(({ code, middle }) => [code, middle])))
    this.places = computed(() => {
      const territories = new Map(session.all('territory').value.map((one) => [one.id, one]))
      const finds = finder(session, this.wanted.value)
      const cards = session
        .where('card', 'board', board)
        .value.filter((card) => !card.unplaced && finds(card))
      return placesOf(
        cards,
        (id) => territories.get(id),
        (code) => middles.value.get(code),
      )
    })
    const k = computed(() => stepped(this.viewport.camera.value.k))
    this.marks = computed(() => clustered(this.places.value.placed, reachPx / k.value, ({ card }) => card.id))
  }

  /** The mark that has this card. */
  markOf(card: number): Mark | undefined {
    return this.marks.value.find(({ members }) => members.some((one) => one.card.id === card))
  }

  /** Opens the card of a mark, or lists its cards. */
  enter({ key, members }: Mark): void {
    if (members.length === 1) this.open.value = key
    else this.within.value = key
  }

  /** Close enough that the mark falls apart, as far as one may look. */
  closer(mark: Mark): void {
    this.viewport.show(mark.at, this.viewport.camera.peek().k * 2.5)
  }

  /** Shows a place, close enough to know where it is. */
  lookAt(at: Point): void {
    this.viewport.show(at, 0.6)
    this.looked.value++
  }

  /** The next touch of the map lays the card. */
  pick(card: number): void {
    this.picking.value = card
    this.looked.value++
  }

  /** Gives the card a point of its own. */
  pin(card: number, { longitude, latitude }: Lonlat): void {
    const record = this.actions.card(card)
    if (!record) return
    const point = { longitude: millionths(longitude), latitude: millionths(latitude) }
    this.actions.history.perform([{ type: 'edit_card', card, pinned: true, ...point }])
    say(w('moved', { name: cardName(record) }))
  }

  /** The card goes back to where its territory is. */
  unpin(card: number): void {
    this.actions.history.perform([{ type: 'edit_card', card, pinned: false, longitude: 0, latitude: 0 }])
  }

  /** Gives the card the point of the map. Answers whether there is earth. */
  pinAt(card: number, at: Point): boolean {
    const place = unproject(at)
    if (place) this.pin(card, place)
    else this.session.notify(w('offMap'))
    return place !== undefined
  }

  private tapped(at: Point): void {
    const card = this.picking.peek()
    if (!card) this.within.value = 0
    else if (this.pinAt(card, at)) this.picking.value = 0
  }
}

/** Clusters fall apart in steps of the zoom, not with each turn of the wheel. */
function stepped(k: number): number {
  const step = Math.log(1.2)
  return Math.exp(Math.round(Math.log(k) / step) * step)
}

function isMark(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.map-mark') !== null
}
