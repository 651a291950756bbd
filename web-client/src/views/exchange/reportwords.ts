import { section } from '../../i18n/section'
import french from './reportwords.fr'

export const r = section(french, () => import('./reportwords.en'))
