// What there is to tell of a card besides its words, with the names of what it refers to; for the face on the
// board, the line in the list, and the ear.
import type { Card, CardType, Objective } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import type { IconName } from '../parts/icons'
import { totalsOf } from '../parts/totals'
import { w } from './terms'
import { tagList } from './traits'

export interface Facts {
  readonly type: CardType | undefined
  readonly objectives: readonly Objective[]
  readonly territory: string
  readonly tags: readonly string[]
  readonly group: string
  readonly coauthors: readonly string[]
  readonly locked: boolean
  /** Its turn in the order of presentation, 0 for none. */
  readonly place: number
  /** Its points in a prioritisation whose result is shown. */
  readonly points: number
}

export function factsOf(session: WorkshopSession, card: Card): Facts {
  const nameOf = (id: number) => session.record('person', id).value?.name ?? ''
  return {
    type: card.card_type ? session.record('card_type', card.card_type).value : undefined,
    objectives: card.objectives.flatMap((id) => session.record('objective', id).value ?? []),
    territory: card.territory ? (session.record('territory', card.territory).value?.name ?? '') : '',
    tags: tagList(card.tags),
    group: card.group ? (session.record('group', card.group).value?.title ?? '') : '',
    coauthors: card.coauthors.map(nameOf).filter(Boolean),
    locked: card.locked,
    place: card.place,
    points: totalsOf(session).value.get(card.id) ?? 0,
  }
}

/** Each as a short sentence, in the order in which they are told. */
export function factWords(facts: Facts): string[] {
  const { type, objectives, territory, tags, group, coauthors, locked, place, points } = facts
  return [
    place ? w('turn', { n: place }) : '',
    points ? w('points', { n: points }) : '',
    type?.label ?? '',
    objectives.length ? w('objectivesAre', { names: objectives.map(({ title }) => title).join(', ') }) : '',
    territory ? w('territoryIs', { name: territory }) : '',
    tags.length ? w('tagsAre', { names: tags.join(', ') }) : '',
    coauthors.length ? w('with', { names: coauthors.join(', ') }) : '',
    group ? w('groupIs', { name: group }) : '',
    locked ? w('isLocked') : '',
  ].filter(Boolean)
}

const typeIcons: Readonly<Record<string, IconName>> = {
  project: 'rocket',
  problem: 'triangle-alert',
  resource: 'package',
  actor: 'user-round',
  idea: 'lightbulb',
}

/** The icon of a card's type; one the page does not have is a dot. */
export function typeIcon(type: CardType): IconName {
  return typeIcons[type.icon] ?? 'dot'
}
