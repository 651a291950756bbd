import { section } from '../../i18n/section'
import french from './signwords.fr'

export const s = section(french, () => import('./signwords.en'))
