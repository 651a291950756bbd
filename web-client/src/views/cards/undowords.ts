import { section } from '../../i18n/section'
import french from './undowords.fr'

export const w = section(french, () => import('./undowords.en'))
