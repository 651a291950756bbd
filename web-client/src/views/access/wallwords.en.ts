import type { Messages } from '../../i18n/messages'
import type fr from './wallwords.fr'

const words: Messages<typeof fr> = {
  title: 'Room screen',
  hint: 'It follows the workshop by itself. Choose what it shows if you want something else.',
  auto: 'Follows the workshop',
  joining: 'How to come in',
  writing: 'Instruction and time',
  voting: 'The vote under way',
  result: 'The ranking',
  presenting: 'The card in view',
  message: 'The message',
  board: 'The board',
  messageLabel: 'Message to the hall',
  showMessage: 'Show this message',
}

export default words
