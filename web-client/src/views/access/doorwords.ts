import { section } from '../../i18n/section'
import french from './doorwords.fr'

export const d = section(french, () => import('./doorwords.en'))
