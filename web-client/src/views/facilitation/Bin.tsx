// What was taken off, and bringing it back: one card, all that somebody took off, or all of the last minutes.
import { type Signal, useSignal } from '@preact/signals'
import type { Card } from '../../../../protocol/generated/protocol'
import { formatTime } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { act } from '../cards/memory'
import { Icon } from '../parts/Icon'
import type { PanelProps } from '../parts/panel'
import { Select } from '../parts/Select'
import { useSaid } from '../parts/say'
import { titleOf } from '../parts/text'
import { Added } from './Added'
import { bringBack } from './bringback'
import { nobody, whoDropped } from './burst'
import { nameOf } from './people'
import { w } from './words'

/** Choices of how far back, in minutes; 0 for everything. */
const spans = [5, 15, 60, 0] as const
const minute = 60_000

/** The bin is the whole workshop's, as bringing back is. */
export default function Bin({ session, board }: PanelProps) {
  const span = useSignal<number>(15)
  const since = span.value ? Math.max(0, Math.round(session.serverNow() - span.value * minute)) : 0
  const all = session.bin.value
  const cards = all.filter(({ dropped_at }) => dropped_at >= since)
  const people = byWhom(cards)
  const count = all.length === 0 ? w('binEmpty') : w('binCount', { n: cards.length })
  useSaid(count, span.value)
  return (
    <>
      {session.all('board').value.length > 1 && <p class="hint">{w('binWhole')}</p>}
      {all.length > 0 && <Span span={span} />}
      <p>{count}</p>
      {people.length > 1 && (
        <p>
          <Restore
            board={board.id}
            session={session}
            label={w('binRestoreEvery', { n: cards.length })}
            since={since}
          />
        </p>
      )}
      {people.map(([person, theirs]) => (
        <section key={person}>
          {theirs.length > 1 && (
            <p>
              <Restore
                board={board.id}
                session={session}
                label={restoreAll(session, person, theirs.length)}
                person={person}
                since={since}
              />
            </p>
          )}
          <ul class="lines">
            {theirs.map((card) => (
              <Line key={card.id} session={session} card={card} />
            ))}
          </ul>
        </section>
      ))}
      <Added session={session} />
    </>
  )
}

function Span({ span }: { span: Signal<number> }) {
  return (
    <Select
      label={w('binSince')}
      value={span.value}
      options={spans.map((minutes) => ({
        value: minutes,
        label: minutes ? w('timerMinutes', { n: minutes }) : w('binAlways'),
      }))}
      onChoose={(minutes) => {
        span.value = minutes
      }}
    />
  )
}

interface RestoreProps {
  session: WorkshopSession
  board: number
  label: string
  person?: number
  since: number
}

/** One press, whoever's and however many they are. */
function Restore({ session, board, label, person, since }: RestoreProps) {
  const restore = () => act(session, board, bringBack(session.bin.value, since, person))
  return (
    <button type="button" class="button" onClick={restore}>
      <Icon name="archive-restore" />
      {label}
    </button>
  )
}

function Line({ session, card }: { session: WorkshopSession; card: Card }) {
  const time = formatTime(card.dropped_at)
  const by = card.anonymous
    ? w('binUnsigned', { time })
    : w('binBy', { name: nameOf(session, card.dropped_by), time })
  const restore = () => act(session, card.board, { type: 'restore_card', card: card.id })
  return (
    <li>
      <span>
        <strong>{titleOf(card)}</strong>
        <br />
        <span class="hint">{[by, ...boardOf(session, card)].join(' · ')}</span>
      </span>
      <button type="button" class="button" onClick={restore}>
        {w('binRestore')}
        <span class="unseen"> : {titleOf(card)}</span>
      </button>
    </li>
  )
}

/** Where it lay, when there is more than one board. */
function boardOf(session: WorkshopSession, card: Card): string[] {
  const boards = session.all('board').value
  const board = boards.length > 1 ? boards.find(({ id }) => id === card.board) : undefined
  return board ? [w('binBoard', { title: board.title })] : []
}

function restoreAll(session: WorkshopSession, person: number, n: number): string {
  if (person === nobody) return w('binRestoreUnsigned', { n })
  return w('binRestoreAll', { name: nameOf(session, person), n })
}

function byWhom(cards: readonly Card[]): [number, Card[]][] {
  const people = new Map<number, Card[]>()
  for (const card of cards) {
    const theirs = people.get(whoDropped(card))
    if (theirs) theirs.push(card)
    else people.set(whoDropped(card), [card])
  }
  return [...people]
}
