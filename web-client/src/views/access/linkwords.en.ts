import type { Messages } from '../../i18n/messages'
import type fr from './linkwords.fr'

const words: Messages<typeof fr> = {
  participant: 'Participant link',
  facilitator: 'Facilitator link',
  animator: 'Animator link',
  screen: 'Room screen link',
  organiser: 'Organiser link',
  participantHint: 'To show, print, send: everybody comes in and contributes.',
  facilitatorHint: 'For whoever accompanies a group.',
  animatorHint: 'For the animators: gives every right in the workshop.',
  screenHint: 'For the computer of the projector: shows, changes nothing.',
  organiserHint: 'Creates and finds all workshops.',
  copy: 'Copy',
  copied: 'Link copied.',
  copyFailed: 'Copying did not work: the link is selected, copy it with the keyboard.',
  qr: (p) => `QR code: ${p.name}`,
}

export default words
