import { section } from '../../i18n/section'
import french from './selectwords.fr'

export const w = section(french, () => import('./selectwords.en'))
