// What one can do to the cards of a board, as commands that can be taken back together. Shared by every view
// of the same cards.

import type {
  AddCardCommand,
  AddLinkCommand,
  Audience,
  Card,
  Color,
  Command,
  Link,
} from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { WorkshopSession } from '../../sync/workshop'
import { type Alignment, aligned, type Point, type Rect } from '../parts/geometry'
import { same } from '../parts/same'
import { clipped, limitOf, oneLine } from '../parts/text'
import type { Whole } from './act'
import type { Draft } from './draft'
import type { History, Outcome, Step, Way } from './history'
import { memoryOf, type Removal, talk } from './memory'
import { given, type Traits } from './traits'
import { cardName } from './words'
import { cardSize, zoneOf } from './zones'

type EditFields = Partial<
  Pick<Card, 'title' | 'text' | 'color' | 'x' | 'y' | 'width' | 'height' | 'audience' | 'holder' | 'locked'> &
    Traits
>

/** What a new card may have besides its words. */
export type Laid = Partial<Traits> & { readonly anonymous?: boolean }

type Size = { readonly width: number; readonly height: number }

export interface Spot extends Point {
  readonly id: number
}

/** The coordinates the protocol knows, in whole units. */
export function onBoard(value: number): number {
  return Math.round(Math.min(100_000, Math.max(-100_000, value)))
}

export class CardActions {
  readonly history: History

  constructor(
    readonly session: WorkshopSession,
    readonly board: number,
  ) {
    this.history = memoryOf(session, board).history
  }

  /** Whether this person is offered to change the board; reactive. */
  get allowed(): boolean {
    return this.session.can.edit(this.board)
  }

  card(id: number): Card | undefined {
    return this.session.record('card', id).peek()
  }

  /** Who sees a card is for its author and the animators to say; reactive. */
  maySetAudience(card: Card): boolean {
    return this.allowed && (this.session.can.animate() || card.author === this.session.me.value.person)
  }

  /** Whether this person may change the card: an animator always, others unless it or its zone is locked, and
   * on a controlled board only what of theirs still waits; reactive. */
  mayChange(card: Card): boolean {
    if (!this.allowed) return false
    if (this.session.can.animate()) return true
    if (card.locked || (this.isControlled && !this.waits(card))) return false
    const zones = this.session.where('zone', 'board', this.board).value
    return !zoneOf(card, zones)?.locked
  }

  private get isControlled(): boolean {
    return this.session.record('board', this.board).value?.controlled ?? false
  }

  /** Who wrote an unsigned card is known to the server alone. */
  private waits({ unplaced, anonymous, author }: Card): boolean {
    return unplaced && (anonymous || author === this.session.me.value.person)
  }

  /** Of the size there is only the size: what is given may lie somewhere itself. */
  add(
    draft: Draft,
    color: Color,
    { x, y }: Point,
    { width, height }: Size = cardSize,
    laid: Laid = {},
  ): number {
    const card = this.session.newId()
    this.history.perform([{ ...this.addCommand(card, draft, color, { x, y, width, height }), ...laid }])
    return card
  }

  /** Many cards in one action. Answers them in their order. */
  addMany(cards: readonly { draft: Draft; color: Color; at: Point }[], as?: Whole): number[] {
    const commands = cards.map(({ draft, color, at }) =>
      this.addCommand(this.session.newId(), draft, color, { ...at, ...cardSize }),
    )
    this.history.perform(commands, as)
    return commands.map(({ card }) => card)
  }

  private addCommand(
    card: number,
    draft: Draft,
    color: Color,
    { x, y, width, height }: Rect,
  ): AddCardCommand {
    const place = { x: onBoard(x), y: onBoard(y), width, height }
    const { board } = this
    return { type: 'add_card', card, board, ...draft, color, ...place, audience: 'everyone', holder: 0 }
  }

  /** Rewrites the card's text from `base`; the server joins it with what others wrote since. Taken back by
   * `history.wrote` when the writing is over. */
  write(card: number, base: string, text: string): void {
    this.history.write(card, base, text)
  }

  /** Takes one's own name off a card that one wrote, or puts it on again. */
  sign(card: number, anonymous: boolean): void {
    this.history.perform([{ type: 'sign_card', card, anonymous }])
  }

  /** One action for all the cards; a card that already is so is left out. */
  edit(ids: readonly number[], fields: EditFields): void {
    const commands: Command[] = []
    for (const id of ids) {
      const card = this.card(id)
      if (card && differs(card, fields)) commands.push({ type: 'edit_card', card: id, ...fields })
    }
    this.history.perform(commands)
  }

  move(spots: readonly Spot[], as?: Whole): Step {
    const commands: Command[] = []
    for (const { id, x, y } of spots) {
      const card = this.card(id)
      const to = { x: onBoard(x), y: onBoard(y) }
      if (card && differs(card, to)) commands.push({ type: 'edit_card', card: id, ...to })
    }
    return this.history.perform(commands, as)
  }

  align(cards: readonly (Rect & { id: number })[], alignment: Alignment): void {
    const corners = aligned(cards, alignment)
    this.move(
      cards.map((card, at) => ({ id: card.id, ...(corners[at] ?? card) })),
      'arrange',
    )
  }

  show(ids: readonly number[], audience: Audience): void {
    const holder = audience === 'person' ? this.session.me.peek().person : 0
    this.edit(ids, { audience, holder })
  }

  /** Takes those of the cards away that this person may change, and answers which; offers to bring them back, and
   * while that notice is there, those of before too. */
  drop(ids: readonly number[]): readonly number[] {
    const cards = ids.flatMap((id) => this.card(id) ?? []).filter((card) => this.mayChange(card))
    const [first] = cards
    if (!first) {
      if (ids.length > 0) this.session.notify(b('card.notChangeable'))
      return []
    }
    const step = this.history.perform(cards.map(({ id }) => ({ type: 'drop_card', card: id })))
    const memory = memoryOf(this.session, this.board)
    const before = this.stillOffered(memory.removal)
    const count = (before?.count ?? 0) + cards.length
    const steps = [...(before?.steps ?? []), step]
    const said =
      count === 1 ? b('card.dropped', { name: cardName(first) }) : b('card.droppedMany', { n: count })
    if (before) this.session.dismiss(before.notice)
    const notice = this.session.notify(said, { label: b('board.undo'), run: () => this.bringBack(steps) })
    memory.removal = { notice, count, steps }
    return cards.map(({ id }) => id)
  }

  private stillOffered(removal: Removal | undefined): Removal | undefined {
    return this.session.notices.peek().some(({ id }) => id === removal?.notice) ? removal : undefined
  }

  private bringBack(steps: readonly Step[]): void {
    const outcomes = [...steps].reverse().map((step) => this.history.undo(step))
    const [first = 'done'] = outcomes
    this.tell(outcomes.every((one) => one === first) ? first : 'partly')
  }

  /** Copies beside the originals, with the links they have among themselves. Answers the copies. */
  duplicate(ids: readonly number[]): number[] {
    const copies = new Map<number, number>()
    const commands: Command[] = []
    for (const id of ids) {
      const card = this.card(id)
      if (!card) continue
      const copy = this.session.newId()
      copies.set(id, copy)
      commands.push(this.copyOf(card, copy))
    }
    for (const link of this.session.where('link', 'board', this.board).peek()) {
      const from = copies.get(link.from)
      const to = copies.get(link.to)
      if (from && to) commands.push(this.linkCommand(from, to, link))
    }
    this.history.perform(commands, 'duplicate')
    return [...copies.values()]
  }

  private copyOf(card: Card, copy: number): Command {
    const { title, text, color, width, height } = card
    const mine = card.audience === 'person'
    return {
      type: 'add_card',
      card: copy,
      board: this.board,
      title,
      text,
      color,
      x: onBoard(card.x + 30),
      y: onBoard(card.y + 30),
      width,
      height,
      audience: card.audience,
      holder: mine ? this.session.me.peek().person : card.holder,
      ...given(card),
    }
  }

  /** Whether a link from one card to the other may still be drawn. */
  mayLink(from: number, to: number): boolean {
    if (from === to) return false
    return !this.session
      .where('link', 'from', from)
      .peek()
      .some((link) => link.to === to)
  }

  /** Answers the link, 0 when there is one already. */
  link(from: number, to: number, link_type = 0): number {
    if (this.mayLink(from, to)) {
      const command = this.linkCommand(from, to, { label: '', link_type })
      this.history.perform([command])
      return command.link
    }
    if (from !== to) this.session.notify(b('card.linkedAlready'))
    return 0
  }

  private linkCommand(from: number, to: number, like: Pick<Link, 'label' | 'link_type'>): AddLinkCommand {
    const { label, link_type } = like
    const kind = link_type ? { link_type } : {}
    return { type: 'add_link', link: this.session.newId(), board: this.board, from, to, label, ...kind }
  }

  retype(link: Link, link_type: number): void {
    if (link_type !== link.link_type) this.history.perform([{ type: 'edit_link', link: link.id, link_type }])
  }

  relabel(link: Link, label: string): void {
    const short = clipped(oneLine(label), limitOf('edit_link', 'label'))
    if (short !== link.label) this.history.perform([{ type: 'edit_link', link: link.id, label: short }])
  }

  unlink(link: number): void {
    this.history.perform([{ type: 'drop_link', link }])
  }

  undo(): void {
    this.take('undo')
  }

  redo(): void {
    this.take('redo')
  }

  /** What is old and large, or cannot be taken back, is asked about first. */
  private take(way: Way): void {
    const { history, session } = this
    const step = history.next(way)
    if (!step) return
    if (history.asks(way)) void talk(({ askFirst }) => askFirst(session, history, way))
    else {
      const outcome = history[way]()
      void talk(({ sayTaken }) => sayTaken(session, history, way, step.act, outcome))
    }
  }

  private tell(outcome: Outcome): void {
    if (outcome === 'partly') this.session.notify(b('board.undonePartly'))
    if (outcome === 'nothing') this.session.notify(b('board.undoneNothing'))
  }
}

function differs(card: Card, fields: EditFields): boolean {
  return Object.entries(fields).some(([field, value]) => !same(card[field as keyof Card], value))
}
