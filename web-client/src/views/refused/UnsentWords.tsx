import { useSignal } from '@preact/signals'
import { copyText } from '../../browser'
import { t } from '../../i18n/i18n'
import { chooseView, view } from '../../preferences'
import { type Unsent, type UnsentWords as Words, wordsIn } from '../../sync/unsent'
import type { WorkshopSession } from '../../sync/workshop'
import { addPlace, cardOf, newPlace } from '../cards/places'
import { Icon } from '../parts/Icon'
import { Said } from '../parts/Said'
import { adoptStyle } from '../parts/style'
import style from './refused.css' with { type: 'text' }
import { w } from './words'

adoptStyle(style)

interface Props {
  unsent: Unsent
  /** None on the organiser's page. */
  session?: WorkshopSession | undefined
}

/** What stood in a field that is gone: to be put back, copied or thrown away. */
export default function UnsentWords({ unsent, session }: Props) {
  const left = unsent.left.value
  return (
    <div class="notice unsent-words">
      <Icon name="pencil" />
      <Said arrives>{w('unsent')}</Said>
      <button type="button" class="button quiet icon-only" onClick={() => unsent.hide(left)}>
        <Icon name="x" />
        <span class="unseen">{t('app.dismiss')}</span>
      </button>
      <ul>
        {left.map((one) => (
          <Left key={`${one.place} ${one.tab}`} one={one} unsent={unsent} session={session} />
        ))}
      </ul>
    </div>
  )
}

function Left({ one, unsent, session }: Props & { one: Words }) {
  const told = useSignal('')
  const words = wordsIn(one)
  const copy = async () => {
    told.value = w((await copyText(words.join('\n'))) ? 'copied' : 'copyFailed')
  }
  return (
    <li>
      <strong>{one.name}</strong>
      {words.map((text, place) => (
        <p key={`${place} ${text}`}>{text}</p>
      ))}
      <div class="actions">
        {session && isResumable(session, one) && (
          <Act label={w('resume')} name={one.name} run={() => resume(session, one)} />
        )}
        <Act label={w('copy')} name={one.name} run={() => void copy()} />
        <Act label={w('throwAway')} name={one.name} run={() => unsent.drop(one)} />
      </div>
      <Said class="hint">{told}</Said>
    </li>
  )
}

function Act({ label, name, run }: { label: string; name: string; run(): void }) {
  return (
    <button type="button" class="button" onClick={run}>
      {label}
      <span class="unseen"> : {name}</span>
    </button>
  )
}

/** Words of cards can be taken up where cards may be written; others stand in their field when it is opened. */
function isResumable(session: WorkshopSession, { place, board = 0 }: Words): boolean {
  const isCards =
    cardOf(place) !== undefined ||
    place === newPlace(board) ||
    place.startsWith(addPlace(board, 0).slice(0, -1))
  return isCards && session.record('board', board).value !== undefined && session.can.edit(board)
}

/** Where they can be taken up: those of a card that is gone become a new one's, and so do in another zone those of a
 * zone that is gone. */
function placeNow(session: WorkshopSession, { place, board = 0 }: Words): string {
  const card = cardOf(place)
  if (card !== undefined) return session.record('card', card).peek() ? place : newPlace(board)
  if (!place.startsWith('add ')) return place
  const zones = session.where('zone', 'board', board).peek()
  const all = [...zones.map(({ id }) => id), 0].map((zone) => addPlace(board, zone))
  return all.includes(place) ? place : (all[0] ?? place)
}

/** The form opens again with its words. */
function resume(session: WorkshopSession, one: Words): void {
  const { unsent } = session
  const place = placeNow(session, one)
  if (!unsent.move(one, { ...one, place })) return
  if (place.startsWith('add ')) chooseView('list')
  else if (place.startsWith('card ') && view.peek() !== 'list') chooseView('board')
  unsent.wanted.value = unsent.peek(place)
}
