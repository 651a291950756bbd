import { useSignal } from '@preact/signals'
import { keysOf } from '../../browser'
import { t } from '../../i18n/i18n'
import { PasteLink } from '../ended/PasteLink'
import { w } from '../ended/words'
import { Horizon } from '../parts/Horizon'
import { lazy } from '../parts/lazy'
import { Settings } from '../parts/Settings'
import { Here } from './Here'

const Organise = lazy(() => import('./Organise'), { whose: 'elsewhere' })

/** The address without a workshop: a welcome, or the organiser's desk where this device holds the key. */
export default function Start() {
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
        <Here />
        <Settings />
      </main>
    </div>
  )
}

function Welcome() {
  return (
    <section class="sheet narrow">
      <h1>{w('welcome')}</h1>
      <p class="lead">{w('welcomeText')}</p>
      <PasteLink />
    </section>
  )
}
