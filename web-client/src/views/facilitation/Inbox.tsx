// Contributions that wait on a controlled board: placed where their authors meant them or elsewhere, one by one, all at
// once, or dragged to where they belong; or sent back with a word.
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Board, Card, Zone } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { act } from '../cards/memory'
import { zoneOf } from '../cards/zones'
import { Choice } from '../parts/Choice'
import { TextField } from '../parts/Field'
import type { PanelProps } from '../parts/panel'
import { titleOf } from '../parts/text'
import { useUnsent } from '../parts/unsent'
import { nameOf } from './people'
import { carried, meant, placeCards, waitingOn, zonesOf } from './place'
import { w } from './words'

export default function Inbox({ session, board }: PanelProps) {
  const all = waitingOn(session, board.id)
  const waiting = all.filter(({ returned }) => !returned)
  const returned = all.filter((card) => card.returned)
  const where = useSignal(meant)
  return (
    <>
      <p>{waiting.length === 0 ? w('inboxEmpty') : w('inboxCount', { n: waiting.length })}</p>
      {all.length > 0 && <Where session={session} board={board} cards={waiting} where={where} />}
      <WaitingCards session={session} board={board} cards={waiting} where={where} />
      {returned.length > 0 && (
        <details class="fold">
          <summary>{w('returned', { n: returned.length })}</summary>
          <WaitingCards session={session} board={board} cards={returned} where={where} />
        </details>
      )}
    </>
  )
}

interface CardsProps {
  session: WorkshopSession
  board: Board
  cards: readonly Card[]
  /** A zone's id, 0 for none, or `meant`. */
  where?: Signal<number>
}

function Where({ session, board, cards, where }: CardsProps & { where: Signal<number> }) {
  const zones = zonesOf(session, board.id)
  const options = [
    { value: meant, label: w('inboxMeant') },
    ...zones.map(({ id, title }) => ({ value: id, label: title })),
    { value: 0, label: w('inboxNoZone') },
  ]
  return (
    <>
      <div class="inbox-where">
        <Choice
          label={w('inboxZone')}
          value={where.value}
          options={options}
          onChoose={(zone) => {
            where.value = zone
          }}
        />
        {cards.length > 0 && (
          <button
            type="button"
            class="button primary"
            onClick={() => placeCards(session, cards, where.value)}
          >
            {w('inboxPlaceAll', { n: cards.length })}
          </button>
        )}
      </div>
      <p class="hint inbox-drag">{w('inboxDrag')}</p>
    </>
  )
}

export function WaitingCards({ session, board, cards, where }: CardsProps) {
  const zones = zonesOf(session, board.id)
  return (
    <ul class="lines">
      {cards.map((card) => (
        <Waiting key={card.id} session={session} card={card} zones={zones} where={where?.value ?? meant} />
      ))}
    </ul>
  )
}

interface WaitingProps {
  session: WorkshopSession
  card: Card
  zones: readonly Zone[]
  where: number
}

function Waiting({ session, card, zones, where }: WaitingProps) {
  const returning = useSignal(false)
  const take = (event: DragEvent) => {
    event.dataTransfer?.setData(carried, String(card.id))
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
  }
  // The button goes with its card; the keyboard stays in the panel.
  const place = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    currentTarget.closest<HTMLElement>('.beside')?.focus()
    placeCards(session, [card], where)
  }
  const zone = where === meant ? zoneOf(card, zones) : zones.find(({ id }) => id === where)
  const { title, text } = card
  return (
    <li class="inbox-card" data-card={card.id} data-color={card.color} draggable onDragStart={take}>
      <strong>{titleOf(card)}</strong>
      {title && text && <p class="inbox-text">{text}</p>}
      <span class="inbox-by">
        {card.anonymous ? w('anonymous') : w('inboxBy', { name: nameOf(session, card.author) })}
      </span>
      <div class="acts">
        <button type="button" class="button" onClick={place}>
          {zone ? w('inboxPlaceIn', { zone: zone.title }) : w('inboxPlace')}
          <span class="unseen"> : {titleOf(card)}</span>
        </button>
        <button
          type="button"
          class="button quiet"
          aria-expanded={returning.value}
          onClick={() => {
            returning.value = !returning.value
          }}
        >
          {w('return')}
          <span class="unseen"> : {titleOf(card)}</span>
        </button>
      </div>
      {returning.value && (
        <Returning
          card={card}
          onReturn={(word) => {
            returning.value = false
            const remark = session.newId()
            act(session, card.board, { type: 'return_card', remark, card: card.id, text: word })
          }}
          onKeep={() => {
            returning.value = false
          }}
        />
      )}
    </li>
  )
}

/** The word that goes with it, for whoever wrote it alone. */
function Returning({ card, onReturn, onKeep }: { card: Card; onReturn(word: string): void; onKeep(): void }) {
  const name = `${w('returnWord')} : ${titleOf(card)}`
  const form = useUnsent({ place: `card ${card.id} return`, name }, { word: '' })
  const words = form.field('word')
  const host = useRef<HTMLFormElement>(null)
  useEffect(() => host.current?.querySelector('textarea')?.focus(), [])
  const send = (event: Event) => {
    event.preventDefault()
    const word = words.value.trim()
    form.done()
    onReturn(word)
  }
  const keep = () => {
    form.done()
    onKeep()
  }
  return (
    <form ref={host} onSubmit={send}>
      <TextField label={w('returnWord')} hint={w('returnHint')} words={words} max={300} rows={2} />
      <div class="acts">
        <button type="submit" class="button primary">
          {w('returnDo')}
        </button>
        <button type="button" class="button" onClick={keep}>
          {t('app.cancel')}
        </button>
      </div>
    </form>
  )
}
