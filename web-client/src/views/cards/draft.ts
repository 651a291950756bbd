// Words being written on a card. Only what the person changed is sent: what others changed meanwhile in the
// other field stays theirs. Pure.
import type { Card } from '../../../../protocol/generated/protocol'
import { clipped, limitOf, oneLine, plain } from '../parts/text'

export interface Draft {
  readonly title: string
  readonly text: string
}

/** In bytes of UTF-8. */
export const limits = {
  title: limitOf('edit_card', 'title'),
  text: limitOf('edit_card', 'text'),
} as const

export const blank: Draft = { title: '', text: '' }

export function draftOf(card: Pick<Card, 'title' | 'text'>): Draft {
  return { title: card.title, text: card.text }
}

/** As it may be sent. */
export function tidy(draft: Draft): Draft {
  return {
    title: clipped(oneLine(draft.title), limits.title),
    text: clipped(plain(draft.text).trimEnd(), limits.text),
  }
}

export function isBlank(draft: Draft): boolean {
  return !draft.title.trim() && !draft.text.trim()
}

/** The fields that differ from how they were when the writing began. The text of a card that is there has been
 * sent as it was written: then only its title is left to save. */
export function unsaved(begun: Draft, written: Draft, isThere: boolean): { title?: string; text?: string } {
  const { title, text } = changed(begun, written)
  return {
    ...(title === undefined ? {} : { title }),
    ...(text === undefined || isThere ? {} : { text }),
  }
}

/** The fields that differ from how they were when the writing began. */
export function changed(begun: Draft, written: Draft): { title?: string; text?: string } {
  const { title, text } = tidy(written)
  return {
    ...(title === oneLine(begun.title) ? {} : { title }),
    ...(text === begun.text.trimEnd() ? {} : { text }),
  }
}
