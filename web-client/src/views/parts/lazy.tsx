import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/i18n'

/** A view that is fetched when it is first shown. Fetching may fail on a weak network: then one can try again. */
export function lazy<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const loaded = signal<ComponentType<Props> | 'failed' | undefined>(undefined)
  const fetchView = () => {
    loaded.value = undefined
    load().then(
      (module) => {
        loaded.value = module.default
      },
      () => {
        loaded.value = 'failed'
      },
    )
  }
  return function Lazy(props: Props) {
    const View = loaded.value
    useEffect(() => {
      if (loaded.peek() === undefined) fetchView()
    }, [])
    if (View === undefined) return <p class="loading">{t('app.loading')}</p>
    if (View === 'failed') return <Failed retry={fetchView} />
    return <View {...props} />
  }
}

function Failed({ retry }: { retry(): void }) {
  return (
    <div class="loading" role="alert">
      <p>{t('app.loadFailed')}</p>
      <button type="button" class="button" onClick={retry}>
        {t('app.retry')}
      </button>
    </div>
  )
}
