// What one can do to the cards of a board, as commands that can be taken back together. Shared by every view
// of the same cards.
import type { Audience, Card, Color, Command, Link } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { type Alignment, aligned, type Point, type Rect } from '../board/geometry'
import type { Draft } from './draft'
import type { History, Outcome } from './history'
import { memoryOf } from './memory'
import { same } from './same'
import { clipped, limitOf, oneLine } from './text'
import { cardName } from './words'
import { cardSize } from './zones'

type EditFields = Partial<
  Pick<Card, 'title' | 'text' | 'color' | 'x' | 'y' | 'width' | 'height' | 'audience' | 'holder'>
>

export interface Place extends Point {
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

  add(draft: Draft, color: Color, at: Point, size: { width: number; height: number } = cardSize): number {
    const card = this.session.newId()
    const { width, height } = size
    const place = { x: onBoard(at.x), y: onBoard(at.y), width, height }
    this.history.perform([
      {
        type: 'add_card',
        card,
        board: this.board,
        ...draft,
        color,
        ...place,
        audience: 'everyone',
        holder: 0,
      },
    ])
    return card
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

  move(places: readonly Place[]): void {
    const commands: Command[] = []
    for (const { id, x, y } of places) {
      const card = this.card(id)
      const to = { x: onBoard(x), y: onBoard(y) }
      if (card && differs(card, to)) commands.push({ type: 'edit_card', card: id, ...to })
    }
    this.history.perform(commands)
  }

  align(cards: readonly (Rect & { id: number })[], alignment: Alignment): void {
    const corners = aligned(cards, alignment)
    this.move(cards.map((card, at) => ({ id: card.id, ...(corners[at] ?? card) })))
  }

  show(ids: readonly number[], audience: Audience): void {
    const holder = audience === 'person' ? this.session.me.peek().person : 0
    this.edit(ids, { audience, holder })
  }

  /** Takes the cards away and offers to bring them back. */
  drop(ids: readonly number[]): void {
    const cards = ids.map((id) => this.card(id)).filter((card) => card !== undefined)
    const [first] = cards
    if (!first) return
    const step = this.history.perform(cards.map(({ id }) => ({ type: 'drop_card', card: id })))
    const said =
      cards.length === 1
        ? t('card.dropped', { name: cardName(first) })
        : t('card.droppedMany', { n: cards.length })
    this.session.notify(said, { label: t('board.undo'), run: () => this.tell(this.history.undo(step)) })
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
    for (const link of this.session.all('link').peek()) {
      const from = copies.get(link.from)
      const to = copies.get(link.to)
      if (from && to) commands.push(this.linkCommand(from, to, link.label))
    }
    this.history.perform(commands)
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
    }
  }

  /** Whether a link from one card to the other may still be drawn. */
  mayLink(from: number, to: number): boolean {
    if (from === to) return false
    return !this.session
      .all('link')
      .peek()
      .some((link) => link.from === from && link.to === to)
  }

  link(from: number, to: number): void {
    if (this.mayLink(from, to)) this.history.perform([this.linkCommand(from, to, '')])
    else if (from !== to) this.session.notify(t('card.linkedAlready'))
  }

  private linkCommand(from: number, to: number, label: string): Command {
    return { type: 'add_link', link: this.session.newId(), board: this.board, from, to, label }
  }

  relabel(link: Link, label: string): void {
    const short = clipped(oneLine(label), limitOf('edit_link', 'label'))
    if (short !== link.label) this.history.perform([{ type: 'edit_link', link: link.id, label: short }])
  }

  unlink(link: number): void {
    this.history.perform([{ type: 'drop_link', link }])
  }

  undo(): void {
    this.tell(this.history.undo())
  }

  redo(): void {
    this.tell(this.history.redo())
  }

  private tell(outcome: Outcome): void {
    if (outcome === 'partly') this.session.notify(t('board.undonePartly'))
    if (outcome === 'nothing') this.session.notify(t('board.undoneNothing'))
  }
}

function differs(card: Card, fields: EditFields): boolean {
  return Object.entries(fields).some(([field, value]) => !same(card[field as keyof Card], value))
}
