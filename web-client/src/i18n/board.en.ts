import type fr from './board.fr'
import type { Messages } from './messages'

// What the board and the list say.
const en: Messages<typeof fr> = {}

export default en
