import { section } from '../../i18n/section'
import french from './givingwords.fr'

export const g = section(french, () => import('./givingwords.en'))
