// What a card is besides its words: type, objectives, territory, tags, and whether it is signed. Pure.
import type { Card } from '../../../../protocol/generated/protocol'

export type Traits = Pick<Card, 'card_type' | 'objectives' | 'territory' | 'tags'>

export const noTraits: Traits = { card_type: 0, objectives: [], territory: 0, tags: '' }

/** What is given of them: what is left open is for the zone's rule to say. */
export function given(traits: Traits): Partial<Traits> {
  return {
    ...(traits.card_type ? { card_type: traits.card_type } : {}),
    ...(traits.objectives.length ? { objectives: traits.objectives } : {}),
    ...(traits.territory ? { territory: traits.territory } : {}),
    ...(traits.tags ? { tags: traits.tags } : {}),
  }
}

export function tagList(tags: string): string[] {
  return tags.split('\n').filter(Boolean)
}
