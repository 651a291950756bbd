// Contributions that wait on a controlled board, placed one by one or all at once.
import { useSignal } from '@preact/signals'
import type { Card, Zone } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { inReadingOrder, placeIn, placeOutside } from '../card/zones'
import { Dialog } from '../parts/Dialog'
import type { PanelProps } from './Conduct'
import { nameOf, titleOf } from './people'
import { w } from './words'

export default function Inbox({ session, board, onClose }: PanelProps) {
  const cards = session.all('card').value.filter((card) => card.board === board.id)
  const waiting = cards.filter(({ unplaced }) => unplaced).sort((a, b) => a.made_at - b.made_at)
  const zones = inReadingOrder(session.all('zone').value.filter((zone) => zone.board === board.id))
  const zone = useSignal(zones[0]?.id ?? 0)
  const target = zones.find(({ id }) => id === zone.value)
  const place = (chosen: readonly Card[]) => placeAll(session, chosen, cards, zones, target)
  return (
    <Dialog title={w('inbox')} drawer onClose={onClose}>
      {waiting.length === 0 ? (
        <p>{w('inboxEmpty')}</p>
      ) : (
        <>
          <p role="status">{w('inboxCount', { n: waiting.length })}</p>
          <p>
            <label>
              {w('inboxZone')}{' '}
              <select
                value={zone.value}
                onChange={({ currentTarget }) => {
                  zone.value = Number(currentTarget.value)
                }}
              >
                {zones.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
                <option value={0}>{w('inboxNoZone')}</option>
              </select>
            </label>{' '}
            <button type="button" class="button primary" onClick={() => place(waiting)}>
              {w('inboxPlaceAll', { n: waiting.length })}
            </button>
          </p>
          <ul class="inbox-list">
            {waiting.map((card) => (
              <li key={card.id}>
                <span>
                  <strong>{titleOf(card)}</strong>
                  {card.text && <span class="hint"> {card.text}</span>}
                  <br />
                  <span class="hint">
                    {card.anonymous ? w('anonymous') : w('inboxBy', { name: nameOf(session, card.author) })}
                  </span>
                </span>
                <button type="button" class="button" onClick={() => place([card])}>
                  {w('inboxPlace')}
                  <span class="unseen"> : {titleOf(card)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

/** Each finds room beside what lies there and beside those placed before it. */
function placeAll(
  session: WorkshopSession,
  chosen: readonly Card[],
  cards: readonly Card[],
  zones: readonly Zone[],
  zone: Zone | undefined,
): void {
  const lying = cards
    .filter(({ unplaced }) => !unplaced)
    .map(({ x, y, width, height }) => ({ x, y, width, height }))
  for (const { id, width, height } of chosen) {
    const at = zone ? placeIn(zone, lying, { width, height }) : placeOutside(zones, lying)
    const [x, y] = [Math.round(at.x), Math.round(at.y)]
    lying.push({ x, y, width, height })
    session.send({ type: 'edit_card', card: id, unplaced: false, x, y })
  }
}
