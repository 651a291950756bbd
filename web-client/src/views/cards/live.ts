// Ties a text field to a card of the workshop while it is written (writing.ts).
import { effect } from '@preact/signals'
import { clipped, plain } from '../parts/text'
import type { CardActions } from './actions'
import { limits } from './draft'
import { Writing } from './writing'

/** Close it when the field goes. */
export class LiveText {
  private readonly begun: string
  private readonly writing: Writing
  private readonly stop = new AbortController()
  private readonly unwatch: () => void

  constructor(
    private readonly actions: CardActions,
    private readonly card: number,
    field: HTMLTextAreaElement,
  ) {
    this.begun = actions.card(card)?.text ?? ''
    this.writing = new Writing(this.begun, {
      text: () => field.value,
      show: (text, carry) => show(field, text, carry),
      send: (base, text) => actions.card(card) && actions.write(card, base, text),
      after,
      tidy: (text) => clipped(plain(text), limits.text),
    })
    const { signal } = this.stop
    field.addEventListener('input', () => this.writing.typed(), { signal })
    field.addEventListener('compositionstart', () => this.writing.compose(true), { signal })
    field.addEventListener('compositionend', () => this.writing.compose(false), { signal })
    document.addEventListener('visibilitychange', () => document.hidden && this.writing.send(), { signal })
    this.unwatch = effect(() => this.look())
  }

  /** The server did not take it: the words are only in the field. */
  get refused(): boolean {
    return this.writing.refused
  }

  /** The last of it leaves, as one action to take back. */
  finish(): void {
    this.writing.finish()
    if (this.writing.wrote) this.actions.history.wrote(this.card, this.begun, this.writing.text)
  }

  /** Answers false when others wrote in it meanwhile: then it stays. */
  giveUp(): boolean {
    return this.writing.giveUp()
  }

  close(): void {
    this.unwatch()
    this.stop.abort()
    this.writing.close()
  }

  private look(): void {
    const { session } = this.actions
    void session.waiting.value
    const record = session.record('card', this.card).value
    if (record) this.writing.told(record.text, session.isPending('card', this.card))
  }
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
