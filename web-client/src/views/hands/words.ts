import { section } from '../../i18n/section'
import french from './words.fr'

export const w = section(french, () => import('./words.en'))
