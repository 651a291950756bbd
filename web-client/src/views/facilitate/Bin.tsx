// What was taken off, and bringing it back: one card, or all that somebody took off.
import type { Card } from '../../../../protocol/generated/protocol'
import { formatTime } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { Dialog } from '../parts/Dialog'
import { Icon } from '../parts/Icon'
import type { PanelProps } from './Conduct'
import { nameOf, titleOf } from './people'
import { w } from './words'

export default function Bin({ session, board, onClose }: PanelProps) {
  const cards = session.bin.value.filter((card) => card.board === board.id)
  return (
    <Dialog title={w('bin')} drawer onClose={onClose}>
      {cards.length === 0 && <p>{w('binEmpty')}</p>}
      {byWhom(cards).map(([person, theirs]) => (
        <section key={person}>
          {theirs.length > 1 && (
            <p>
              <button type="button" class="button" onClick={() => restore(session, theirs, person)}>
                <Icon name="archive-restore" />
                {w('binRestoreAll', { name: nameOf(session, person), n: theirs.length })}
              </button>
            </p>
          )}
          <ul class="inbox-list">
            {theirs.map((card) => (
              <li key={card.id}>
                <span>
                  <strong>{titleOf(card)}</strong>
                  <br />
                  <span class="hint">
                    {w('binBy', { name: nameOf(session, person), time: formatTime(card.dropped_at) })}
                  </span>
                </span>
                <button type="button" class="button" onClick={() => restore(session, [card], 0, card.id)}>
                  {w('binRestore')}
                  <span class="unseen"> : {titleOf(card)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}

function byWhom(cards: readonly Card[]): [number, Card[]][] {
  const people = new Map<number, Card[]>()
  for (const card of cards) {
    const theirs = people.get(card.dropped_by)
    if (theirs) theirs.push(card)
    else people.set(card.dropped_by, [card])
  }
  return [...people]
}

/** Of this board only: the oldest of what is asked for says since when. */
function restore(session: WorkshopSession, cards: readonly Card[], person: number, card = 0): void {
  if (card || person === 0) {
    for (const { id, dropped_at } of cards)
      session.send({ type: 'restore_cards', person: 0, since: dropped_at, card: id })
    return
  }
  const since = Math.min(...cards.map(({ dropped_at }) => dropped_at))
  session.send({ type: 'restore_cards', person, since })
}
