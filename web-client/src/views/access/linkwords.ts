import { section } from '../../i18n/section'
import french from './linkwords.fr'

export const l = section(french, () => import('./linkwords.en'))
