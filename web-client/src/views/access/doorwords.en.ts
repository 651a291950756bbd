import type { Messages } from '../../i18n/messages'
import type fr from './doorwords.fr'

const words: Messages<typeof fr> = {
  door: 'Door of the workshop',
  doorHint:
    'Open, the door gives a code of six letters, to type for those who cannot scan. The room’s screen shows it.',
  openDoor: 'Open the door',
  closeDoor: 'Close the door',
  otherCode: 'Another code',
  newCode: 'Give a new code',
  code: 'Short code:',
  codeHint: (p) =>
    `To type on ${p.host}, or in the address bar: ${p.host}/${p.code}. It works for a day at most, while the door is open.`,
  codeWithdrawn:
    'Somebody is trying codes: the short code was withdrawn before it could be found. The link and the QR code still work.',
}

export default words
