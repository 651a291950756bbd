import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { SummaryItem } from '../../../../protocol/generated/protocol'
import { formatDate } from '../../i18n/i18n'
import type { Organiser } from '../../sync/organiser'
import { Icon } from '../parts/Icon'
import { FirstLinks, firstLinks } from './FirstLinks'
import { w } from './words'

interface Props {
  organiser: Organiser
  organiserKey: Uint8Array
}

/** The workshops of this server, newest first, each with its links derived anew. */
export function WorkshopList({ organiser, organiserKey }: Props) {
  const workshops = organiser.workshops.value
  if (!workshops) return null
  return (
    <section class="sheet" aria-labelledby="existing">
      <h2 id="existing">{w('existing')}</h2>
      {workshops.length === 0 && <p>{w('none')}</p>}
      <ul class="workshops">
        {workshops.map((summary) => (
          <Workshop key={summary.workshop} summary={summary} organiserKey={organiserKey} />
        ))}
      </ul>
    </section>
  )
}

function Workshop({ summary, organiserKey }: { summary: SummaryItem; organiserKey: Uint8Array }) {
  const open = useSignal(false)
  const links = `links-${summary.workshop}`
  return (
    <li>
      <div class="workshop-row">
        <h3>{summary.title}</h3>
        {summary.closed && <span class="tag">{w('closed')}</span>}
        <Facts summary={summary} />
        <div class="actions">
          <OpenLink summary={summary} organiserKey={organiserKey} />
          <button
            type="button"
            class="button"
            aria-expanded={open.value}
            aria-controls={links}
            onClick={() => {
              open.value = !open.value
            }}
          >
            <Icon name="qr-code" />
            {w(open.value ? 'hideLinks' : 'links')}
            <span class="unseen"> : {summary.title}</span>
          </button>
        </div>
      </div>
      <div id={links} hidden={!open.value}>
        {open.value && (
          <>
            <p class="hint">{w('firstLinksOnly')}</p>
            <FirstLinks workshop={summary.workshop} organiserKey={organiserKey} />
          </>
        )}
      </div>
    </li>
  )
}

function Facts({ summary }: { summary: SummaryItem }) {
  const facts = [
    w('made', { date: formatDate(summary.made_at) }),
    w('people', { n: summary.people }),
    w('connected', { n: summary.connected }),
  ]
  return <p class="hint">{facts.join(' · ')}</p>
}

function OpenLink({ summary, organiserKey }: { summary: SummaryItem; organiserKey: Uint8Array }) {
  const address = useSignal<string | undefined>(undefined)
  useEffect(() => {
    void firstLinks(organiserKey, summary.workshop).then((links) => {
      address.value = links.find(({ role }) => role === 'animator')?.link
    })
  }, [organiserKey, summary.workshop])
  if (!address.value) return null
  return (
    <a class="button primary" href={address.value}>
      {w('open')}
      <span class="unseen"> : {summary.title}</span>
    </a>
  )
}
