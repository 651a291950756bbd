import type { Messages } from '../../i18n/messages'
import type fr from './words.fr'

const words: Messages<typeof fr> = {
  join: 'Join',
  joinHint: 'Point a phone’s camera at the code.',
  fullscreen: 'Full screen',
  hideCode: 'Hide the code',
  showCode: 'Show the code',
  askLink: 'Ask the animators for the link.',
}

export default words
