import * as words from '../../../protocol/generated/words.en'
import board from './board.en'
import type fr from './fr'
import type { Messages } from './messages'

export const messages: Messages<typeof fr> = {
  ...board,
  'app.name': 'Archipel',
}

export { words }
