// How a card is named, told and dated, for the screen and for the ear.

import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import { formatDate } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { inFull } from '../parts/inclusive'
import { shortened } from '../parts/letters'
import { titleOf } from '../parts/text'
import { type Facts, factWords } from './facts'
import { w } from './terms'

/** What the card is called in a sentence, which a long title is cut for. */
export function cardName(card: Pick<Card, 'title' | 'text'>): string {
  return shortened(titleOf(card), 80)
}

/** "Awa Diallo, le 3 mars à 10:12"; an unsigned card and a template's have no author. */
export function cardOrigin(session: WorkshopSession, card: Card): string {
  const author = card.author ? session.record('person', card.author).value?.name : undefined
  const time = card.made_at ? formatDate(card.made_at) : ''
  if (card.anonymous) return time ? b('card.origin', { author: w('unsigned'), time }) : w('unsigned')
  if (!author) return card.author ? time : b('card.fromTemplate')
  return time ? b('card.origin', { author, time }) : author
}

/** Who may see it, when not everybody. */
export function cardReserve(session: WorkshopSession, card: Card): string {
  switch (card.audience) {
    case 'everyone':
      return ''
    case 'animators':
      return b('card.seenByAnimators')
    case 'person':
      return card.holder === session.me.value.person ? b('card.seenByMe') : b('card.seenByOne')
    case 'group': {
      const title = session.record('group', card.holder).value?.title ?? ''
      return b('card.seenByGroup', { title })
    }
  }
}

export interface Told {
  readonly selected: boolean
  readonly pending: boolean
  /** Names of the cards it is linked to. */
  readonly linked: readonly string[]
}

/** The whole card in one breath, for who hears it. */
export function cardLabel(session: WorkshopSession, card: Card, facts: Facts, told: Told): string {
  const { linked } = told
  const text = card.title.trim() ? card.text.trim() : ''
  return [
    cardName(card),
    shortened(text, 300),
    ...factWords(facts),
    told.selected ? b('card.selected') : '',
    cardReserve(session, card),
    told.pending ? b('card.pending') : '',
    linked.length ? b('card.linkedTo', { names: linked.join(', ') }) : '',
  ]
    .filter(Boolean)
    .map(inFull)
    .join('. ')
}
