import type { Messages } from '../../i18n/messages'
import type fr from './signwords.fr'

const words: Messages<typeof fr> = {
  conducting: 'How it goes',
  instructionRead: 'Read',
  instructionWhole: 'Read it whole',
  release: 'Let everyone look around',
  leading: 'You are leading everyone’s eyes.',
  holding: 'You are holding everyone here.',
  ledBy: ({ name }) => `${name} is showing you the board.`,
  heldBy: ({ name }) => `${name} is holding your view here.`,
  comeAlong: 'Go back there',
  spotlight: 'In the spotlight on every screen',
  spotlightEnd: 'End the spotlight',
  spotlightHide: 'Go on without looking',
  spotlightShow: 'Back to the spotlight',
  timerLeft: ({ time }) => `Time left: ${time}`,
  timerOver: 'Time is up.',
  timerPaused: ({ time }) => `Timer paused, time left: ${time}`,
  veiled: 'Private writing: what you write is seen by you alone until it is revealed.',
  veiledAnimator: 'Private writing: participants’ cards stay hidden until you reveal them.',
  controlled: 'Your cards wait for an animator to place them.',
  controlledAnimator: 'Contributions arrive in the inbox.',
  waitsHere: 'Waiting to be placed.',
  returned: 'Sent back by the animators. ',
  handIn: 'Hand in again',
  waitingHint: 'These cards have no place on the board yet.',
  somebody: 'an animator',
  orderNext: 'Next',
  orderPrevious: 'Previous',
}

export default words
