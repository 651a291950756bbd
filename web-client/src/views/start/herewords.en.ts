import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './herewords.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  here: 'Your workshops on this device',
  hereAs: ({ name }) => `as ${name}`,
  untitled: 'Workshop',
  leave: 'Leave on this device',
  leaveTitle: ({ title }) => `Leave “${title}” on this device?`,
  leaveText:
    'It forgets your keys and your drafts. What you have written stays in the workshop. To come back under the same name, keep your personal link (“Continue on my phone”).',
  leaveUnsent: ({ n }) =>
    `${count(n, 'contribution or draft has', 'contributions or drafts have')} not been sent: that will be lost.`,
  leaveGo: 'Leave and forget',
  left: ({ title }) => `This device has forgotten “${title}”.`,
}

export default words
