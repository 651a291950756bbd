import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/i18n'

interface LazyOptions {
  /** A part of a bar: nothing stands in its place while it is not there. */
  quiet?: boolean
  /** Another page's: the room never needs it. */
  elsewhere?: boolean
}

/** How to fetch what the room may need and does not have yet. */
const missing = new Set<() => void>()
let early = false

/** Fetches every part before it is needed, so that it is there when the network is not: those of the page, those
 * that these in turn are made of, and those that could not be had before. */
export function fetchAll(): void {
  early = true
  for (const fetchPart of missing) fetchPart()
}

/** A view that is fetched when it is first shown. Fetching may fail: offline, or after the server was updated. */
export function lazy<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  { quiet = false, elsewhere = false }: LazyOptions = {},
): ComponentType<Props> {
  const loaded = signal<ComponentType<Props> | 'failed' | undefined>(undefined)
  let loading = false
  const take = (module: { default: ComponentType<Props> }) => {
    loaded.value = module.default
    missing.delete(fetchView)
  }
  const fail = () => {
    loaded.value = 'failed'
  }
  const fetchView = () => {
    if (loading) return
    loading = true
    void load()
      .then(take, fail)
      .finally(() => {
        loading = false
      })
  }
  if (!elsewhere) missing.add(fetchView)
  if (!elsewhere && early) whenIdle(fetchView)
  return function Lazy(props: Props) {
    const View = loaded.value
    useEffect(() => {
      if (typeof loaded.peek() !== 'function') fetchView()
    }, [])
    if (typeof View === 'function') return <View {...props} />
    if (quiet) return null
    return View === 'failed' ? <Failed retry={fetchView} /> : <p class="loading">{t('app.loading')}</p>
  }
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
