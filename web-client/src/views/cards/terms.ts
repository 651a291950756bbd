import { section } from '../../i18n/section'
import french from './terms.fr'

export const w = section(french, () => import('./terms.en'))
