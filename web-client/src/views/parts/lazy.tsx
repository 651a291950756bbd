import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/i18n'

type Lazy<Props> = ComponentType<Props> & {
  /** Fetches the view before it is needed, so that it is there when the network is not. */
  preload(): void
}

interface LazyOptions {
  /** A part of a bar: nothing stands in its place until it is there. */
  quiet?: boolean
}

/** A view that is fetched when it is first shown. Fetching may fail: offline, or after the server was updated. */
export function lazy<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  { quiet = false }: LazyOptions = {},
): Lazy<Props> {
  const loaded = signal<ComponentType<Props> | 'failed' | undefined>(undefined)
  let loading = false
  const fetchView = () => {
    if (loading) return
    loading = true
    void load()
      .then(
        (module) => {
          loaded.value = module.default
        },
        () => {
          loaded.value = 'failed'
        },
      )
      .finally(() => {
        loading = false
      })
  }
  function Lazy(props: Props) {
    const View = loaded.value
    useEffect(() => {
      if (loaded.peek() === undefined) fetchView()
    }, [])
    if (View === undefined) return quiet ? null : <p class="loading">{t('app.loading')}</p>
    if (View === 'failed') return <Failed retry={fetchView} />
    return <View {...props} />
  }
  return Object.assign(Lazy, { preload: () => void (loaded.peek() ?? fetchView()) })
}

function Failed({ retry }: { retry(): void }) {
  return (
    <div class="loading" role="alert">
      <p>{t('app.loadFailed')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={retry}>
          {t('app.retry')}
        </button>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('app.reload')}
        </button>
      </div>
    </div>
  )
}

/** When the page has nothing better to do. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 5_000 })
  else setTimeout(run, 2_000)
}
