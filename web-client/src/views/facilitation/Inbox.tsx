// Contributions that wait on a controlled board: placed one by one, all at once, or dragged to where they belong.
import { useSignal } from '@preact/signals'
import type { Card } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { ZoneSelect } from '../cards/ZoneSelect'
import type { PanelProps } from '../parts/panel'
import { titleOf } from '../parts/text'
import { Beside } from './Beside'
import { nameOf } from './people'
import { carried, placeCards, waitingOn, zonesOf } from './place'
import { w } from './words'

export default function Inbox({ session, board, onClose }: PanelProps) {
  const waiting = waitingOn(session, board.id)
  const zones = zonesOf(session, board.id)
  const zone = useSignal(zones[0]?.id ?? 0)
  const place = (chosen: readonly Card[]) =>
    placeCards(
      session,
      chosen,
      zones.find(({ id }) => id === zone.value),
    )
  return (
    <Beside title={w('inbox')} onClose={onClose}>
      <p>{waiting.length === 0 ? w('inboxEmpty') : w('inboxCount', { n: waiting.length })}</p>
      {waiting.length > 0 && (
        <>
          <p class="inbox-where">
            <ZoneSelect label={w('inboxZone')} zones={zones} chosen={zone} none={w('inboxNoZone')} />
            <button type="button" class="button primary" onClick={() => place(waiting)}>
              {w('inboxPlaceAll', { n: waiting.length })}
            </button>
          </p>
          <p class="hint inbox-drag">{w('inboxDrag')}</p>
          <ul class="lines">
            {waiting.map((card) => (
              <Waiting key={card.id} session={session} card={card} onPlace={() => place([card])} />
            ))}
          </ul>
        </>
      )}
    </Beside>
  )
}

interface WaitingProps {
  session: WorkshopSession
  card: Card
  onPlace(): void
}

function Waiting({ session, card, onPlace }: WaitingProps) {
  const take = (event: DragEvent) => {
    event.dataTransfer?.setData(carried, String(card.id))
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
  }
  // The button goes with its card; the keyboard stays in the panel.
  const leave = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    currentTarget.closest<HTMLElement>('.beside')?.focus()
    onPlace()
  }
  return (
    <li class="inbox-card" data-card={card.id} data-color={card.color} draggable onDragStart={take}>
      <span>
        <strong>{titleOf(card)}</strong>
        {card.title && card.text && <span class="inbox-text">{card.text}</span>}
        <span class="inbox-by">
          {card.anonymous ? w('anonymous') : w('inboxBy', { name: nameOf(session, card.author) })}
        </span>
      </span>
      <button type="button" class="button" onClick={leave}>
        {w('inboxPlace')}
        <span class="unseen"> : {titleOf(card)}</span>
      </button>
    </li>
  )
}
