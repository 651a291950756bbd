import { section } from '../../i18n/section'
import french from './herewords.fr'

export const w = section(french, () => import('./herewords.en'))
