import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { later, type Whose } from '../../ahead'
import { t } from '../../i18n/i18n'
import { wordsHere } from '../../i18n/section'

interface LazyOptions {
  /** A part of a bar: nothing stands in its place while it is not there. */
  quiet?: boolean
  whose?: Whose
}

export type LazyView<Props> = ComponentType<Props> & {
  /** Before it is shown. */
  fetch(): void
}

/** A view that is fetched when it is first shown, with its words. Fetching may fail: offline, or after the server was
 * updated. */
export function lazy<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  { quiet = false, whose = 'everybody' }: LazyOptions = {},
): LazyView<Props> {
  const view = later(
    async () => {
      const module = await load()
      await wordsHere()
      return module.default
    },
    { whose },
  )
  const fetch = () => void view.fetch()
  function Lazy(props: Props) {
    const View = view.here.value
    useEffect(() => {
      if (typeof view.here.peek() !== 'function') fetch()
    }, [])
    if (typeof View === 'function') return <View {...props} />
    if (quiet) return null
    return View === 'failed' ? <Failed retry={fetch} /> : <p class="loading">{t('app.loading')}</p>
  }
  return Object.assign(Lazy, { fetch })
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
