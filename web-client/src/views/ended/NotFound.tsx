import { t } from '../../i18n/i18n'
import { StopPage } from './StopPage'
import { w } from './words'

export default function NotFound() {
  return (
    <StopPage title={w('notFoundTitle')}>
      <p class="lead">{w('notFound')}</p>
      <a class="button" href="/">
        {t('app.home')}
      </a>
    </StopPage>
  )
}
