import type { ComponentChildren } from 'preact'
import { t } from '../../i18n/i18n'
import { Arrival } from '../parts/Arrival'
import { Horizon } from '../parts/Horizon'

export function StopPage({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="welcome">
      <header class="welcome-head">
        <p class="brand">{t('app.name')}</p>
        <Horizon />
      </header>
      <main class="page">
        <section class="sheet narrow">
          <Arrival>{title}</Arrival>
          {children}
        </section>
      </main>
    </div>
  )
}
