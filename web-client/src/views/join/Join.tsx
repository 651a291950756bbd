import { useComputed, useSignal } from '@preact/signals'
import type { Person, RefusedMessage } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { refusalText } from '../../i18n/refusal'
import { view } from '../../preferences'
import { randomKey } from '../../sync/bytes'
import type { Session } from '../../sync/session'
import { Arrival } from '../parts/Arrival'
import { Coming } from '../parts/Coming'
import { Horizon } from '../parts/Horizon'
import { Settings } from '../parts/Settings'
import { Status } from '../parts/Status'
import { type Line, LineForm } from '../people/LineForm'
import { categoriesInOrder } from '../people/matching'
import { fetchFirst } from '../places/kinds'
import { RollSearch } from './RollSearch'

/** Whoever writes a name is about to be in the room: what is seen there first is fetched meanwhile. */
const expect = () => fetchFirst(view.peek())

/** The door: find one's line on the roll, or give a name. */
export function Join({ session }: { session: Session }) {
  const role = session.linkRole.value
  const workshop = session.workshop.value
  return (
    <div class="welcome">
      <header class="welcome-head">
        <p class="brand">{t('app.name')}</p>
        <Status session={session} />
        <Horizon />
      </header>
      <main class="page">
        <section class="sheet narrow" aria-labelledby="join" onInput={expect}>
          <p class="over-title">{t('join.title')}</p>
          <Arrival id="join">{workshop?.title}</Arrival>
          {role && role !== 'participant' && (
            <p class="banner">{t('join.as', { role: t(`role.${role}`) })}</p>
          )}
          {workshop?.closed && <p class="banner">{t('join.closed')}</p>}
          <Door session={session} />
          <Coming session={session} />
        </section>
        <Settings />
      </main>
    </div>
  )
}

function Door({ session }: { session: Session }) {
  const roll = useComputed(() => session.all('person').value.filter((person) => person.listed))
  const picked = useSignal<Person | 'unlisted' | undefined>(undefined)
  const refusal = useSignal<string | undefined>(undefined)
  const pick = (next: Person | 'unlisted' | undefined) => {
    picked.value = next
    refusal.value = undefined
  }
  if (roll.value.length > 0 && !picked.value) {
    return <RollSearch roll={roll.value} categories={categoriesInOrder(session)} onPick={pick} />
  }
  const line = typeof picked.value === 'object' ? picked.value : undefined
  const enter = async (fields: Line) => {
    const refused = await join(session, line?.id ?? session.newId(), fields)
    if (refused) refusal.value = await refusalText(refused)
    return !refused
  }
  return (
    <LineForm
      place={`join ${line?.id ?? 0}`}
      line={line}
      intro={line && t('join.picked', { name: line.name })}
      categories={categoriesInOrder(session)}
      refusal={refusal.value}
      submit={t('join.enter')}
      busyText={t('join.entering')}
      submitIcon="log-in"
      mine
      folded={line !== undefined}
      onSubmit={enter}
      onBack={roll.value.length > 0 ? () => pick(undefined) : undefined}
    />
  )
}

function join(session: Session, person: number, line: Line): Promise<RefusedMessage | undefined> {
  const { name, organisation, territory, category } = line
  return session.join({
    type: 'join',
    person,
    name,
    ...(organisation && { organisation }),
    ...(territory && { territory }),
    ...(category && { category }),
    key: randomKey(),
  })
}
