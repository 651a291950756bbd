import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './words.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  title: 'Organise',
  new: 'New workshop',
  name: 'Title of the workshop',
  template: 'Template',
  language: 'Language of the template',
  roll: 'Roll',
  rollHint:
    'A CSV file with a column “name”, and if you like “organisation”, “territory”, “category”. Excel’s own is fine.',
  rollChoose: 'Choose a file…',
  rollDrop: 'or drop it here',
  rollRemove: 'Remove the file',
  rollTooBig: (p) => `This file is too big: at most ${p.kilobytes} kilobytes.`,
  rollEmpty: 'This file is empty.',
  rollUnreadable: 'This file could not be read.',
  create: 'Create the workshop',
  creating: 'Creating…',
  titleMissing: 'Give the workshop a title.',
  founded: 'The workshop is ready',
  foundedPeople: (p) =>
    p.n === 0 ? 'Nobody is registered in advance.' : `${count(p.n, 'person', 'people')} registered.`,
  keepLinks:
    'Whoever holds a link may come in with the role it gives. Keep the animator link for yourself and your team.',
  print: 'Print the links',
  another: 'Create another workshop',
  existing: 'Workshops',
  none: 'No workshop yet.',
  links: 'Access links',
  hideLinks: 'Hide the links',
  open: 'Open',
  closed: 'closed',
  people: (p) => count(p.n, 'person', 'people'),
  connected: (p) => count(p.n, 'connection now', 'connections now'),
  made: (p) => `created on ${p.date}`,
  forget: 'Forget the organiser key on this device',
  firstLinksOnly:
    'These are the first links of this workshop. If they were revoked, make others inside the workshop.',
}

export default words
