import type { Messages } from '../../i18n/messages'
import { counter } from '../../i18n/plural'
import type fr from './words.fr'

const count = counter('en')

const words: Messages<typeof fr> = {
  label: 'Map of France',
  help: 'Arrows: go from mark to mark. Enter: open. The list beside has the same cards.',
  source:
    'Background: MapSVG (CC BY 4.0), Natural Earth (public domain); names: Etalab (Licence Ouverte). Overseas at other scales.',
  sourceShort: 'Background: MapSVG (CC BY 4.0), Natural Earth, Etalab',
  noOutlines: 'The background could not be loaded. The cards are in their places.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'See the whole map',
  cluster: ({ n }) => count(n, 'card', 'cards'),
  clusterLabel: ({ n, names }) => `${count(n, 'card', 'cards')}: ${names}`,
  find: 'Filter cards',
  list: 'Cards of the map',
  here: ({ n }) => `${count(n, 'card', 'cards')} here`,
  closer: 'Look closer',
  all: 'All cards',
  placed: ({ n }) => `On the map (${n})`,
  unplaced: ({ n }) => `Without a place (${n})`,
  elsewhere: ({ n }) => `Off this map (${n})`,
  nonePlaced: 'No card is on the map yet.',
  noneFound: 'No card matches.',
  more: ({ n }) => `Show ${count(n, 'more card', 'more cards')}`,
  show: ({ name }) => `Show “${name}” on the map`,
  byPoint: 'at its own point',
  byDepartement: ({ name }) => `${name}, in the middle of the département`,
  give: 'Give a place',
  giveTo: ({ name }) => `Give “${name}” a place`,
  change: ({ name }) => `Change where “${name}” is`,

  place: ({ name }) => `Where “${name}” is`,
  pick: 'Show on the map',
  picking: ({ name }) => `Touch the map where “${name}” is.`,
  pickCancel: 'Cancel',
  departement: 'Département',
  choose: 'Choose…',
  latitude: 'Latitude',
  longitude: 'Longitude',
  coordinatesHint: 'In degrees, for instance 48.8566 and 2.3522. Both may be pasted into the latitude.',
  latitudeWrong: 'The latitude is a number between −90 and 90.',
  longitudeWrong: 'The longitude is a number between −180 and 180.',
  save: 'Place here',
  unpin: 'Remove the point',
  unpinHint: 'The card goes back to where its territory is.',
  cancel: 'Cancel',
  offMap: 'That is not on the map.',
  moved: ({ name }) => `“${name}” has its point on the map.`,
}

export default words
