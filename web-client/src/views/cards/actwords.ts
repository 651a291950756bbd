// An action in a few words, from its commands: the last of them tells what it was.
import type { Command, EditBoardCommand, EditCardCommand } from '../../../../protocol/generated/protocol'
import type { Act } from './act'
import { w } from './undowords'

export function actWords(act: Act): string {
  const cards = { n: act.cards, name: act.name }
  return act.as ? w(act.as, cards) : wordsOf(act.commands.at(-1) as Command, act, cards)
}

function wordsOf(last: Command, { commands }: Act, cards: { n: number; name: string }): string {
  switch (last.type) {
    case 'edit_card':
      return w(editOf(commands as readonly EditCardCommand[]), cards)
    case 'add_card':
      return w('add', cards)
    case 'edit_text':
      return w('write', cards)
    case 'drop_card':
      return w('drop', cards)
    case 'restore_card':
    case 'restore_cards':
      return w('restore', cards)
    case 'merge_cards':
    case 'unmerge_cards':
      return w('merge', cards)
    case 'allot':
      return w('points', cards)
    case 'lead_board':
      return last.card ? w('spotlight', cards) : w(last.held ? 'hold' : 'bring')
    default:
      return otherWords(last, cards)
  }
}

function otherWords(last: Command, named: { name: string }): string {
  switch (last.type) {
    case 'release_board':
      return w('release')
    case 'add_link':
      return w('link')
    case 'edit_link':
      return w('editLink')
    case 'drop_link':
      return w('dropLink')
    case 'add_zone':
      return w('addZone', named)
    case 'edit_zone':
      return w('editZone', named)
    case 'drop_zone':
      return w('dropZone', named)
    case 'edit_board':
      return boardWords(last, named)
    case 'veil_board':
      return w('veil')
    case 'reveal_board':
      return w('reveal')
    case 'sign_card':
      return w('signature')
    case 'return_card':
      return w('returnCard')
    case 'add_priority':
      return w('addPriority', named)
    case 'edit_priority':
      return w('editPriority', named)
    case 'drop_priority':
      return w('dropPriority', named)
    default:
      return w('vocabulary')
  }
}

function boardWords(
  { instructions, title, locked, controlled }: EditBoardCommand,
  named: { name: string },
): string {
  if (instructions !== undefined) return w('instructions')
  if (title !== undefined) return w('boardTitle', named)
  if (locked !== undefined) return w(locked ? 'lockBoard' : 'unlockBoard')
  if (controlled !== undefined) return w(controlled ? 'control' : 'uncontrol')
  return w('board')
}

/** What an edit of cards is called by what it sets, the weightiest first. */
function editOf(commands: readonly EditCardCommand[]) {
  const sets = (...fields: (keyof EditCardCommand)[]) =>
    commands.some((command) => fields.some((field) => command[field] !== undefined))
  const [first] = commands
  if (sets('unplaced')) return first?.unplaced ? 'putAway' : 'place'
  if (sets('place')) return 'order'
  if (sets('locked')) return first?.locked ? 'lock' : 'unlock'
  if (sets('audience')) return 'audience'
  if (sets('pinned')) return 'mapPlace'
  if (sets('title', 'text')) return 'write'
  if (sets('x', 'y')) return 'move'
  if (sets('width', 'height')) return 'size'
  return sets('card_type', 'objectives', 'territory', 'tags') ? 'traits' : 'color'
}
