// The words in a card's form: saved when the person says so or goes elsewhere; kept on the device until then, and
// left over when the form goes by somebody else's act. What is changed on a card that is there is saved even then.
import { untracked } from '@preact/signals'
import { b } from '../../i18n/board'
import { applied } from '../../sync/text/change'
import { merge } from '../../sync/text/merge'
import type { Form, UnsentWords } from '../../sync/unsent'
import type { CardActions } from './actions'
import { type Draft, isBlank, tidy, unsaved } from './draft'
import { LiveText } from './live'
import { cardPlace, newPlace } from './places'

export interface CardFormParts {
  readonly actions: CardActions
  /** 0 for one that is new. */
  readonly card: number
  readonly begun: Draft
  readonly label: string
  /** What was chosen for a card that is not there yet, to be kept with its words. */
  readonly choices?: unknown
  /** Lays a card with these words: one that is new, or in the place of one that was taken away. */
  lay(written: Draft): number
}

export function formOf({ actions: { board }, card, label }: CardFormParts): Form {
  return { place: card ? cardPlace(card) : newPlace(board), name: label, board }
}

/** What the fields hold when the form opens: the card's words, with those that were left over in it. */
export function beginning(parts: CardFormParts): Draft {
  const { begun, actions } = parts
  const left = actions.session.unsent.peek(formOf(parts).place)
  if (!left) return begun
  return { title: left.fields.title ?? begun.title, text: textOf(left, begun.text) }
}

/** Written from a text that others have changed since: both are joined. */
function textOf({ fields: { text }, choices }: UnsentWords, now: string): string {
  if (text === undefined) return now
  const { base } = (choices ?? {}) as { base?: string }
  return base === undefined || base === now ? text : (applied(merge(base, now, text), now) ?? text)
}

export class CardWords {
  private readonly live: LiveText | undefined
  private readonly form: Form
  private readonly hide: () => void
  private isOver = false

  constructor(
    private readonly parts: () => CardFormParts,
    private readonly title: HTMLTextAreaElement,
    private readonly text: HTMLTextAreaElement,
  ) {
    const { actions, card } = parts()
    this.form = formOf(parts())
    this.hide = actions.session.unsent.show(this.form)
    if (card) this.live = new LiveText(actions, card, text, () => this.keep())
    this.live?.resume()
  }

  /** What stands in the fields stays on this device. */
  keep(): void {
    const { actions, begun, choices } = this.parts()
    const { unsent } = actions.session
    const base = this.live ? this.live.text : begun.text
    unsent.write(this.form, 'title', this.title.value, begun.title)
    unsent.write(this.form, 'text', this.text.value, base)
    unsent.choose(this.form, this.live ? { base } : choices)
  }

  /** Answers the card that has the words now, 0 for none that was begun; undefined when they could not be saved. */
  save(): number | undefined {
    const saved = untracked(() => this.saved())
    if (saved === undefined) this.keep()
    else this.end()
    return saved
  }

  /** Takes back what was sent of one's own. */
  giveUp(): void {
    this.live?.giveUp()
    this.end()
  }

  /** The form goes, whoever's act that is. */
  close(): void {
    const { actions, card } = this.parts()
    const ended = actions.session.status.peek() === 'ended'
    if (!this.isOver && actions.card(card) && !ended) this.save()
    else if (!this.isOver) this.keep()
    this.live?.close()
    this.hide()
  }

  private end(): void {
    this.isOver = true
    this.parts().actions.session.unsent.done(this.form.place)
  }

  private saved(): number | undefined {
    const { actions, card, begun, lay } = this.parts()
    const record = actions.card(card)
    if (record) this.live?.finish()
    const written = { title: this.title.value, text: this.text.value }
    const fields = unsaved(begun, written, record !== undefined)
    const isBehind = record && this.live?.isAhead
    if (!isBehind && (Object.keys(fields).length === 0 || isBlank(written))) return card
    if (isBehind || !(record ? actions.mayChange(record) : actions.allowed)) return this.refuse()
    if (record) actions.edit([card], fields)
    else if (card) actions.session.notify(b('card.laidAgain'))
    return record ? card : lay(tidy(written))
  }

  private refuse(): undefined {
    const { session } = this.parts().actions
    const said = b('card.notSaved')
    if (!session.notices.peek().some(({ text }) => text === said)) session.notify(said)
  }
}
