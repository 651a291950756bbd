import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { browserShelf, clock, onWake, openSocket, openUnsent } from '../../browser'
import { closeText } from '../../i18n/closes'
import { t } from '../../i18n/i18n'
import { Organiser } from '../../sync/organiser'
import { unsentName } from '../../sync/unsent'
import { Arrival } from '../parts/Arrival'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { pageRenewal } from '../parts/renewal'
import { adoptStyle } from '../parts/style'
import { UnsentHere } from '../parts/unsent'
import { FirstLinks } from './FirstLinks'
import { FoundingForm } from './FoundingForm'
import style from './organise.css' with { type: 'text' }
import { WorkshopList } from './WorkshopList'
import { w } from './words'

const UnsentWords = lazy(() => import('../refused/UnsentWords'), { quiet: true, whose: 'elsewhere' })
adoptStyle(style)

interface Props {
  organiserKey: Uint8Array
  onForget(): void
}

/** The organiser's desk: found a workshop, hand out its links, find those there are. */
export default function Organise({ organiserKey, onForget }: Props) {
  const organiser = useMemo(
    () => new Organiser(openSocket, clock, organiserKey, pageRenewal()),
    [organiserKey],
  )
  useEffect(() => {
    organiser.start()
    onWake(
      () => organiser.wake(),
      () => organiser.stop(),
    )
    return () => organiser.stop()
  }, [organiser])
  const unsent = useMemo(openDesk, [])
  const forget = () => {
    browserShelf.removeItem(unsentName(0))
    onForget()
  }
  return (
    <UnsentHere.Provider value={unsent}>
      <section class="notices" aria-label={t('app.notices')}>
        {unsent.left.value.length > 0 && <UnsentWords unsent={unsent} />}
      </section>
      <h1>{w('title')}</h1>
      <DeskStatus organiser={organiser} />
      {organiser.status.value !== 'ended' && <Desk organiser={organiser} organiserKey={organiserKey} />}
      <button type="button" class="button quiet no-print" onClick={forget}>
        <Icon name="log-out" />
        {w('forget')}
      </button>
    </UnsentHere.Provider>
  )
}

/** What stands in the organiser's fields: this browser's, whoever sits there. */
function openDesk() {
  const unsent = openUnsent(0)
  unsent.setPerson(0)
  return unsent
}

function DeskStatus({ organiser }: { organiser: Organiser }) {
  const { status, reason } = organiser
  if (status.value === 'live') return null
  const why = reason.value && closeText(reason.value)
  return (
    <p class="banner" role="status">
      {why ?? t(status.value === 'connecting' ? 'status.connecting' : 'status.offline')}
    </p>
  )
}

function Desk({ organiser, organiserKey }: { organiser: Organiser; organiserKey: Uint8Array }) {
  const founded = useSignal<{ workshop: number; people: number; title: string } | undefined>(undefined)
  if (founded.value) {
    const { workshop, people, title } = founded.value
    return (
      <section class="sheet" aria-labelledby="founded">
        <Arrival id="founded" level={2}>
          {w('founded')}
        </Arrival>
        <p class="founded-title">{title}</p>
        <p>{w('foundedPeople', { n: people })}</p>
        <p class="hint">{w('keepLinks')}</p>
        <FirstLinks workshop={workshop} organiserKey={organiserKey} />
        <div class="actions no-print">
          <button type="button" class="button primary" onClick={() => print()}>
            <Icon name="printer" />
            {w('print')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              founded.value = undefined
            }}
          >
            {w('another')}
          </button>
        </div>
      </section>
    )
  }
  return (
    <>
      <FoundingForm
        organiser={organiser}
        onFounded={(result) => {
          founded.value = result
        }}
      />
      <WorkshopList organiser={organiser} organiserKey={organiserKey} />
    </>
  )
}
