// One action, as it can be told later: what was done, to how many cards, and what the first of them is called. Pure but
// for the records it looks up.
import type { ReadonlySignal } from '@preact/signals'
import type {
  Command,
  Records,
  RecordType,
  RestoreCardsCommand,
} from '../../../../protocol/generated/protocol'
import { clipped } from '../parts/text'

/** What is done by many commands, which alone do not tell it. */
export type Whole = 'import' | 'paste' | 'gather' | 'duplicate' | 'arrange'

export interface Act {
  readonly commands: readonly Command[]
  readonly as?: Whole | undefined
  /** How many cards it is about, and what one of them is called, or the zone, the board… */
  readonly cards: number
  readonly name: string
  readonly time: number
}

/** What it needs of a workshop session. */
export interface Names {
  record<T extends RecordType>(type: T, id: number): ReadonlySignal<Records[T] | undefined>
  readonly bin: ReadonlySignal<readonly Records['card'][]>
  serverNow(): number
}

export function actOf(names: Names, commands: readonly Command[], as?: Whole): Act {
  const cards = new Set(commands.flatMap((command) => cardsOf(names, command)))
  const last = commands.at(-1) as Command
  return { commands, as, cards: cards.size, name: nameOf(names, last), time: names.serverNow() }
}

function cardsOf({ bin }: Names, command: Command): number[] {
  switch (command.type) {
    case 'merge_cards':
    case 'unmerge_cards':
      return [command.kept, command.gone]
    case 'restore_cards':
      return binned(bin.peek(), command).map(({ id }) => id)
    default:
      return 'card' in command && command.card ? [command.card] : []
  }
}

/** Those in the bin that `restore_cards` brings back. */
export function binned(
  bin: readonly Records['card'][],
  { person = 0, since }: Pick<RestoreCardsCommand, 'person' | 'since'>,
): Records['card'][] {
  return bin.filter((card) => card.dropped_at >= since && (!person || card.dropped_by === person))
}

/** What the command is about is called; before it is gone, or after. */
function nameOf(names: Names, command: Command): string {
  const called = (record: RecordType, id: number) => titled(names.record(record, id).peek())
  if ('card' in command && command.card)
    return (
      called('card', command.card) ||
      titled(names.bin.peek().find(({ id }) => id === command.card)) ||
      titled(command)
    )
  if (command.type === 'merge_cards' || command.type === 'unmerge_cards') return called('card', command.kept)
  if ('zone' in command) return called('zone', command.zone) || titled(command)
  if ('priority' in command) return called('priority', command.priority) || titled(command)
  if ('link' in command) return ''
  return 'board' in command ? called('board', command.board) : ''
}

function titled(one: object | undefined): string {
  const { title = '', text = '' } = (one ?? {}) as { title?: string; text?: string }
  const words = title.trim() || text.trim().split('\n')[0] || ''
  const short = clipped(words, 60)
  return short === words ? words : `${short.trim()}…`
}
