// Text within the schema's limits, which are told in UTF-8 bytes; and what a card is called.

import { type Command, commands } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import { cleanText } from '../../sync/codec'
import { graphemes } from './letters'

const encoder = new TextEncoder()

/** As much of the text as fits in so many bytes, never half a sign. */
export function clipped(text: string, bytes: number): string {
  if (encoder.encode(text).length <= bytes) return text
  let used = 0
  let kept = ''
  for (const sign of graphemes(text)) {
    used += encoder.encode(sign).length
    if (used > bytes) break
    kept += sign
  }
  return kept
}

/** A title is one line: what was pasted with several becomes one. */
export function oneLine(text: string): string {
  return cleanText(plain(text), false).replace(/\s+/g, ' ').trim()
}

/** Several lines, without what no text of a card may hold. */
export function plain(text: string): string {
  return cleanText(text.replace(/\t/g, '  '))
}

/** The limit a command's field has in the schema. */
export function limitOf(command: Command['type'], field: string): number {
  return commands[command].fields.find((one) => one.name === field)?.max ?? Number.POSITIVE_INFINITY
}

/** What a card is called: its title, else how its text begins. */
export function titleOf(card: { title: string; text: string }): string {
  return card.title.trim() || card.text.trim().split('\n')[0] || b('card.untitled')
}
