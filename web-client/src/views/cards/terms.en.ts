import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type french from './terms.fr'

const count = counter('en')

const english: Messages<typeof french> = {
  type: 'Type',
  noType: 'No type',
  objectives: 'Objectives',
  territory: 'Territory',
  territoryHint: 'Type the first letters',
  territoryUnknown: ({ words }) => `“${words}” is not among the territories. The animators can import some.`,
  tags: 'Tags',
  tagsHint: 'With commas between',
  dropTag: ({ name }) => `Remove the tag “${name}”`,
  anonymous: 'Unsigned: nobody will know whose card this is',
  unsign: 'Unsigned: my name is no more on the card, though who read it has read it',
  unsigned: 'Unsigned',

  points: ({ n }) => count(n, 'point', 'points'),
  turn: ({ n }) => `Presented as number ${n}`,
  objectivesAre: ({ names }) => `Objectives: ${names}`,
  territoryIs: ({ name }) => `Territory: ${name}`,
  tagsAre: ({ names }) => `Tags: ${names}`,
  with: ({ names }) => `With ${names}`,
  groupIs: ({ name }) => `Group ${name}`,
  isLocked: 'Locked by the animators',

  linkType: ({ name }) => `Type of the link with “${name}”`,
  newLinkType: 'Type of the link',
  plainLink: 'Plain link',
  linkAs: ({ type, name }) => `→ ${type} “${name}”`,
  linkedAs: ({ type, name }) => `← “${name}” ${type} this card`,
}

export default english
