// A card's text while this person writes it and others may too. What is written is sent after a rest, each time
// with the text it was written from, so that the server can join it with what others wrote since; what others
// wrote is joined into the field under the hands, with the caret where it was.
//
//   agreed   the text that field and server last had in common: what was last told, or last sent
//   unsure   what the card held before what was sent and is not confirmed yet
import { carried, merged } from './merge'

export const restMs = 600

/** The field and the workshop, as far as writing needs them. */
export interface Hands {
  text(): string
  /** Puts a text in the field; `carry` says where a caret goes. */
  show(text: string, carry: (at: number) => number): void
  send(base: string, text: string): void
  /** Answers how to call it off. */
  after(ms: number, run: () => void): () => void
  /** As the text may be sent. */
  tidy(text: string): string
}

export class Writing {
  /** Something was sent. */
  wrote = false
  /** Others' words came in meanwhile. */
  joined = false
  /** The server did not take what was sent: the field keeps it, and nothing more is sent. */
  refused = false
  private agreed: string
  private unsure: string | undefined
  private composing = false
  private late: { text: string; pending: boolean } | undefined
  private callOff = (): void => {}

  constructor(
    private readonly begun: string,
    private readonly hands: Hands,
  ) {
    this.agreed = begun
  }

  typed(): void {
    this.callOff()
    this.callOff = this.hands.after(restMs, () => this.send())
  }

  /** While letters are being composed (dead keys, input methods) the field is not touched, nor sent. */
  compose(on: boolean): void {
    this.composing = on
    const { late } = this
    if (on) return
    this.late = undefined
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
    if (this.composing || this.refused) return
    const text = this.hands.tidy(this.hands.text())
    if (text === this.hands.tidy(this.agreed)) return
    const base = this.agreed
    this.unsure ??= base
    this.agreed = text
    this.wrote = true
    this.hands.send(base, text)
  }

  /** The writing is over: the last of it leaves. */
  finish(): void {
    this.composing = false
    this.send()
  }

  /** Gives up: the text as it was, unless others wrote in it meanwhile. Answers whether it could. */
  giveUp(): boolean {
    this.callOff()
    if (!this.wrote || this.refused) return true
    if (this.joined) return false
    this.hands.send(this.agreed, this.begun)
    this.wrote = false
    return true
  }

  /** The field is gone. */
  close(): void {
    this.callOff()
  }

  /** What both have in common now. */
  get text(): string {
    return this.agreed
  }

  private turnedDown(text: string): void {
    this.refused = true
    this.agreed = text
  }

  private join(text: string): void {
    const mine = this.hands.text()
    const next = merged(this.agreed, text, mine)
    this.agreed = text
    this.joined = true
    if (next !== mine) this.hands.show(next, (at) => carried(at, mine, next))
  }
}
