import board from './board.fr'

// French is the source: every other language must have the same keys with the same parameters.
const fr = {
  ...board,
  'app.name': 'Archipel',
}

export default fr
