// What two cards that become one will say, as the server joins them (PROTOCOL.md, C36). Pure.
import type { Card } from '../../../../protocol/generated/protocol'
import { limitOf } from '../parts/text'

type Joined = Pick<Card, 'text' | 'tags' | 'objectives' | 'coauthors'>

export function merged(kept: Card, gone: Card): Joined {
  const authors =
    gone.author && gone.author !== kept.author ? [...gone.coauthors, gone.author] : gone.coauthors
  return {
    text: join(kept.text, join(gone.title, gone.text, '\n'), '\n\n'),
    tags: join(kept.tags, gone.tags, '\n'),
    objectives: both(kept.objectives, gone.objectives).slice(0, limitOf('add_card', 'objectives')),
    coauthors: both(kept.coauthors, authors),
  }
}

function join(left: string, right: string, between: string): string {
  return left && right ? left + between + right : left || right
}

function both(left: readonly number[], right: readonly number[]): number[] {
  return [...new Set([...left, ...right])]
}
