// Where others are: their cursors, and the cards they are dragging. Comes and goes with the session's hints,
// glides between two of them, and is not shown to who prefers stillness.
import { effect } from '@preact/signals'
import type { HintedItem } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { onBoard } from '../cards/actions'
import { type Camera, toScreen } from '../parts/camera'
import type { Point } from '../parts/geometry'
import { prefersStill } from '../parts/theme'
import { HintClock } from './drag'
import type { BoardModel } from './model'
import type { Scene } from './scene'

/** Hints come five a second: a glide of this length joins one to the next. */
const glideMs = 200

/** The stage that they are shown on. */
interface Shown {
  readonly session: WorkshopSession
  readonly board: number
  readonly model: BoardModel
  readonly scene: Scene
  readonly elements: { readonly overlay: HTMLElement }
}

interface Other {
  readonly element: HTMLElement
  card: number
  from: Point
  to: Point
  at: Point
  since: number
}

export class Others {
  private readonly others = new Map<number, Other>()
  private readonly clock = new HintClock()

  constructor(private readonly stage: Shown) {}

  watch(): () => void {
    return effect(() => {
      const { hints, me } = this.stage.session
      const here = hints.value.filter(
        ({ board, person }) => board === this.stage.board && person !== me.value.person,
      )
      this.read(prefersStill() ? [] : here)
    })
  }

  /** Whether somebody else has this card in hand. */
  holds(card: number): boolean {
    for (const other of this.others.values()) if (other.card === card) return true
    return false
  }

  /** This person's own pointer, at most ten times a second. */
  tell(at: Point, now: number): void {
    if (!this.clock.due(now)) return
    this.stage.session.hint({ board: this.stage.board, card: 0, x: onBoard(at.x), y: onBoard(at.y) })
  }

  /** A card that was written lies where it was written, whatever its last hint said. */
  written(cards: ReadonlySet<number>): void {
    for (const other of this.others.values()) if (cards.has(other.card)) this.release(other)
  }

  rename(): void {
    for (const [person, other] of this.others) other.element.textContent = this.nameOf(person)
  }

  place(camera: Camera): void {
    for (const { element, at } of this.others.values()) {
      const { x, y } = toScreen(camera, at)
      element.style.transform = `translate(${x}px, ${y}px)`
    }
  }

  private read(hints: readonly HintedItem[]): void {
    const now = performance.now()
    const seen = new Set<number>()
    for (const hint of hints) {
      seen.add(hint.person)
      this.aim(hint, now)
    }
    for (const [person, other] of this.others) if (!seen.has(person)) this.leave(person, other)
    if (this.others.size) this.stage.scene.move(this.glide)
    else this.stage.scene.draw()
  }

  private aim(hint: HintedItem, now: number): void {
    const other = this.others.get(hint.person) ?? this.arrive(hint, now)
    if (other.card !== hint.card) this.release(other)
    other.card = hint.card
    other.from = other.at
    other.to = { x: hint.x, y: hint.y }
    other.since = now
    other.element.classList.toggle('is-dragging', hint.card !== 0)
  }

  private arrive(hint: HintedItem, now: number): Other {
    const element = document.createElement('div')
    element.className = 'board-cursor'
    element.textContent = this.nameOf(hint.person)
    this.stage.elements.overlay.append(element)
    const start = this.stage.model.items.get(hint.card) ?? hint
    const at = { x: start.x, y: start.y }
    const other = { element, card: hint.card, from: at, to: at, at, since: now }
    this.others.set(hint.person, other)
    return other
  }

  private leave(person: number, other: Other): void {
    other.element.remove()
    this.others.delete(person)
    this.release(other)
  }

  /** A card nobody else holds any more lies where its record says. */
  private release(other: Other): void {
    const item = this.stage.model.items.get(other.card)
    other.card = 0
    if (!item) return
    if (!item.held) item.settle()
    this.stage.scene.touch([item.id])
  }

  /** Answers whether anything is still on its way. */
  private readonly glide = (now: number): boolean => {
    let moving = false
    const touched: number[] = []
    for (const other of this.others.values()) {
      const part = Math.min(1, Math.max(0, (now - other.since) / glideMs))
      const { from, to } = other
      other.at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
      moving ||= part < 1
      const item = this.stage.model.items.get(other.card)
      if (!item || item.held) continue
      item.x = other.at.x
      item.y = other.at.y
      touched.push(item.id)
    }
    this.stage.scene.touch(touched)
    return moving
  }

  private nameOf(person: number): string {
    return this.stage.session.record('person', person).peek()?.name ?? ''
  }
}
