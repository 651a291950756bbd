import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './words.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  title: 'Animate',
  workshop: 'Workshop',
  rename: 'Title',
  close: 'Close the workshop',
  reopen: 'Reopen the workshop',
  closeHint: 'Once closed, the workshop can be read but no longer changed, except by animators.',
  boards: 'Boards',
  lock: 'Lock',
  unlock: 'Unlock',
  boardTitle: 'Title of the board',
  instructions: 'Instructions',
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
  access: 'Access',
  accessHint: 'A link gives a role to whoever opens it, until it is revoked.',
  linkOf: (p) => `no. ${p.number}`,
  made: (p) => `made on ${p.date}`,
  revoked: (p) => `revoked on ${p.date}`,
  working: 'working',
  cameBy: (p) => `${count(p.n, 'person', 'people')} came in by it`,
  places: 'Number of entries',
  placesHint: 'Beyond it the link lets nobody in any more. Empty: as many as come.',
  placesWrong: (p) => `A number from 0 to ${p.most}, or nothing.`,
  placesSet: 'Set',
  placesOf: (p) => `${count(p.n, 'entry', 'entries')} at most`,
  leaversSince: 'Make those leave who came in by this link',
  lastMinutes: (p) => `in the last ${count(p.n, 'minute', 'minutes')}`,
  fromTheFirst: 'since the beginning',
  leaversHint: 'Their access ends; what they wrote stays. The link goes on working.',
  leaversGo: (p) => `Make ${count(p.n, 'person', 'people')} leave`,
  show: 'Show',
  revoke: 'Revoke',
  revokeTitle: (p) => `Revoke: ${p.name}?`,
  revokeHint: 'Nobody will be able to come in by this link. This is final.',
  expel: 'Also make those leave who came in by this link',
  newLink: 'New link',
  linkUnknown:
    'This link was made on another device: only that one, or an organiser, can show it. Make a new one if needed.',
  linkKeptHere: 'This link is kept on this device only.',
  saved: 'Saved.',
}

export default words
