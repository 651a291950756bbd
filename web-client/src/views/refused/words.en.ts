import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './words.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  list: 'What you wrote',
  unsent: 'These words are not sent. They are kept here, and in their field when it opens again.',
  resume: 'Go on writing',
  throwAway: 'Throw away',
  copy: 'Copy',
  again: 'Try again',
  copied: 'Copied.',
  copyFailed: 'Copying did not work: select the text to copy it.',
  more: ({ n }) => `… and ${count(n, 'contribution', 'contributions')} more: copy to have it all.`,
}

export default words
