// Whether a board's instruction stands open: until it is read, again when it changes, and whenever it is asked for.
import { type Signal, signal } from '@preact/signals'
import type { Board } from '../../../../protocol/generated/protocol'
import { tabShelf } from '../../browser'
import type { WorkshopSession } from '../../sync/workshop'
import { low } from '../parts/room'

/** What somebody did last about an instruction, and which words it had then. */
interface Told {
  readonly text: string
  readonly open: boolean
}

const kept = new WeakMap<WorkshopSession, Map<number, Signal<Told | undefined>>>()

export class Instruction {
  private readonly told: Signal<Told | undefined>
  private readonly shelf: string
  private readonly text: string

  constructor(
    private readonly session: WorkshopSession,
    board: Board,
  ) {
    const boards = kept.get(session) ?? new Map<number, Signal<Told | undefined>>()
    kept.set(session, boards)
    this.told = boards.get(board.id) ?? signal(undefined)
    boards.set(board.id, this.told)
    this.shelf = `archipel.read.${session.id}.${board.id}`
    this.text = board.instructions
  }

  /** Reactive. Only when asked for in a low window, where the work comes first, and for who conducts, whose words it
   * is. */
  get isOpen(): boolean {
    const told = this.told.value
    if (told?.text === this.text) return told.open
    if (this.session.can.animate()) return false
    return this.text !== '' && !low.value && tabShelf.getItem(this.shelf) !== this.text
  }

  /** Opened by hand it shows whole. Reactive. */
  get isAsked(): boolean {
    const told = this.told.value
    return told?.text === this.text && told.open
  }

  open(): void {
    this.told.value = { text: this.text, open: true }
  }

  /** Read: it stays folded, after a reload too, until its words change. */
  fold(): void {
    tabShelf.setItem(this.shelf, this.text)
    this.told.value = { text: this.text, open: false }
  }
}
