import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './words.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  title: 'Conduct',
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
