// Who did something, in words.
import type { WorkshopSession } from '../../sync/workshop'
import { w } from './words'

export function nameOf(session: WorkshopSession, person: number): string {
  return session.record('person', person).value?.name ?? w('somebody')
}

export function titleOf(card: { title: string; text: string }): string {
  return card.title.trim() || card.text.trim().split('\n')[0] || w('untitled')
}
