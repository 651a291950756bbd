// The title of a dialog or panel, and the way out.
import { t } from '../../i18n/i18n'
import { Icon } from './Icon'

interface Props {
  /** Of the heading, for whatever it names. */
  id: string
  title: string
  onClose(): void
}

export function PanelHead({ id, title, onClose }: Props) {
  return (
    <div class="dialog-head">
      <h2 id={id}>{title}</h2>
      <button type="button" class="button quiet icon-only" onClick={onClose}>
        <Icon name="x" />
        <span class="unseen">{t('app.close')}</span>
      </button>
    </div>
  )
}
