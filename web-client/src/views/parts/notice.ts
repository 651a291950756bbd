import { t } from '../../i18n/i18n'
import type { Notice } from '../../sync/workshop'

/** What a notice says, on the screen and aloud. */
export function sentenceOf({ text, kept }: Notice): string {
  return kept ? `${text} ${t('app.kept')}` : text
}
