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
  welcomeText: 'You enter a workshop by the link or QR code its animator gives you. No account, no password.',
  paste: 'I was given a link',
  pasteHint: 'Paste all of it here, with what follows the # sign.',
  go: 'Enter',
  notALink: 'This is not a workshop link. One looks like https://…/a/…#…',
  linkCut: 'The end of the link is missing, after the # sign. Copy all of it.',
}

export default words
