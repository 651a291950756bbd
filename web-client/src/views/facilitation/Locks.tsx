// What participants may not change, in one place: the board, its zones, and cards that are locked.

import type { Card, Zone } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { act } from '../cards/memory'
import { Icon } from '../parts/Icon'
import type { PanelProps } from '../parts/panel'
import { titleOf } from '../parts/text'
import { zonesOf } from './place'
import { w } from './words'

export default function Locks({ session, board }: PanelProps) {
  const zones = zonesOf(session, board.id)
  const cards = session
    .where('card', 'board', board.id)
    .value.filter((card) => card.locked)
    .sort((a, b) => titleOf(a).localeCompare(titleOf(b)))
  return (
    <>
      <p class="hint">{w('locksHint')}</p>
      <ul class="lines">
        <Lock
          name={w('lockBoard')}
          locked={board.locked}
          onTurn={() =>
            act(session, board.id, { type: 'edit_board', board: board.id, locked: !board.locked })
          }
        />
      </ul>
      {zones.length > 0 && <Zones session={session} zones={zones} />}
      <Cards session={session} cards={cards} />
    </>
  )
}

function Zones({ session, zones }: { session: WorkshopSession; zones: readonly Zone[] }) {
  return (
    <section>
      <h3>{w('lockZones')}</h3>
      <ul class="lines">
        {zones.map(({ id, title, locked, board }) => (
          <Lock
            key={id}
            name={title}
            locked={locked}
            onTurn={() => act(session, board, { type: 'edit_zone', zone: id, locked: !locked })}
          />
        ))}
      </ul>
    </section>
  )
}

function Cards({ session, cards }: { session: WorkshopSession; cards: readonly Card[] }) {
  return (
    <section>
      <h3>{w('lockCards')}</h3>
      {cards.length === 0 && <p>{w('lockNoCards')}</p>}
      <ul class="lines">
        {cards.map((card) => (
          <Lock
            key={card.id}
            name={titleOf(card)}
            locked
            onTurn={() => act(session, card.board, { type: 'edit_card', card: card.id, locked: false })}
          />
        ))}
      </ul>
    </section>
  )
}

interface LockProps {
  name: string
  locked: boolean
  onTurn(): void
}

function Lock({ name, locked, onTurn }: LockProps) {
  return (
    <li>
      <span>{name}</span>
      <button type="button" class="button" onClick={onTurn}>
        <Icon name={locked ? 'lock-open' : 'lock'} />
        {w(locked ? 'unlock' : 'lock')}
        <span class="unseen"> : {name}</span>
      </button>
    </li>
  )
}
