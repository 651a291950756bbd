import { section } from '../../i18n/section'
import french from './fieldwords.fr'

export const w = section(french, () => import('./fieldwords.en'))
