// Leaving a workshop on this device: what is kept of it here is forgotten, once that is confirmed.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/i18n'
import { Icon } from '../parts/Icon'
import { w } from './herewords'
import { forgetHere, leaveTo, unsentHere } from './kept'

interface Props {
  workshop: number
  title: string
  /** Before it is forgotten: whoever is there stops. */
  onLeave?(): void
  /** Where it is listed; else the page goes there. */
  onLeft?(): void
}

export default function Leave({ workshop, title, onLeave, onLeft }: Props) {
  const asking = useSignal(false)
  const leave = async () => {
    onLeave?.()
    await forgetHere(workshop)
    if (onLeft) onLeft()
    else leaveTo('/', workshop)
  }
  return (
    <>
      <button
        type="button"
        class="button quiet"
        aria-expanded={asking.value}
        onClick={() => {
          asking.value = !asking.value
        }}
      >
        <Icon name="log-out" />
        {w('leave')}
        <span class="unseen"> : {title}</span>
      </button>
      {asking.value && (
        <section class="confirm">
          <p>
            <strong>{w('leaveTitle', { title })}</strong> {w('leaveText')}
          </p>
          <Unsent workshop={workshop} />
          <div class="actions">
            <button type="button" class="button danger" onClick={() => void leave()}>
              {w('leaveGo')}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                asking.value = false
              }}
            >
              {t('app.cancel')}
            </button>
          </div>
        </section>
      )}
    </>
  )
}

function Unsent({ workshop }: { workshop: number }) {
  const count = useSignal(0)
  useEffect(() => {
    void unsentHere(workshop).then((n) => {
      count.value = n
    })
  }, [workshop])
  return (
    <div role="alert">{count.value > 0 && <p class="error">{w('leaveUnsent', { n: count.value })}</p>}</div>
  )
}
