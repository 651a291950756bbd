// Why a connection was closed, as a sentence in the person's language.
import { closes } from '../../../protocol/generated/closes.fr'
import { section } from './section'

export const closeText = section(closes, async () => {
  const english = await import('../../../protocol/generated/closes.en')
  return { default: english.closes }
})
