import { useSignal } from '@preact/signals'
import { keysOf } from '../../browser'
import { t } from '../../i18n/i18n'
import { readLink } from '../../sync/links'
import { TextField } from '../parts/Field'
import { Horizon } from '../parts/Horizon'
import { lazy } from '../parts/lazy'
import { Settings } from '../parts/Settings'

const Organise = lazy(() => import('./Organise'), { whose: 'elsewhere' })

/** The address without a workshop: a welcome, or the organiser's desk where this device holds the key. */
export function Start() {
  const organiser = useSignal(keysOf(0).get('link'))
  const forget = () => {
    keysOf(0).forget('link')
    organiser.value = undefined
  }
  return (
    <div class="welcome">
      <header class="welcome-head">
        <p class="brand">{t('app.name')}</p>
        <p>{t('app.motto')}</p>
        <Horizon />
      </header>
      <main class="page">
        {organiser.value ? <Organise organiserKey={organiser.value} onForget={forget} /> : <Welcome />}
        <Settings />
      </main>
    </div>
  )
}

function Welcome() {
  return (
    <section class="sheet narrow">
      <h1>{t('start.title')}</h1>
      <p class="lead">{t('start.text')}</p>
      <PasteLink />
    </section>
  )
}

/** For whoever was sent a link as text and is already here. */
export function PasteLink() {
  const link = useSignal('')
  const error = useSignal<string | undefined>(undefined)
  const go = (event: Event) => {
    event.preventDefault()
    const place = readLink(link.value.trim())
    if (!place) error.value = t('start.notALink')
    else if (!place.key) error.value = t('start.noKey')
    else location.assign(link.value.trim())
  }
  return (
    <form onSubmit={go} noValidate>
      <TextField
        label={t('start.paste')}
        hint={t('start.pasteHint')}
        error={error.value}
        inputMode="url"
        autocomplete="off"
        max={500}
        value={link.value}
        onInput={(value) => {
          link.value = value
          error.value = undefined
        }}
      />
      <button type="submit" class="button primary">
        {t('start.go')}
      </button>
    </form>
  )
}
