// The words of boards and cards, shared by all that shows them.
import french from './board.fr'
import { section } from './section'

export const b = section(french, () => import('./board.en'))
