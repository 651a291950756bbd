import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './words.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  title: 'This page has stopped',
  unsaved: (p) =>
    `${count(p.n, 'contribution was', 'contributions were')} not confirmed. Kept on this device, to be sent when you come back.`,
  noKeyTitle: 'The key is missing',
  noKey:
    'This address holds no key, and this device has kept none for this workshop. Open the link you received again, all of it.',
  notFoundTitle: 'Unknown address',
  notFound: 'There is nothing at this address.',
  welcome: 'Welcome',
  welcomeText:
    'You enter a workshop by the link, the QR code or the short code its animator gives you. No account, no password.',
  byCode: 'Enter a workshop',
  paste: 'Code shown in the room, or link you were given',
  pasteHint: 'The six letters of the code, or all of the link, with what follows the # sign.',
  go: 'Enter',
  looking: 'Looking for the workshop…',
  notALink:
    'This is neither a code nor a workshop link. A code has six letters, without A, E or Y; a link looks like https://…/a/…#…',
  linkCut: 'The end of the link is missing, after the # sign. Copy all of it.',
}

export default words
