// A card's text while this person writes it and others may too. What is written is sent after a rest, each time
// with the text it was written from, so that the server can join it with what others wrote since; what others
// wrote is joined into the field under the hands, with the caret where it was. Undo takes back one's own words only.
//
//   agreed   the text that field and server last had in common: what was last told, or last sent
//   seen     the text of the field as it was last looked at
//   unsure   what the card held before what was sent and is not confirmed yet
import type { TextChange } from '../../../../protocol/generated/protocol'
import { applied } from '../../sync/text/change'
import { difference } from '../../sync/text/difference'
import { isIdle, placed } from '../../sync/text/draft'
import { brought } from '../../sync/text/merge'
import { endOf, OwnSteps } from '../../sync/text/own'

export const restMs = 600

/** The field and the workshop, as far as writing needs them. */
export interface Hands {
  text(): string
  /** Puts a text in the field; `carry` says where a caret goes. */
  show(text: string, carry: (at: number) => number): void
  /** Whether anything may be sent now: what is written meanwhile goes once it may. */
  may(): boolean
  send(base: string, text: string): void
  /** Answers how to call it off. */
  after(ms: number, run: () => void): () => void
  /** As the text may be sent. */
  tidy(text: string): string
}

export class Writing {
  /** Something was sent. */
  wrote = false
  /** The server did not take what was sent: the field keeps it, and nothing more is sent. */
  refused = false
  private agreed: string
  private seen: string
  private unsure: string | undefined
  private composing = false
  private late: { text: string; pending: boolean } | undefined
  private readonly own = new OwnSteps()
  private callOff = (): void => {}

  constructor(
    begun: string,
    private readonly hands: Hands,
  ) {
    this.agreed = begun
    this.seen = begun
  }

  typed(): void {
    this.look()
    this.callOff()
    this.callOff = this.hands.after(restMs, () => this.send())
  }

  /** While letters are being composed (dead keys, input methods) the field is not touched, nor sent. */
  compose(on: boolean): void {
    this.composing = on
    const { late } = this
    if (on) return
    this.late = undefined
    this.look()
    if (late) this.told(late.text, late.pending)
    this.typed()
  }

  /** The card's text as it is shown now; `pending`: something sent on the card is not confirmed. */
  told(text: string, pending: boolean): void {
    if (this.composing) {
      this.late = { text, pending }
      return
    }
    if (!pending && text === this.unsure && text !== this.agreed) this.turnedDown(text)
    else if (text !== this.agreed) this.join(text)
    if (!pending) this.unsure = undefined
  }

  /** Sends what is not sent yet. */
  send(): void {
    this.callOff()
    if (this.composing) return
    this.look()
    this.own.rest()
    this.sendAs(this.hands.text())
  }

  /** Takes back the last of one's own words, or makes it again; false when there is nothing. */
  undo(): boolean {
    return this.turn((text) => this.own.undo(text))
  }

  redo(): boolean {
    return this.turn((text) => this.own.redo(text))
  }

  /** The writing is over: the last of it leaves. */
  finish(): void {
    this.composing = false
    this.send()
  }

  /** Gives up: of what was sent, one's own words are taken back, and what others wrote stays. */
  giveUp(): void {
    this.callOff()
    if (!this.wrote || this.refused) return
    this.look()
    this.sendAs(this.before)
  }

  /** The field is gone. */
  close(): void {
    this.callOff()
  }

  /** Whether the field holds what was not sent. */
  get isAhead(): boolean {
    return this.hands.tidy(this.hands.text()) !== this.hands.tidy(this.agreed)
  }

  /** What both have in common now. */
  get text(): string {
    return this.agreed
  }

  /** The text without one's own words. */
  get before(): string {
    return this.own.without(this.seen)
  }

  private sendAs(words: string): void {
    const text = this.hands.tidy(words)
    if (this.refused || !this.hands.may() || text === this.hands.tidy(this.agreed)) return
    const base = this.agreed
    this.unsure ??= base
    this.agreed = text
    this.wrote = true
    this.hands.send(base, text)
  }

  /** What the hands did since: it is a step of one's own. */
  private look(): void {
    const text = this.hands.text()
    if (this.composing || text === this.seen) return
    this.own.wrote(difference(this.seen, text), this.seen)
    this.seen = text
  }

  private turn(step: (text: string) => TextChange | undefined): boolean {
    if (this.composing) return false
    this.look()
    const change = step(this.seen)
    if (!change) return false
    this.change(change, () => endOf(change))
    this.typed()
    return true
  }

  private turnedDown(text: string): void {
    this.refused = true
    this.agreed = text
  }

  private join(text: string): void {
    this.look()
    const change = brought(this.agreed, text, this.seen)
    this.agreed = text
    if (isIdle(change)) return
    this.own.others(change)
    this.change(change, (at) => placed(change, at, 'before'))
  }

  private change(change: TextChange, carry: (at: number) => number): void {
    const text = applied(change, this.seen)
    if (text === undefined) return
    this.seen = text
    this.hands.show(text, carry)
  }
}
