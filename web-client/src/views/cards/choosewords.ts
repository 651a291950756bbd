import { section } from '../../i18n/section'
import french from './choosewords.fr'

export const c = section(french, () => import('./choosewords.en'))
