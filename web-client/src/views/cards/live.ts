// Ties a text field to a card of the workshop while it is written (writing.ts).
import { effect, untracked } from '@preact/signals'
import { clipped, plain } from '../parts/text'
import type { CardActions } from './actions'
import { limits } from './draft'
import { Writing } from './writing'

/** Close it when the field goes. */
export class LiveText {
  private readonly writing: Writing
  private readonly stop = new AbortController()
  private readonly unwatch: () => void

  constructor(
    private readonly actions: CardActions,
    private readonly card: number,
    field: HTMLTextAreaElement,
    private readonly sent: () => void,
  ) {
    this.writing = new Writing(actions.card(card)?.text ?? '', {
      text: () => field.value,
      show: (text, carry) => show(field, text, carry),
      may: () => untracked(() => this.mayWrite()),
      send: (base, text) => {
        actions.write(card, base, text)
        this.sent()
      },
      after,
      tidy,
    })
    const { signal } = this.stop
    field.addEventListener('keydown', (event) => this.press(event), { signal })
    field.addEventListener('beforeinput', (event) => this.turn(event, event.inputType), { signal })
    field.addEventListener('input', () => this.writing.typed(), { signal })
    field.addEventListener('compositionstart', () => this.writing.compose(true), { signal })
    field.addEventListener('compositionend', () => this.writing.compose(false), { signal })
    document.addEventListener('visibilitychange', () => document.hidden && this.writing.send(), { signal })
    this.unwatch = effect(() => this.look())
  }

  /** The server did not take it, or may not be asked: the words are only in the field. */
  get isAhead(): boolean {
    return this.writing.isAhead
  }

  /** What the card holds, as far as one knows. */
  get text(): string {
    return this.writing.text
  }

  /** The field holds what was written before and never sent. */
  resume(): void {
    if (this.isAhead) this.writing.typed()
  }

  /** The last of it leaves, and one's own words are one action to take back. */
  finish(): void {
    const { writing } = this
    writing.finish()
    if (writing.wrote) this.actions.history.wrote(this.card, tidy(writing.before), writing.text)
  }

  /** Takes back what one wrote; what others wrote meanwhile stays. */
  giveUp(): void {
    this.writing.giveUp()
  }

  /** The keys of undo and redo, as systems have them: the browser's own would take back others' words too. */
  private press(event: KeyboardEvent): void {
    if (event.altKey || !(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    if (key === 'z') this.turn(event, event.shiftKey ? 'historyRedo' : 'historyUndo')
    else if (key === 'y' && !event.shiftKey) this.turn(event, 'historyRedo')
  }

  private turn(event: Event, what: string): void {
    if (what !== 'historyUndo' && what !== 'historyRedo') return
    event.preventDefault()
    if (what === 'historyUndo') this.writing.undo()
    else this.writing.redo()
  }

  close(): void {
    this.unwatch()
    this.stop.abort()
    this.writing.close()
  }

  private mayWrite(): boolean {
    const card = this.actions.card(this.card)
    return card !== undefined && this.actions.mayChange(card)
  }

  private look(): void {
    const { session } = this.actions
    void session.waiting.value
    const record = session.record('card', this.card).value
    if (record) this.writing.told(record.text, session.isPending('card', this.card))
  }
}

function tidy(text: string): string {
  return clipped(plain(text), limits.text)
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

function show(field: HTMLTextAreaElement, text: string, carry: (at: number) => number): void {
  const { selectionStart, selectionEnd, scrollTop } = field
  field.value = text
  field.setSelectionRange(carry(selectionStart), carry(selectionEnd))
  field.scrollTop = scrollTop
}
