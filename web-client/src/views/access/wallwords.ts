import { section } from '../../i18n/section'
import french from './wallwords.fr'

export const c = section(french, () => import('./wallwords.en'))
