import { lazy } from '../parts/lazy'

/** What the keyboard and the ear need: fetched at once, and nothing is seen of it. */
export const Hands = lazy(() => import('../hands/Hands'), { quiet: true })
